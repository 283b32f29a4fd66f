import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectFiles } from '../builders/object-files';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { imports } from '@shared/messages/zh-CN/imports';
import { DataPageModel } from './page-models/data-page';
import { DrillPanel } from './page-models/drill-panel';
import { importHeadless } from './page-models/headless';
import { setUp } from './page-models/set-up';
import { ShellModel } from './page-models/shell';

const OBJECTS = ['payments', 'activities', 'complaints', 'surveys', 'contacts'] as const;
const NAMES = { payments: '回款.csv', activities: '拜访.csv', complaints: '投诉.csv', surveys: '满意度.csv', contacts: '联系人.csv' } as const;
const none = { changed: 0, unchanged: 0 };

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let page: Page;
let data: DataPageModel;
let drill: DrillPanel;
beforeAll(async () => {
  machine = await prepareMachine();
  await start();
  await setUp(page, '华南公司', '林岚');
  await new ShellModel(page).follow('data');
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

async function start(): Promise<void> {
  workbench = await launchWorkbench({ machine });
  ({ page } = workbench);
  data = new DataPageModel(workbench.app, page);
  drill = new DrillPanel(page);
}

function put(name: string, text: string): string {
  const file = path.join(machine.home, 'exports', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

test('payments, visits, complaints, answers and contacts dropped at once are each recognised and booked', async () => {
  await data.drop(...OBJECTS.map((object) => put(NAMES[object], objectFiles['zh-CN'][object])));
  const kinds = { payments: '回款', activities: '拜访与活动', complaints: '投诉', surveys: '满意度回复', contacts: '联系人' };
  const outcomes = { payments: { added: 2, rejected: 1 }, activities: { added: 3, rejected: 1 }, complaints: { added: 2, rejected: 0 }, surveys: { added: 2, rejected: 2 }, contacts: { added: 2, rejected: 1 } };
  for (const [at, object] of OBJECTS.entries()) {
    expect([object, await data.dryRun()]).toEqual([object, { ...none, ...outcomes[object] }]);
    expect(await data.recognition(NAMES[object]).innerText()).toContain(`判断为${kinds[object]}`);
    await data.commit();
    if (at < OBJECTS.length - 1) await data.nextFile();
  }
});

test('the rows of each open with day, number, customer, what it was about, file and line', async () => {
  await data.open('batches');
  const rowsOf = async (object: keyof typeof NAMES) => {
    await data.openRows(NAMES[object]);
    const rows = await drill.rows();
    await drill.close();
    return rows;
  };
  expect(await rowsOf('payments')).toEqual([['2024年1月5日', 'HK1', '华东仪器', '李娜', '电汇', '1,200.50', '回款.csv', '2'], ['2024年2月6日', 'HK2', '华东仪器', '李娜', '电汇', '−200.50', '回款.csv', '3']]);
  expect((await rowsOf('activities')).map((row) => row.slice(4))).toEqual([['上门 · 年度回顾', '拜访.csv', '2'], ['上门 · 年度回顾', '拜访.csv', '3'], ['电话 · 报价', '拜访.csv', '4']]);
  expect((await rowsOf('complaints')).map((row) => row.slice(1))).toEqual([['TS1', '华东仪器', '流量计', '李娜', '质量 · 调查', '投诉.csv', '2'], ['TS2', '北方阀门', '球阀', '王伟', '交期 · 终止', '投诉.csv', '3']]);
  expect((await rowsOf('surveys')).map((row) => row.slice(1))).toEqual([['1', '华东仪器', '', '9 · 4.5', '满意度.csv', '2'], ['3', '北方阀门', '', '– · –', '满意度.csv', '4']]);
  expect(await data.batchRow(NAMES.payments).innerText()).toContain('1,000.00');
});

test('one undone is gone and comes back when it is imported again; the others change nothing then', async () => {
  await data.undoBatch(NAMES.payments);
  expect(await data.batchRow(NAMES.payments).getByRole('button', { name: imports.undoBatch.replace('{{name}}', NAMES.payments) }).count()).toBe(0);
  await workbench.close();
  const again = await importHeadless(machine, OBJECTS.map((object) => put(NAMES[object], objectFiles['zh-CN'][object])));
  expect(again.map(({ object, new: added, changed, unchanged }) => [object, added, changed, unchanged])).toEqual([['payments', 2, 0, 0], ['activities', 0, 0, 3], ['complaints', 0, 0, 2], ['surveys', 0, 0, 2], ['contacts', 0, 0, 2]]);
  expect(again[0]!.totals).toEqual([{ column: '回款金额', field: 'amount', source: '1300', booked: '1000', difference: '300' }]);
});

const deals = (rows: readonly string[]) => `opportunity id,opportunity name,owner,account name,stage,amount,create date,expected close date,close date\n${rows.join('\n')}\n`;

test('in English too; an opportunity opens how it went from export to export, by the keyboard', async () => {
  const english = await importHeadless(machine, [
    ...OBJECTS.map((object) => put(`${object}.csv`, objectFiles.en[object])),
    put('monday.csv', deals(['O1,Line 3,Li Na,Acme,Prospecting,100,2024-01-02,2024-03-01,'])),
    put('friday.csv', deals(['O1,Line 3,Li Na,Acme,Negotiation,120,2024-01-02,2024-03-11,'])),
    put('march.csv', deals(['O1,Line 3,Li Na,Acme,Closed Won,110.5,2024-01-02,2024-03-11,2024-03-09'])),
  ]);
  expect(english.slice(0, 5).map(({ object, new: added, rejected }) => [object, added, rejected])).toEqual([['payments', 2, 0], ['activities', 2, 0], ['complaints', 2, 0], ['surveys', 2, 0], ['contacts', 2, 0]]);
  const [as] = await importHeadless(machine, ['--as', 'payments', put('late.csv', 'payment no,date,customer,amount\nP9,2024-05-05,Acme,5\n')]);
  expect(as).toMatchObject({ object: 'payments', new: 1 });
  await start();
  const shell = new ShellModel(page);
  await shell.goTo('data');
  await shell.chooseLanguage('en');
  await page.evaluate(() => location.assign('#/data?tab=batches'));
  const open = (name: string) => page.getByRole('button', { name: shell.t('imports.openRowsOf', { name }) }).click();
  await open('surveys.csv');
  await page.getByRole('columnheader', { name: 'NPS · satisfaction' }).waitFor();
  await page.getByRole('dialog').getByText('4 rows').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await open('friday.csv');
  const row = page.getByRole('button', { name: 'Stage history of O1' });
  await row.focus();
  await page.keyboard.press('Enter');
  const history = page.getByRole('table', { name: 'Stage history of O1' });
  await history.waitFor();
  const steps = await history.locator('tbody tr').evaluateAll((rows) => rows.map((each) => [...each.querySelectorAll('td')].slice(1).map((cell) => cell.innerText)));
  expect(steps).toEqual([
    [expect.stringContaining('Prospecting'), '100.00', '–', 'Mar 1, 2024', 'monday.csv, line 2'],
    [expect.stringContaining('Negotiation'), '120.00', '+20.00', expect.stringMatching(/Mar 11, 2024\s*10 days later/), 'friday.csv, line 2'],
    [expect.stringContaining('Closed Won'), '110.50', '−9.50', expect.stringMatching(/Mar 9, 2024\s*2 days earlier/), 'march.csv, line 2'],
  ]);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.keyboard.press('Enter');
  await history.waitFor({ state: 'detached' });
});
