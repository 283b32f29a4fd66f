import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unitName, unitOfAll } from '@renderer/i18n/formats';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import type { TestMachine } from './launch/test-machine';
import { AnalysisFiltersModel } from './page-models/analysis-filters';
import { AnalysisPageModel } from './page-models/analysis-page';
import { machineWithSample } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';

const SEPTEMBER = { period: '2026-09' };
const LINE = '产品线';
const CHANNEL = '渠道';

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let shell: ShellModel;
let filters: AnalysisFiltersModel;
let analysis: AnalysisPageModel;

async function start(): Promise<void> {
  workbench = await launchWorkbench({ machine });
  shell = new ShellModel(workbench.page);
  filters = new AnalysisFiltersModel(workbench.app, workbench.page, shell.t);
  analysis = new AnalysisPageModel(workbench.page);
  await shell.goTo('analysis', SEPTEMBER);
  await filters.pick(LINE).waitFor();
}
beforeAll(async () => {
  machine = await machineWithSample();
  await start();
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

const search = () => workbench.page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.split('?')[1])));
const yuan = (text: string) => Math.round(Number(text) * 100);

test('filters by mouse and by keyboard narrow every figure to the rows it opens; back takes a step back', async () => {
  const whole = (await analysis.openHeadline('netSales'))!.sumFen;
  await filters.pickByMouse(LINE, '精密传动', '检测传感');
  await filters.clear().waitFor();
  await expect.poll(async () => (await analysis.openHeadline('netSales'))!.sumFen).toBeLessThan(whole);
  const lines = (await analysis.openHeadline('netSales'))!.sumFen;
  await filters.pickByKeyboard(CHANNEL, '直销');
  await expect.poll(async () => (await analysis.openHeadline('netSales'))!.sumFen).toBeLessThan(lines);
  const both = (await analysis.openHeadline('netSales'))!.sumFen;
  expect(await search()).toEqual({ ...SEPTEMBER, line: '精密传动,检测传感', channel: '直销' });

  const csv = (await filters.exported(shell.t('analysis.trendOf', { name: shell.t('analysis.netSales') }), 'table', path.join(machine.home, 'trend.csv'))).toString('utf8');
  const september = csv.split('\r\n').find((line) => line.startsWith('2026-09,'))!;
  expect(yuan(september.split(',')[1]!)).toBe(both);
  const months = await analysis.marks(/走势/);
  expect((await analysis.openMark(/走势/, months[8]!)).sumFen).toBe(both);
  const [customer] = await analysis.marks(/^客户集中度/);
  const pareto = (await filters.exported('客户集中度', 'table', path.join(machine.home, 'pareto.csv'))).toString('utf8').trim().split('\r\n').slice(1).map((line) => line.split(','));
  expect(pareto[0]![0]).toBe(customer);
  expect((await analysis.openMark(/^客户集中度/, customer!)).sumFen).toBe(yuan(pareto[0]![1]!));
  expect(pareto.reduce((sum, cells) => sum + yuan(cells[1]!), 0)).toBe(both);

  await workbench.page.goBack();
  await expect.poll(async () => (await analysis.openHeadline('netSales'))!.sumFen).toBe(lines);
  await filters.clear().click();
  await expect.poll(async () => (await analysis.openHeadline('netSales'))!.sumFen).toBe(whole);
});

test('the mix that is read from its file is the one on screen, and its chart is written as a picture', async () => {
  const csv = (await filters.exported('产品线构成', 'table', path.join(machine.home, 'mix.csv'))).toString('utf8').trim().split('\r\n').map((line) => line.replace('\uFEFF', '').split(','));
  const panel = workbench.page.getByRole('region', { name: /^产品线构成/ });
  const heads = await panel.getByRole('columnheader').allTextContents();
  const shown = await panel.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)));
  const unit = unitName(unitOfAll(csv.slice(1).map((cells) => yuan(cells.at(-1)!))), 'zh-CN');
  expect(heads.at(-1)).toContain(unit);
  expect(csv.slice(1).map((cells) => [cells[0], ...cells.slice(1, -1).filter((_, at) => at % 2 === 1).map((percent) => `${percent}%`)])).toEqual(shown.map((cells) => cells.slice(0, -1)));
  for (const cells of csv.slice(1)) expect(cells.slice(1, -1).filter((_, at) => at % 2 === 0).reduce((sum, text) => sum + yuan(text), 0)).toBe(yuan(cells.at(-1)!));

  const png = await filters.exported('产品线构成', 'picture', path.join(machine.home, 'mix.png'));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(600);
  expect(png.readUInt32BE(20)).toBeGreaterThan(300);
  expect(png.length).toBeGreaterThan(10_000);
});

test('a view brings its filters back after a restart, whatever the period; its removal is undone', async () => {
  await filters.pickByMouse(LINE, '精密传动');
  await filters.saveView('传动');
  await shell.saved();
  await workbench.close();
  await start();
  await shell.goTo('analysis', { period: '2026-08' });
  await filters.views().click();
  await filters.menuItem('传动').click();
  await filters.views('传动').waitFor();
  expect(await search()).toEqual({ period: '2026-08', line: '精密传动' });
  await filters.views('传动').click();
  await filters.menuItem(shell.t('analysis.removeView', { name: '传动' })).click();
  await filters.views().waitFor();
  await shell.undo('删除视图 传动').click();
  await filters.views('传动').waitFor();
});
