import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvBytes } from '../builders/csv-table';
import { kingdeeOrders, manyOrders, type OrderCells } from '../builders/kingdee-orders';
import { buildPipeline } from '../builders/pipeline';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { canonicalHash } from './page-models/canonical-hash';
import { DataPageModel } from './page-models/data-page';
import { DrillPanel } from './page-models/drill-panel';
import { figuresHeadless } from './page-models/headless';
import { setUp } from './page-models/set-up';
import { ShellModel } from './page-models/shell';

/** Every date reads both ways round; one is no date at all, one amount no number, one line stands twice, one is a draft. */
const ORDERS: readonly OrderCells[] = [
  { number: 'S1', date: '05/06/2024', customer: '云岭食品', owner: 'Ada Birch', amount: '1,000.00', discounted: '900.10' },
  { number: 'S2', date: '07/06/2024', customer: '海盛机电', owner: 'Omar Quill', amount: '2,000.00', discounted: '1,800.20' },
  { number: 'S3', date: '08/06/2024', customer: '海盛机电', owner: '王工', amount: '3,000.00', discounted: '2,700.30' },
  { number: 'S4', date: '09/07/2024', customer: '嘉禾化工', owner: '王工', amount: '500.00', discounted: '450.00' },
  { number: 'S5', date: '待定', customer: '嘉禾化工', owner: 'Ada Birch', amount: '70.00', discounted: '63.00' },
  { number: 'S6', date: '10/06/2024', customer: '嘉禾化工', owner: 'Ada Birch', amount: '80.00', discounted: '面议' },
  { number: 'S2', date: '07/06/2024', customer: '海盛机电', owner: 'Omar Quill', amount: '2,000.00', discounted: '1,800.20' },
  { number: 'S7', date: '11/06/2024', customer: '嘉禾化工', owner: 'Ada Birch', amount: '90.00', discounted: '81.00', status: '创建' },
];
const FILE = '金蝶六月.csv';

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let page: Page;
let data: DataPageModel;
let drill: DrillPanel;
let shell: ShellModel;

async function start(): Promise<void> {
  workbench = await launchWorkbench({ machine });
  page = workbench.page;
  data = new DataPageModel(workbench.app, page);
  drill = new DrillPanel(page);
  shell = new ShellModel(page);
}

beforeAll(async () => {
  machine = await prepareMachine();
  await start();
  await setUp(page, '华南公司', '林岚');
  await shell.follow('data');
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

function put(name: string, content: Uint8Array): string {
  mkdirSync(path.join(machine.home, 'exports'), { recursive: true });
  const file = path.join(machine.home, 'exports', name);
  writeFileSync(file, content);
  return file;
}

const putOrders = () => put(FILE, csvBytes(kingdeeOrders(ORDERS), { delimiter: '\t', encoding: 'utf-8-bom' }));
const journal = () => readdirSync(path.join(machine.workspaceFolder, 'journal')).map((name) => readFileSync(path.join(machine.workspaceFolder, 'journal', name)).toString('base64'));

test('people are recognised in a plain table, booked, and the second chosen file is taken up next', async () => {
  await data.choose(put('teams.csv', csvBytes(buildPipeline().teams)), putOrders());
  expect(await data.dryRun()).toEqual({ added: 18, changed: 0, unchanged: 0, rejected: 0 });
  expect(await data.recognition('teams.csv').innerText()).toContain('普通表格，按列名和内容判断为人员');
  expect([await data.fieldOf('sales_agent'), await data.fieldOf('manager'), await data.fieldOf('regional_office')]).toEqual(['名称', '上级', '大区']);
  await data.commit();
  await data.nextFile();
  await data.dryRun();
});

test('the system, encoding and delimiter of an export are recognised, and every column shows on what evidence', async () => {
  const head = await data.recognition(FILE).innerText();
  expect(head).toContain('识别为 金蝶 订单');
  expect(head).toContain('UTF-8，制表符分隔');
  expect(await data.fieldOf('价税合计')).toBe('金额');
  expect(await data.fieldOf('折后实收')).toBe('不导入');
  expect(await data.mappingRow('日期').innerText()).toMatch(/05\/06\/2024[\s\S]*月日有疑[\s\S]*待回答/);
});

test('an ambiguous date is asked about, and nothing can be booked before the answer', async () => {
  await page.getByText('先回答 1 个问题，才能入库').waitFor();
  expect(await page.getByRole('button', { name: '没有可入库的行' }).isDisabled()).toBe(true);
  expect(await data.question('日期').innerText()).toContain('「日期」按哪种顺序读日期？');
  await data.answer('日期', '日/月/年');
  await expect.poll(() => data.question('日期').innerText()).toContain('05/06/2024 读作 2024年6月5日');
  await expect.poll(() => data.outcomes()).toEqual({ added: 5, changed: 0, unchanged: 0, rejected: 3 });
  await expect.poll(() => data.mappingRow('日期').innerText()).toContain('已判定');
});

test('a mapping that is changed is dry-run again: totals follow the other column', async () => {
  expect(await data.totalsOf('金额')).toEqual(['8,740.00', '6,580.00', '2,160.00']);
  await data.map('折后实收', '金额');
  await expect.poll(() => data.outcomes()).toEqual({ added: 4, changed: 0, unchanged: 0, rejected: 4 });
  expect(await data.fieldOf('价税合计')).toBe('不导入');
  // 900.10 + 1,800.20 + 2,700.30 + 450.00 are booked; 63.00, the repeated 1,800.20 and the draft's 81.00 are not.
  expect(await data.totalsOf('金额')).toEqual(['7,794.80', '5,850.60', '1,944.20']);
});

test('every rejected row says line, column and reason', async () => {
  const rejected = await data.rejected();
  expect(rejected.map(([line, column, reason]) => [line, column, reason])).toEqual([
    ['6', 'C 日期', '「待定」不是日期'],
    ['7', 'J 折后实收', '「面议」不是数字'],
    ['8', 'A 单据编号', '与第 3 行的标识重复'],
    ['9', 'K 单据状态', '状态「创建」不计入'],
  ]);
  expect(rejected.slice(1).map(([, , , amount]) => amount)).toEqual(['–', '1,800.20', '81.00']);
});

test('the report tells what was booked, and the rows of the batch are the rows of the file', async () => {
  await data.commit();
  await expect.poll(() => page.getByText('新增 4 行，更新 0 行，不变 0 行，拒绝 4 行').count()).toBe(1);
  await data.open('batches');
  expect(await data.batchRow(FILE).innerText()).toMatch(/金蝶[\s\S]*4[\s\S]*5,850\.60[\s\S]*有效/);
  await data.openRows(FILE);
  expect(await drill.sum()).toEqual({ rows: 4, sumFen: 585_060 });
  expect(await drill.rows()).toEqual([
    ['2024年6月5日', 'S1', '云岭食品', 'Delve', 'Ada Birch', '直销', '900.10', FILE, '2'],
    ['2024年6月7日', 'S2', '海盛机电', 'Delve', 'Omar Quill', '直销', '1,800.20', FILE, '3'],
    ['2024年6月8日', 'S3', '海盛机电', 'Delve', '王工', '直销', '2,700.30', FILE, '4'],
    ['2024年7月9日', 'S4', '嘉禾化工', 'Delve', '王工', '直销', '450.00', FILE, '5'],
  ]);
  await drill.close();
});

test('the same file again needs no answer and changes nothing', async () => {
  const before = await canonicalHash(page);
  await data.open('import');
  await data.choose(putOrders());
  expect(await data.dryRun()).toEqual({ added: 0, changed: 0, unchanged: 4, rejected: 4 });
  expect(await data.recognition(FILE).innerText()).toContain('沿用上次的映射');
  await data.discard();
  expect(await canonicalHash(page)).toBe(before);
});

test('rows of an owner who is nobody count in the whole and for nobody', async () => {
  await shell.goTo('analysis', { period: '2024' });
  await page.getByRole('button', { name: /销售额 5,850\.60/ }).waitFor();
  await shell.chooseScope('华南公司', 'Lena Frost');
  await page.getByRole('button', { name: /销售额 0\.00/ }).click();
  expect(await drill.sum()).toEqual({ rows: 0, sumFen: 0 });
  await drill.close();
});

test('an owner who is nobody yet is given to a person, and the rows move from nobody to that person', async () => {
  await data.open('owners');
  expect(await data.ownerRow('王工').innerText()).toMatch(/金蝶\s+2\s+待决定/);
  await data.decideOwner('王工', 'Lena Frost');
  await shell.goTo('analysis', { period: '2024' });
  await shell.chooseScope('华南公司', 'Lena Frost');
  await page.getByRole('button', { name: /销售额 3,150\.30/ }).click();
  expect(await drill.sum()).toEqual({ rows: 2, sumFen: 315_030 });
  expect((await drill.rows()).map(([, number]) => number)).toEqual(['S3', 'S4']);
  await drill.close();
});

test('after a restart batch, rows, mapping and decision are all still there', async () => {
  const hash = await canonicalHash(page);
  await workbench.close();
  const figures = await figuresHeadless(machine, '2024');
  const netOf = (name: string) => figures.nodes.find((node) => node.name === name)?.sales.netFen;
  expect([figures.nodes[0]!.sales.netFen, netOf('Lena Frost'), netOf('Ada Birch'), netOf('Omar Quill')]).toEqual([585_060, 315_030, 90_010, 180_020]);
  expect(figures.nodes.some(({ kind }) => kind === 'unassigned')).toBe(false);
  await start();
  await data.open('batches');
  await data.openRows(FILE);
  expect(await drill.sum()).toEqual({ rows: 4, sumFen: 585_060 });
  await drill.close();
  expect(await canonicalHash(page)).toBe(hash);
});

test.each(['while the file is kept', 'while rows are written'] as const)('a large import cancelled %s leaves nothing', async (moment) => {
  const before = [await canonicalHash(page), journal()];
  await data.open('import');
  await data.choose(put('large.csv', csvBytes(manyOrders(300_000))));
  expect(await data.dryRun()).toEqual({ added: 300_000, changed: 0, unchanged: 0, rejected: 0 });
  await data.commitAndCancel(moment === 'while the file is kept' ? '正在保存源文件' : '正在入库');
  await data.discard();
  expect([await canonicalHash(page), journal()]).toEqual(before);
  await data.open('batches');
  expect(await data.batchRow('large.csv').count()).toBe(0);
  await data.openRows(FILE);
  expect(await drill.sum()).toEqual({ rows: 4, sumFen: 585_060 });
  await drill.close();
});

test('a dry run can be stopped and tried again', async () => {
  await data.open('import');
  await data.chooseAndStop(put('large.csv', csvBytes(manyOrders(150_000))));
  await data.retry();
  expect(await data.dryRun()).toEqual({ added: 150_000, changed: 0, unchanged: 0, rejected: 0 });
  await data.discard();
});

test('a batch undone takes its rows with it and stays in the list as undone', async () => {
  await data.open('batches');
  await data.undoBatch(FILE);
  await workbench.close();
  const figures = await figuresHeadless(machine, '2024');
  expect(figures.counts).toMatchObject({ orderLines: 0, people: 18 });
  await start();
  await data.open('batches');
  expect(await data.batchRow(FILE).innerText()).toContain('已撤销');
  expect(await data.batchRow('teams.csv').innerText()).toContain('有效');
});
