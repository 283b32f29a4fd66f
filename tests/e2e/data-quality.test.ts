import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Figures } from '@shared/contracts/figures';
import { csvBytes } from '../builders/csv-table';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { canonicalHash } from './page-models/canonical-hash';
import { DataPageModel } from './page-models/data-page';
import { figuresHeadless, importHeadless } from './page-models/headless';
import { QualityPageModel } from './page-models/quality-page';
import { ShellModel } from './page-models/shell';

const PEOPLE = [['林岚', '华东/一组'], ['周敏', '华东/一组'], ['王工', '华东/二组']];
const CUSTOMERS = [['云岭食品有限公司', 'C1', 'A'], ['海盛机电集团', 'C2', '']];
const ORDERS = [
  ['S1', '2026-08-03', '林岚', '云岭食品有限公司', '1000'], ['S2', '2026-08-04', '周敏', '云岭食品有限责任公司', '200'], ['S3', '2026-08-05', '王工', '海盛机电集团', '300'],
  ['S4', '2026-09-03', '林 岚', '嘉禾化工', '40'], ['S5', '2026-09-04', '周敏', '海盛机电有限公司', '50'], ['S6', '2026-09-05', '王工', '海盛机电集团', '60'],
];

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let page: Page;
let shell: ShellModel;
let data: DataPageModel;
let quality: QualityPageModel;

beforeAll(async () => {
  machine = await prepareMachine();
  await importHeadless(machine, [put('people.csv', ['姓名', '部门'], PEOPLE), put('customers.csv', ['客户名称', '客户编号', '客户分类'], CUSTOMERS), put('orders.csv', ['单号', '日期', '销售员', '客户', '金额'], ORDERS)]);
  workbench = await launchWorkbench({ machine });
  page = workbench.page;
  shell = new ShellModel(page);
  data = new DataPageModel(workbench.app, page);
  quality = new QualityPageModel(shell);
  await shell.follow('data');
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

function put(name: string, headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const folder = path.join(machine.home, 'exports');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, csvBytes({ headers, rows }));
  return file;
}

/** Net sales by unit, as the workspace adds them up. */
const netOf = ({ nodes }: Figures) => Object.fromEntries(nodes.filter(({ kind, sales }) => kind === 'team' && sales.netFen !== 0).map(({ nodeId, sales }) => [nodeId, sales.netFen / 100]));

test('names of one customer are merged by mouse into the one that stays; undone and redone, to the hash', async () => {
  await quality.open('duplicates');
  expect([await quality.found('duplicates'), await quality.found('unfiledCustomers')]).toEqual([2, 3]);
  const before = await canonicalHash(page);
  await page.getByText('云岭食品有限责任公司').click();
  await quality.button('合并为 云岭食品有限责任公司').click();
  await expect.poll(() => quality.found('duplicates')).toBe(1);
  expect(await quality.found('unfiledCustomers')).toBe(2);
  const merged = await canonicalHash(page);
  await shell.undo('合并客户名称为 云岭食品有限责任公司').click();
  await expect.poll(() => quality.found('duplicates')).toBe(2);
  expect(await canonicalHash(page)).toBe(before);
  await shell.redo('合并客户名称为 云岭食品有限责任公司').click();
  await expect.poll(() => quality.found('duplicates')).toBe(1);
  expect(await canonicalHash(page)).toBe(merged);
});

test('a customer is classed and an owner assigned by keyboard, and the counts follow', async () => {
  await quality.open('unclassed');
  expect(await quality.found('unclassed')).toBe(1);
  await page.getByLabel('「海盛机电集团」的分类', { exact: true }).first().focus();
  await page.keyboard.type('B');
  await page.keyboard.press('Enter');
  await expect.poll(() => quality.found('unclassed')).toBe(0);
  await page.getByText('这一项没有问题').waitFor();
  await quality.open('owners');
  expect(await quality.found('owners')).toBe(1);
  await quality.button('归给 林岚').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => quality.found('owners')).toBe(0);
});

test('in English, names that are two customers are kept apart by keyboard, and the decision can be taken back', async () => {
  await shell.chooseLanguage('en');
  await quality.open('duplicates');
  await page.getByText('Please check').waitFor();
  await page.getByRole('button', { name: /^Keep apart: 海盛机电集团/ }).press('Space');
  await expect.poll(() => quality.found('duplicates')).toBe(0);
  await quality.button('Decided 2').press('Enter');
  await quality.button('Take back the decision on “海盛机电有限公司”').press('Enter');
  await expect.poll(() => quality.found('duplicates')).toBe(1);
  await shell.chooseLanguage('zh-CN');
});

test('a department that differs is asked about: undecided people stay, a correction and a move are said per person', async () => {
  const moved = put('people2.csv', ['姓名', '部门'], [['林岚', '华东/一组'], ['周敏', '华东/二组'], ['王工', '华南/三组']]);
  await page.getByRole('radiogroup', { name: '数据页', exact: true }).getByText('导入', { exact: true }).click();
  await data.choose(moved);
  expect(await data.dryRun()).toEqual({ added: 0, changed: 0, unchanged: 3, rejected: 0 });
  await page.getByText('2 人，2 人未定').waitFor();
  await quality.decisionOf('王工').click();
  await page.getByRole('option', { name: '更正', exact: true }).click();
  await expect.poll(() => data.outcomes()).toMatchObject({ changed: 1, unchanged: 2 });
  await quality.decisionOf('周敏').focus();
  for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await quality.moveDayOf('周敏').fill('2026-09-01');
  await expect.poll(() => data.outcomes()).toMatchObject({ changed: 2, unchanged: 1 });
  await page.getByText('2 人，0 人未定').waitFor();
  await data.commit();
  await workbench.close();
  // 周敏 earned August in 一组 and September in 二组; 王工 was in 三组 all along.
  expect(netOf(await figuresHeadless(machine, '2026-08'))).toEqual({ 'u:华东/一组': 1200, 'u:华南/三组': 300 });
  expect(netOf(await figuresHeadless(machine, '2026-09'))).toEqual({ 'u:华东/一组': 40, 'u:华东/二组': 50, 'u:华南/三组': 60 });
  expect((await figuresHeadless(machine, '2026-08')).pareto.map(({ customer }) => customer)).toEqual(['云岭食品有限责任公司', '海盛机电集团']);
});

test('without a window all are corrected alike, or said to be undecided', async () => {
  const back = put('people3.csv', ['姓名', '部门'], [['王工', '华东/二组']]);
  expect(await importHeadless(machine, [back])).toEqual([expect.objectContaining({ changed: 0, undecidedMoves: [{ name: '王工', from: '华南/三组', to: '华东/二组' }] })]);
  expect(await importHeadless(machine, [back, '--moves', 'correction'])).toEqual([expect.objectContaining({ changed: 1, undecidedMoves: [] })]);
  expect(netOf(await figuresHeadless(machine, '2026-08'))).toEqual({ 'u:华东/一组': 1200, 'u:华东/二组': 300 });
});
