import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvBytes } from '../builders/csv-table';
import { kingdeeOrders, type OrderCells } from '../builders/kingdee-orders';
import { type BuiltSheet, type SheetCell, xlsxBytes } from '../builders/xlsx-workbook';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { canonicalHash } from './page-models/canonical-hash';
import { DataPageModel } from './page-models/data-page';
import { DrillPanel } from './page-models/drill-panel';
import { figuresHeadless } from './page-models/headless';
import { setUp } from './page-models/set-up';
import { ShellModel } from './page-models/shell';

const ORDERS: readonly OrderCells[] = [
  { number: 'S1', date: '2024-06-05', customer: '云岭食品', owner: 'Ada Birch', amount: '900.10', discounted: '1' },
  { number: 'S2', date: '2024-06-07', customer: '海盛机电', owner: 'Omar Quill', amount: '1800.2', discounted: '1' },
  { number: 'S3', date: '2024-07-08', customer: '海盛机电', owner: 'Omar Quill', amount: '-60.704', discounted: '1' },
];
const table = kingdeeOrders(ORDERS);
const serialOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
const DATE_COLUMN = table.headers.indexOf('日期');
const AMOUNT_COLUMN = table.headers.indexOf('价税合计');

/** The rows of the CSV as a workbook keeps them: days by their format, amounts as numbers, a title above. */
const cells = (row: readonly string[]): SheetCell[] => row.map((text, at) => (at === DATE_COLUMN ? { number: serialOf(text), format: 'yyyy/m/d' } : at === AMOUNT_COLUMN ? Number(text) : text));
const orders: BuiltSheet = { name: '订单数据', rows: [['销售订单'], [], [...table.headers], ...table.rows.map(cells), ['S9', '1', { error: '#N/A' }, '嘉禾化工', 'Ada Birch', 'Delve', '直销', '1', 5, '1', '已审核']] };
const hidden: BuiltSheet = { name: '旧数据', state: 'hidden', rows: [[...table.headers], cells(['H1', '1', '2024-05-01', '嘉禾化工', 'Ada Birch', 'Delve', '直销', '1', '77', '1', '已审核'])] };

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let page: Page;
let data: DataPageModel;
let drill: DrillPanel;

beforeAll(async () => {
  machine = await prepareMachine();
  workbench = await launchWorkbench({ machine });
  page = workbench.page;
  data = new DataPageModel(workbench.app, page);
  drill = new DrillPanel(page);
  await setUp(page, '华南公司', '林岚');
  await new ShellModel(page).follow('data');
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

function put(name: string, content: Uint8Array): string {
  const file = path.join(machine.home, 'exports', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

test('a workbook shows its sheets, the header it found and the hidden sheet it did not read', async () => {
  await data.choose(put('订单.xlsx', await xlsxBytes([{ name: '说明', rows: [['请看下一张']] }, orders, hidden])));
  expect(await data.dryRun()).toEqual({ added: 3, changed: 0, unchanged: 0, rejected: 1 });
  expect(await data.sheet()).toBe('订单数据（4 行）');
  const head = await data.recognition('订单.xlsx').innerText();
  expect(head).toContain('识别为 金蝶 订单');
  expect(head).toMatch(/表头第 3 行[\s\S]*工作表「订单数据」/);
  await page.getByText('隐藏的工作表没有读取：旧数据；要读取请在左边选中').waitFor();
  expect((await data.rejected()).map(([line, column, reason]) => [line, column, reason])).toEqual([['7', 'C7 日期', '单元格是错误值「#N/A」']]);
});

test('what a sheet books is what the same rows as CSV book', async () => {
  await data.commit();
  await data.open('batches');
  await data.openRows('订单.xlsx');
  expect(await drill.sum()).toEqual({ rows: 3, sumFen: 90_010 + 180_020 - 6_070 });
  expect((await drill.rows()).map((row) => [row[1], row[0], row.at(-2), row.at(-1)])).toEqual([
    ['S1', '2024年6月5日', '订单.xlsx · 订单数据', '4'],
    ['S2', '2024年6月7日', '订单.xlsx · 订单数据', '5'],
    ['S3', '2024年7月8日', '订单.xlsx · 订单数据', '6'],
  ]);
  await drill.close();
  const before = await canonicalHash(page);
  await data.open('import');
  await data.choose(put('订单.csv', csvBytes(table)));
  expect(await data.dryRun()).toEqual({ added: 0, changed: 0, unchanged: 3, rejected: 0 });
  await data.discard();
  expect(await canonicalHash(page)).toBe(before);
});

test('several files dropped onto the window are looked at in turn, whatever their kind', async () => {
  const sheet = utils.aoa_to_sheet([[...table.headers], ...table.rows.map((row) => row.map((text, at) => (at === AMOUNT_COLUMN ? Number(text) : text)))]);
  const xls = new Uint8Array(write(utils.book_new(sheet, 'Sheet1'), { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
  await data.drop(put('旧系统.xls', xls), put('改名.csv', await xlsxBytes([hidden])), put('订单.csv', csvBytes(table)), put('网页.xls', new TextEncoder().encode('<html><table></table></html>')));
  expect(await data.dryRun()).toEqual({ added: 0, changed: 0, unchanged: 3, rejected: 0 });
  expect((await data.queue()).map((entry) => entry.split('\n')[0])).toEqual(['旧系统.xls', '改名.csv', '订单.csv', '网页.xls']);
  await data.take('网页.xls');
  await page.getByText('这其实是网页或 XML 文件，只是改了扩展名').waitFor();
});

test('a hidden sheet is read only when it is chosen', async () => {
  await data.take('改名.csv');
  await page.getByText('只有隐藏的工作表有内容：旧数据').waitFor();
  await data.chooseSheet('旧数据（1 行，隐藏）');
  expect(await data.dryRun()).toEqual({ added: 1, changed: 0, unchanged: 0, rejected: 0 });
  await data.commit();
  await workbench.close();
  const figures = await figuresHeadless(machine, '2024');
  expect(figures.nodes[0]!.sales.netFen).toBe(90_010 + 180_020 - 6_070 + 7_700);
  workbench = await launchWorkbench({ machine });
});
