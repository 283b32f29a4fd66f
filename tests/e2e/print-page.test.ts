import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvBytes } from '../builders/csv-table';
import { kingdeeOrders } from '../builders/kingdee-orders';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { importHeadless } from './page-models/headless';
import { printToFile } from './page-models/printed-page';
import { ShellModel } from './page-models/shell';

const ROWS = 130;
const number = (at: number) => `DH${String(at).padStart(4, '0')}`;

let machine: TestMachine;
let workbench: LaunchedWorkbench;
beforeAll(async () => {
  machine = await prepareMachine();
  const file = path.join(machine.home, 'exports', '订单.csv');
  mkdirSync(path.dirname(file));
  const order = (_: unknown, at: number) => ({ number: number(at), date: '2024-05-06', customer: at % 2 === 0 ? '华东仪器' : '龘靐精密', owner: '李娜', amount: '10.50', discounted: '10.50' });
  writeFileSync(file, csvBytes(kingdeeOrders(Array.from({ length: ROWS }, order))));
  await importHeadless(machine, [file]);
  workbench = await launchWorkbench({ machine });
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

test('a list prints every row once, on upright A4 with its head on each sheet, its own title and numbered sheets, in light colours and rare characters', async () => {
  const { page } = workbench;
  const shell = new ShellModel(page);
  await shell.goTo('analysis', { period: '2024-05' });
  await shell.chooseScheme('dark');
  await page.getByRole('main').getByRole('button', { name: /1,365\.00/ }).or(page.getByRole('main').getByRole('button', { name: /1\.4|0\.1|1,365/ })).first().click();
  await page.locator('[data-sum-fen="136500"]').waitFor();
  const printed = await printToFile(workbench, page, shell.t, 'list');
  const { width, height } = printed.info();
  expect([width, height]).toEqual([595, 842]);
  expect(printed.sheets.length).toBeGreaterThan(1);
  for (let at = 0; at < ROWS; at++) expect([number(at), printed.count(number(at))]).toEqual([number(at), 1]);
  expect(printed.count('龘靐精密')).toBe(ROWS / 2);
  for (const [at, sheet] of printed.sheets.entries()) {
    expect(sheet).toContain(shell.t('drill.number'));
    expect(sheet.replaceAll(' ', '')).toContain(`第${at + 1}/${printed.sheets.length}页`);
    expect(sheet.replaceAll(' ', '')).toContain('2024年5月');
  }
  expect(fontsOf(path.join(machine.home, 'list.pdf'))).not.toContain('no');
  // The window is as it was.
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  await page.getByRole('dialog').getByRole('button', { name: shell.t('drill.export') }).waitFor();
  await page.keyboard.press('Escape');
});

test('a page with charts prints across, whole and without the window’s own furniture, in English too', async () => {
  const { page } = workbench;
  const shell = new ShellModel(page);
  await shell.goTo('analysis', { period: '2024-05' });
  await shell.chooseLanguage('en');
  await page.getByRole('heading', { name: shell.t('analysis.title'), exact: true }).waitFor();
  const printed = await printToFile(workbench, page, shell.t, 'page');
  const { width, height, title } = printed.info();
  expect([width, height, title]).toEqual([842, 595, shell.t('analysis.title')]);
  const text = printed.sheets.join('\n');
  expect(text).toContain('May 2024');
  expect(printed.sheets[0]).toMatch(new RegExp(`Page 1 of ${printed.sheets.length}`));
  for (const furniture of [shell.t('shell.targets'), shell.t('shell.savedNothing')]) expect(text).not.toContain(furniture);
  expect(execFileSync('pdfimages', ['-list', path.join(machine.home, 'page.pdf')], { encoding: 'utf8' }).split('\n').length).toBeGreaterThan(3);
});

/** Whether each font of a file is embedded: «yes» or «no». */
function fontsOf(file: string): string[] {
  const lines = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  return lines.map((line) => / (yes|no) +(?:yes|no) +(?:yes|no) /.exec(line)?.[1] ?? 'no');
}
