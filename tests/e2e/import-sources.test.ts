import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AxeBuilder } from '@axe-core/playwright';
import { csvBytes } from '../builders/csv-table';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { canonicalHash } from './page-models/canonical-hash';
import { DataPageModel } from './page-models/data-page';
import { setUp } from './page-models/set-up';
import { ShellModel } from './page-models/shell';
import { SourcesPageModel } from './page-models/sources-page';

/** A tenant that calls the customer's class 客户星级, which no preset knows. */
const CUSTOMERS = { headers: ['客户编码', '客户名称', '客户简称', '客户星级', '发展日期'], rows: [['C1', '云岭食品', '云岭', 'A', '2024-01-05'], ['C2', '海盛机电', '海盛', 'B', '2024-02-06']] };
const FILE = '用友客户.csv';

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let page: Page;
let shell: ShellModel;
let data: DataPageModel;
let sources: SourcesPageModel;

beforeAll(async () => {
  machine = await prepareMachine();
  workbench = await launchWorkbench({ machine });
  page = workbench.page;
  shell = new ShellModel(page);
  data = new DataPageModel(workbench.app, page);
  sources = new SourcesPageModel(workbench.app, shell);
  await setUp(page, '华南公司', '林岚');
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

function put(name: string, content: Uint8Array | string): string {
  const file = path.join(machine.home, 'exports', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const exported = () => path.join(machine.home, '用友预设.json');
const saved = () => JSON.parse(readFileSync(exported(), 'utf8')) as { objects: { customers: { headers: Record<string, string> } } };

test('a column that no preset knows is not imported, and each column says why', async () => {
  await shell.follow('data');
  await data.choose(put(FILE, csvBytes(CUSTOMERS)));
  await data.dryRun();
  expect(await data.recognition(FILE).innerText()).toMatch(/识别为 用友 客户[\s\S]*5 列中 4 列/);
  expect(await data.fieldOf('客户星级')).toBe('不导入');
  expect(await data.mappingRow('客户名称').innerText()).toContain('用友预设');
});

test('a copy of the preset takes the tenant’s header, by mouse; the file in hand is recognised anew', async () => {
  await sources.open();
  await sources.pick('用友');
  await sources.press(shell.t('sources.editCopy'));
  await sources.row('用友').getByText(shell.t('sources.kind_edited')).waitFor();
  await sources.chooseObject('客户');
  await page.getByLabel(shell.t('sources.newHeader'), { exact: true }).fill('客户星级');
  await page.getByLabel(shell.t('sources.newHeaderField'), { exact: true }).first().click();
  await page.getByRole('option', { name: '分类', exact: true }).click();
  await sources.press(shell.t('sources.addHeader'));
  await sources.header('客户星级').waitFor();
  await shell.undo('修改来源 yonyou 的预设').waitFor();
  await data.open('import');
  await expect.poll(() => data.fieldOf('客户星级')).toBe('分类');
  expect(await data.mappingRow('客户星级').innerText()).toContain('用友预设');
  expect(await data.dryRun()).toEqual({ added: 2, changed: 0, unchanged: 0, rejected: 0 });
  await data.commit();
});

test('a header is renamed by keyboard; what would break the preset is refused with its reason and nothing is kept', async () => {
  await sources.open();
  await sources.pick('用友');
  await sources.chooseObject('客户');
  const before = await canonicalHash(page);
  await sources.header('客户星级').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('客户名称');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('客户：列名「客户名称」重复').waitFor();
  expect([await sources.header('客户星级').inputValue(), await canonicalHash(page)]).toEqual(['客户星级', before]);
  await sources.header('客户星级').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('星级');
  await page.keyboard.press('Enter');
  await sources.header('星级').waitFor();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await sources.header('客户星级').waitFor();
  expect(await canonicalHash(page)).toBe(before);
});

test('what is counted, the batches and the remembered mapping stand beside it; rates are checked before they are kept', async () => {
  expect(await sources.row('用友').innerText()).toContain('1 个批次');
  await page.getByText('按订单日期（列 业务日期或单据日期）归月', { exact: false }).waitFor();
  await page.getByRole('radiogroup', { name: shell.t('sources.taxLabel') }).getByText('含税', { exact: true }).click();
  await page.getByText('金额取金额（列 价税合计），含税；', { exact: false }).waitFor();
  await page.getByLabel(shell.t('sources.rateCurrency'), { exact: true }).fill('usd');
  await page.getByLabel(shell.t('sources.rateNew'), { exact: true }).fill('0');
  await page.keyboard.press('Enter');
  await page.getByText(shell.t('sources.rateWrong')).waitFor();
  await page.getByLabel(shell.t('sources.rateNew'), { exact: true }).fill('7.1234');
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: shell.t('sources.rates') }).getByText('7.1234').waitFor();
  await page.getByRole('button', { name: /^忘记客户的映射/ }).click();
  await page.getByText(shell.t('sources.mappingsEmpty')).waitFor();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
});

test('the preset is exported, removed, and taken in again with equal content', async () => {
  await sources.saveTo(exported());
  await sources.press(shell.t('sources.export'));
  await page.getByText('已导出 用友').waitFor();
  const file = readFileSync(exported());
  expect(saved().objects.customers.headers['客户星级']).toBe('class');
  const withPreset = await canonicalHash(page);
  await sources.press(shell.t('sources.backToBuiltIn'));
  await page.getByRole('dialog').getByRole('button', { name: shell.t('sources.backToBuiltIn'), exact: true }).click();
  await sources.row('用友').getByText(shell.t('sources.kind_builtIn')).waitFor();
  expect(await canonicalHash(page)).not.toBe(withPreset);
  await sources.takeIn(exported());
  await page.getByRole('dialog').getByText('它将代替内置的 用友，随时可恢复。').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: shell.t('sources.takeConfirm'), exact: true }).click();
  await sources.row('用友').getByText(shell.t('sources.kind_edited')).waitFor();
  expect(await canonicalHash(page)).toBe(withPreset);
  await sources.press(shell.t('sources.export'));
  await expect.poll(() => readFileSync(exported()).equals(file)).toBe(true);
});

test('a file that is no preset is refused with the reason and the place, in English as well', async () => {
  await shell.chooseLanguage('en');
  await sources.takeIn(put('broken.json', JSON.stringify({ ...saved(), objects: { customers: { ...saved().objects.customers, headers: { 客户名称: 'name', Rabatt: 'discount' } } } })));
  await page.getByRole('alert').getByText('Customers: header “Rabatt” names the field “discount”, which does not exist').waitFor();
  await sources.takeIn(put('list.json', '{"objects": {"invoices": {}}}'));
  await page.getByRole('alert').getByText('unknown content “invoices”').waitFor();
  expect(await sources.row('Yonyou').innerText()).toContain('Edited');
});
