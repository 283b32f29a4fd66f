import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translatorFor } from '@renderer/i18n/i18n';
import { encodeGb18030 } from '../../resources/sample/encode-gb18030';
import { xlsxBytes } from '../builders/xlsx-workbook';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { DataPageModel } from './page-models/data-page';
import { importHeadless } from './page-models/headless';
import { ImportFilesModel } from './page-models/import-files';
import { ShellModel } from './page-models/shell';
import { TargetsPageModel } from './page-models/targets-page';

const PEOPLE = '姓名,工号,部门\n李娜,A1,华东区\n王伟,A2,华北区\n';
const ORDERS = '订单号,行号,日期,业务员,客户,产品,金额\nS1,1,2024-05-06,李娜,华东仪器,流量计,"1,000.10"\nS2,1,2024-05-07,李娜,=SUM(A1),流量计,待定\nS3,1,2024-02-30,王伟,北方阀门,球阀,30.5\nS4,1,2024-05-09,王伟,北方阀门,球阀,7\n';

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let data: DataPageModel;
let files: ImportFilesModel;
let folder: string;

const put = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
/** The start screen again, as after a restart. */
async function reopened(): Promise<void> {
  await workbench.page.reload();
  await data.open();
}

beforeAll(async () => {
  machine = await prepareMachine();
  folder = path.join(machine.home, 'crm');
  mkdirSync(folder);
  await importHeadless(machine, [put('人员.csv', PEOPLE)]);
  workbench = await launchWorkbench({ machine });
  data = new DataPageModel(workbench.app, workbench.page);
  files = new ImportFilesModel(workbench.app, workbench.page, translatorFor('zh-CN'));
  await data.open();
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

test('rejected rows leave whole from the dry run and from the batch, are mended and come back by a recent folder; the source can be had again', async () => {
  const source = put('订单.csv', encodeGb18030(ORDERS));
  await data.choose(source);
  expect(await data.dryRun()).toEqual({ added: 2, changed: 0, unchanged: 0, rejected: 2 });
  // It was saved again in Excel meanwhile: what was tried is no longer what would be kept.
  appendFileSync(source, encodeGb18030('S5,1,2024-05-10,王伟,北方阀门,球阀,8\n'));
  workbench.expectFaults(/409/);
  await workbench.page.getByRole('button', { name: '入库 2 行', exact: true }).click();
  await files.retake().click();
  await workbench.page.getByTestId('outcome-added').getByText('3', { exact: true }).waitFor();
  const fromDryRun = await files.saved(path.join(machine.home, 'a.csv'), () => files.exportRejected().click(), /^已导出 2 行/);
  await data.commit();
  await data.open('batches');
  const fromBatch = await files.saved(path.join(machine.home, 'b.csv'), () => files.exportRejectedOf('订单.csv').click(), /^已导出 2 行/);
  expect(fromBatch.equals(fromDryRun)).toBe(true);
  expect(fromBatch.toString('utf8')).toBe("\uFEFF订单号,行号,日期,业务员,客户,产品,金额,被拒行号,被拒原因\r\nS2,1,2024-05-07,李娜,'=SUM(A1),流量计,待定,3,金额 (G)：「待定」不是数字\r\nS3,1,2024-02-30,王伟,北方阀门,球阀,30.5,4,日期 (C)：「2024-02-30」不是日期\r\n");
  const copy = await files.saved(path.join(machine.home, 'copy.csv'), () => files.saveSourceOf('订单.csv').click(), '已另存 订单.csv，与导入时逐字节相同');
  expect(copy.equals(readFileSync(source))).toBe(true);

  put('改好.csv', fromBatch.toString('utf8').replace('待定,3', '12.5,3').replace('2024-02-30,王伟', '2024-02-29,王伟'));
  await reopened();
  await files.recent('订单.csv').getByText('已导入').waitFor();
  expect(await files.recent('改好.csv').innerText()).not.toContain('已导入');
  await files.recent('改好.csv').click();
  expect(await data.dryRun()).toEqual({ added: 2, changed: 0, unchanged: 0, rejected: 0 });
  expect([await data.fieldOf('金额'), await data.fieldOf('被拒行号')]).toEqual(['金额', '不导入']);
  await data.commit();
  await reopened();
  await files.recent('改好.csv').click();
  expect(await data.dryRun()).toEqual({ added: 0, changed: 0, unchanged: 2, rejected: 0 });
});

test('by keyboard: head office’s workbook of targets is taken from the recent folder, makes the plan, and stands on the targets page', async () => {
  const { page } = workbench;
  const money = (number: number) => ({ number, format: '#,##0.00' });
  put('2024目标.xlsx', await xlsxBytes([{ name: '目标', rows: [['2024 年销售目标'], ['工号', '姓名', '部门', '2024年1月', '2024年2月', '合计'], ['A1', '李娜', '华东区', money(1200), money(800.5), money(2000.5)], ['A2', '王伟', '华北区', money(300), money(100), money(400)], ['A9', '陌生人', '华北区', money(1), money(1), money(2)], ['合计', null, null, money(1501), money(901.5), money(2402.5)]] }]));
  await reopened();
  await files.tabTo(files.recent('2024目标.xlsx'));
  await page.keyboard.press('Enter');
  await page.getByText('2024 财年还没有目标计划').waitFor();
  const measure = page.getByLabel('目标考核', { exact: true });
  await files.tabTo(measure);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await data.dryRun()).toEqual({ added: 2, changed: 0, unchanged: 0, rejected: 1 });
  expect(await data.rejected()).toEqual([['5', 'A5 工号', '没有这个人：A9 陌生人', '2.00']]);
  const trial = page.getByRole('table', { name: '目标合计的变化' }).locator('tbody tr');
  expect(await trial.allInnerTexts().then((rows) => rows.map((row) => row.split(/\s+/).filter((text) => text !== '')))).toEqual([expect.arrayContaining(['–', '2,400.50']), ['华东区', '–', '2,000.50'], ['华北区', '–', '400.00']]);
  const commit = page.getByRole('button', { name: '入库 2 行', exact: true });
  await files.tabTo(commit);
  await page.keyboard.press('Enter');
  await page.getByText('已写入目标 4 格').waitFor();
  // The first next step has the focus: it leads to the targets.
  await page.keyboard.press('Enter');
  const shell = new ShellModel(page);
  await shell.heading('targets').waitFor();
  await shell.goTo('targets', { period: '2024' });
  const plan = new TargetsPageModel(page);
  await plan.grid().waitFor();
  expect([await plan.fenOf('李娜', 0), await plan.fenOf('李娜', 1), await plan.fenOf('王伟', 0), await plan.fenOf('李娜', 'year')]).toEqual([120_000, 80_050, 30_000, 200_050]);
});

test('in English: an undo says what it will do before it does it; a folder that has gone is named and forgotten', async () => {
  const { page } = workbench;
  await data.open('batches');
  const shell = new ShellModel(page);
  await shell.chooseLanguage('en');
  const english = new ImportFilesModel(workbench.app, page, translatorFor('en'));
  expect(await english.undoSays('2024目标.xlsx')).toEqual(['3 rows go']);
  await english.confirmUndo();
  expect(await english.undoSays('改好.csv')).toEqual(['2 rows go', 'Months whose figures change: Feb 2024, May 2024']);
  await page.keyboard.press('Escape');
  renameSync(folder, `${folder} moved`);
  await page.evaluate(() => location.assign('#/data'));
  await page.reload();
  await page.getByText(english.t('importFiles.recentMissing')).waitFor();
  const forget = page.getByRole('button', { name: english.t('importFiles.recentForget', { name: 'crm' }), exact: true });
  await english.tabTo(forget);
  await page.keyboard.press('Enter');
  await forget.waitFor({ state: 'detached' });
});
