import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Drill } from '@shared/contracts/drill';
import type { DryRun } from '@shared/contracts/import-run';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { objectFiles } from '../../builders/object-files';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

const quiet = () => undefined;
let ws: TestWorkspace;
let ledger: LedgerService;

beforeEach(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
});
afterEach(() => ws.close());

async function look(text: string, name = 'file.csv'): Promise<DryRun> {
  const inspected = await ledger.inspect(textSource(name, text), null);
  if (!inspected.ok) throw new Error(`${inspected.error.code} ${inspected.error.detail}`);
  const report = await ledger.dryRun(textSource(name, text), inspected.value.mapping, quiet);
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

async function commit(report: DryRun): Promise<string> {
  const committed = await ledger.commitImport({ runId: report.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return committed.value.batchId;
}

const importText = async (text: string, name = 'file.csv') => commit(await look(text, name));
const counts = ({ object, rows, added, changed, unchanged, rejected }: DryRun) => ({ object, rows, added, changed, unchanged, rejected });
const rowsOf = (fact: Drill['fact'], part: Drill['part']) => ledger.drill({ fact, part, leaves: null, from: null, to: null, customer: null, product: null, stage: null }, 0, 100);

const FILES = objectFiles['zh-CN'];
const EXPECTED = {
  payments: { object: 'payments', rows: 3, added: 2, changed: 0, unchanged: 0, rejected: 1 },
  activities: { object: 'activities', rows: 4, added: 3, changed: 0, unchanged: 0, rejected: 1 },
  complaints: { object: 'complaints', rows: 2, added: 2, changed: 0, unchanged: 0, rejected: 0 },
  surveys: { object: 'surveys', rows: 4, added: 2, changed: 0, unchanged: 0, rejected: 2 },
} as const;
const OBJECTS = ['payments', 'activities', 'complaints', 'surveys'] as const;

describe.each(OBJECTS)('a file of %s', (object) => {
  test('is recognised by its header, booked, and changes 0 rows when it is imported again', async () => {
    const report = await look(FILES[object]);
    expect(counts(report)).toEqual(EXPECTED[object]);
    await commit(report);
    const { rows, added, rejected } = EXPECTED[object];
    expect(counts(await look(FILES[object]))).toEqual({ object, rows, added: 0, changed: 0, unchanged: added, rejected });
    const before = await ledger.canonicalHash();
    ledger = await LedgerService.open(ws);
    expect(await ledger.canonicalHash()).toBe(before);
  });

  test('changed and imported again, then undone in the wrong order, leaves the workspace as it was to the hash', async () => {
    const empty = await ledger.canonicalHash();
    const a = await importText(FILES[object]);
    const first = await ledger.canonicalHash();
    const b = await importText(FILES[object].replaceAll('华东仪器', '华南仪器'));
    expect(await ledger.canonicalHash()).not.toBe(first);
    const c = await importText(FILES[object].replaceAll('北方阀门', '西部阀门'));
    await ledger.undoImport(b);
    await ledger.undoImport(c);
    expect(await ledger.canonicalHash()).toBe(first);
    await ledger.undoImport(a);
    expect(await ledger.canonicalHash()).toBe(empty);
    expect([await ws.db.hotSegments.count(), await ws.db.coldSegments.count(), await ws.db.marks.count()]).toEqual([0, 0, 0]);
  });

  test('that says anything else in a single cell is another fact: the hash covers every column', async () => {
    const lines = FILES[object].trim().split('\n');
    const hashes = new Set<string>();
    const cells = lines[1]!.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g)!;
    const variants = cells.flatMap((cell, at) => (/^[^\d]+$/.test(cell) ? [cells.with(at, `${cell}甲`)] : []));
    expect(variants.length).toBeGreaterThan(2);
    for (const variant of [cells, ...variants]) {
      const batch = await importText(`${lines[0]}\n${variant.join(',')}\n`);
      hashes.add((await ledger.canonicalHash()).slice(0, 16));
      await ledger.undoImport(batch);
    }
    expect(hashes.size).toBe(variants.length + 1);
  });
});

test('payments come to their exact sum, open by day with number, method, file and line; a void one is told', async () => {
  const report = await look(FILES.payments, 'hk.csv');
  expect(report.issues).toEqual([expect.objectContaining({ line: 4, column: 'H', code: 'status.notCounted', amountFen: 30_000 })]);
  expect(report.totals).toEqual([{ field: 'amount', column: '回款金额', sourceTotal: '13000000', bookedTotal: '100000', unit: 'money' }]);
  await commit(report);
  expect((await ws.db.importBatches.toArray())[0]).toMatchObject({ object: 'payments', bookedFen: 100_000, months: ['2024-01', '2024-02'] });
  const page = await rowsOf('payments', 'amount');
  expect(page).toMatchObject({ total: 2, sumFen: 100_000 });
  expect(page.rows[0]).toEqual({ day: '2024-01-05', number: 'HK1', customer: '华东仪器', product: '', person: '李娜', detail: '电汇', amountFen: 120_050, fileName: 'hk.csv', sheet: '', line: 2, identity: '' });
});

test('visits without an id that are really repeated survive; each opens with kind and subject', async () => {
  const report = await look(FILES.activities);
  expect(report.issues).toEqual([expect.objectContaining({ line: 5, code: 'required', header: '拜访日期' })]);
  await commit(report);
  const page = await rowsOf('activities', 'rows');
  expect(page).toMatchObject({ total: 3, sumFen: 0 });
  expect(page.rows.map(({ day, detail, line }) => [day, detail, line])).toEqual([['2024-01-05', '上门 · 年度回顾', 2], ['2024-01-05', '上门 · 年度回顾', 3], ['2024-03-01', '电话 · 报价', 4]]);
});

test('a complaint imported again at its next stage is the same complaint, changed', async () => {
  await importText(FILES.complaints);
  const report = await look(FILES.complaints.replace('调查,,', '终止,2024-03-01,'));
  expect(counts(report)).toEqual({ object: 'complaints', rows: 2, added: 0, changed: 1, unchanged: 1, rejected: 0 });
  await commit(report);
  expect((await rowsOf('complaints', 'rows')).rows.map(({ number, product, detail }) => [number, product, detail])).toEqual([['TS1', '流量计', '质量 · 终止'], ['TS2', '球阀', '交期 · 终止']]);
});

test('an answer off the scale and an answer without any is told; one with only words counts', async () => {
  const report = await look(FILES.surveys);
  expect(report.issues.map(({ line, column, code, detail }) => [line, column, code, detail])).toEqual([[3, 'E', 'number.outOfRange', '11'], [5, 'E', 'required', '']]);
  await commit(report);
  expect((await rowsOf('surveys', 'rows')).rows.map(({ detail }) => detail)).toEqual(['9 · 4.5', '– · –']);
});

test('payments are never taken for orders, nor what has only common words for anything else', async () => {
  const recognised = async (header: string) => {
    const inspected = await ledger.inspect(textSource('f.csv', `${header}\n`), null);
    return inspected.ok ? inspected.value.mapping.object : inspected.error.code;
  };
  expect(await recognised('回款编号,日期,客户,金额')).toBe('payments');
  expect(await recognised('payment date,customer,amount')).toBe('payments');
  expect(await recognised('日期,客户,金额,收款方式')).toBe('orders');
  expect(await recognised('date,customer,amount,payment method,status')).toBe('orders');
  expect(await recognised('订单号,下单时间,客户,销售员,金额,付款方式,到账时间')).toBe('orders');
  expect(await recognised('回款单号,订单编号,订单日期,订单金额,回款日期,回款金额,客户')).toBe('payments');
  expect(await recognised('单据编号,日期,客户,收款金额,结算方式,业务员')).toBe('payments');
  expect(await recognised('付款单号,付款日期,供应商,付款金额')).toBe('file.missingField');
  expect(await recognised('Subject,Date,Assigned,Contact,Task Status')).not.toBe('contacts');
  expect(await recognised('Case Number,Contact Name,Subject,Status,Priority,Date/Time Opened,Case Owner')).toBe('complaints');
  expect(await recognised('姓名,职位,电话,邮箱')).not.toBe('contacts');
  expect(await recognised('客户名称,联系人,职务,手机,生日')).toBe('contacts');
  expect(await recognised('Visit date,Account,Visited by,Visit type,Notes')).toBe('activities');
  expect(await recognised('Case number,Opened on,Account,Case type,Status')).toBe('complaints');
  expect(await recognised('Timestamp,Company,How likely are you to recommend us,Comments')).toBe('surveys');
});

test('owners of every kind of fact are asked for, with all their live rows', async () => {
  const batches = [await importText(FILES.payments), await importText(FILES.activities), await importText(FILES.complaints)];
  const rows = async () => new Map((await ledger.ownerRows()).map(({ ownerName, rows: count }) => [ownerName, count]));
  expect([...(await rows())]).toEqual([['李娜', 5], ['王伟', 2]]);
  await ledger.undoImport(batches[1]!);
  expect([...(await rows())]).toEqual([['李娜', 3], ['王伟', 1]]);
});

describe('contacts', () => {
  const CONTACTS = FILES.contacts;

  test('of the same name at two customers are two; the same file again changes nothing; undone they are gone', async () => {
    const empty = await ledger.canonicalHash();
    const report = await look(CONTACTS);
    expect(counts(report)).toEqual({ object: 'contacts', rows: 3, added: 2, changed: 0, unchanged: 0, rejected: 1 });
    expect(report.issues).toEqual([expect.objectContaining({ line: 4, code: 'row.duplicate', detail: '3' })]);
    const first = await commit(report);
    expect((await ws.db.contacts.toArray()).map(({ id, phone, birthday }) => [id, phone, birthday])).toEqual([['ct:北方阀门/陈工', '13900000000', null], ['ct:华东仪器/陈工', '13800000000', '1980-05-06']]);
    expect(counts(await look(CONTACTS))).toEqual({ object: 'contacts', rows: 3, added: 0, changed: 0, unchanged: 2, rejected: 1 });
    const second = await importText('contact id,contact name,account,mobile\nC7,陈工,华东仪器,13700000000\n');
    expect(await ws.db.contacts.get('ct:华东仪器/陈工')).toMatchObject({ code: 'C7', phone: '13700000000', title: '采购', ownerName: '李娜' });
    await ledger.undoImport(first);
    expect(await ws.db.contacts.count()).toBe(1);
    await ledger.undoImport(second);
    expect(await ledger.canonicalHash()).toBe(empty);
  });
});
