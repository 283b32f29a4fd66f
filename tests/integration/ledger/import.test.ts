import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { yearMonth } from '@shared/kernel/month';
import type { DryRun } from '@shared/contracts/import-run';
import type { ImportObject } from '@shared/records/import-object';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { type TestWorkspace, everyRow, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';
import { signMonth } from './sign-month';

const SHA = 'a'.repeat(64);
const quiet = () => undefined;
let ws: TestWorkspace;
let ledger: LedgerService;

beforeEach(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
});
afterEach(() => ws.close());

async function look(text: string, as: ImportObject | null = null, name = 'file.csv'): Promise<DryRun> {
  const inspected = await ledger.inspect(textSource(name, text), as);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const report = await ledger.dryRun(textSource(name, text), inspected.value.mapping, quiet);
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

async function commit(report: DryRun): Promise<string> {
  const committed = await ledger.commitImport({ runId: report.runId, sha256: SHA }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return committed.value.batchId;
}

const importText = async (text: string, as: ImportObject | null = null, name = 'file.csv') => commit(await look(text, as, name));
const counts = ({ rows, added, changed, unchanged, rejected }: DryRun) => ({ rows, added, changed, unchanged, rejected });
const ALL = { leaves: null, from: null, to: null, customer: null, product: null, stage: null } as const;
const net = () => ledger.drill({ fact: 'orders', part: 'net', ...ALL }, 0, 100);

const orders = (lines: readonly string[]) => `order no,line no,date,sales rep,customer,product,channel,quantity,amount,profit\n${lines.join('\n')}\n`;
const LINES = Array.from({ length: 30 }, (_, i) => `S${100 + i},1,2024-0${1 + (i % 3)}-1${i % 10},${i % 2 ? 'Li Na' : 'Wang Wei'},Customer ${i % 4},Pump,Direct,${i + 1},${i * 10}.25,${i}.10`);

describe('an import', () => {
  test('books its rows, shows them with file and line, and reads the same after a restart', async () => {
    await importText(orders(LINES), null, 'january.csv');
    const expected = LINES.reduce((sum, _line, i) => sum + i * 1000 + 25, 0);
    const page = await net();
    expect(page).toMatchObject({ total: 30, sumFen: expected });
    expect(page.rows[0]).toEqual({ day: '2024-01-10', number: 'S100', customer: 'Customer 0', product: 'Pump', person: 'Wang Wei', detail: 'Direct', amountFen: 25, fileName: 'january.csv', sheet: '', line: 2, identity: '' });
    const hash = await ledger.canonicalHash();
    ledger = await LedgerService.open(ws);
    expect(await net()).toEqual(page);
    expect(await ledger.canonicalHash()).toBe(hash);
  });

  test('of the same file again changes no row, under another name and with its columns shuffled too', async () => {
    await importText(orders(LINES));
    expect(counts(await look(orders(LINES)))).toEqual({ rows: 30, added: 0, changed: 0, unchanged: 30, rejected: 0 });
    const shuffled = orders(LINES).trim().split('\n').map((line) => line.split(',').reverse().join(';')).join('\r\n');
    expect(counts(await look(shuffled, null, 'renamed.csv'))).toEqual({ rows: 30, added: 0, changed: 0, unchanged: 30, rejected: 0 });
  });

  test('with 3 rows changed, 2 added and 1 repeated says exactly that', async () => {
    await importText(orders(LINES));
    const next = LINES.map((line, i) => (i < 3 ? line.replace(/,[\d.]+,[\d.]+$/, ',7777,1') : line));
    const report = await look(orders([...next, LINES[5]!, 'S900,1,2024-04-01,Li Na,New,Pump,Direct,1,5,1', 'S901,1,2024-04-02,Li Na,New,Pump,Direct,1,5,1']));
    expect(counts(report)).toEqual({ rows: 33, added: 2, changed: 3, unchanged: 27, rejected: 1 });
    expect(report.issues).toEqual([expect.objectContaining({ line: 32, code: 'row.duplicate', detail: '7' })]);
    await commit(report);
    expect(await net()).toMatchObject({ total: 32 });
    expect((await ledger.drill({ fact: 'orders', part: 'net', ...ALL, from: '2024-04-01' as never }, 0, 10)).sumFen).toBe(1000);
  });

  test('undone in any order leaves the workspace as it was, to the hash', async () => {
    await importText(orders(LINES));
    await importText('account,sector,city\nCustomer 1,Steel,Wuxi\nCustomer 2,Food,Suzhou\n');
    const before = await ledger.canonicalHash();
    const changed = LINES.map((line, i) => (i % 5 === 0 ? line.replace('Pump', 'Valve') : line));
    const b = await importText(orders(changed.slice(0, 20)));
    const c = await importText(orders([...changed.slice(10), 'S900,1,2024-04-01,Li Na,New,Pump,Direct,1,5,1']));
    const d = await importText('account,sector,city\nCustomer 1,Steel,Changzhou\nCustomer 3,Food,Suzhou\n');
    expect(await ledger.canonicalHash()).not.toBe(before);
    for (const batch of [b, d, c]) expect((await ledger.undoImport(batch)).ok).toBe(true);
    expect(await ledger.canonicalHash()).toBe(before);
    expect(await ledger.undoImport(b)).toEqual({ ok: false, error: 'import.alreadyUndone' });
    expect(await ledger.undoImport('nobody')).toEqual({ ok: false, error: 'import.unknownBatch' });
    ledger = await LedgerService.open(ws);
    expect(await ledger.canonicalHash()).toBe(before);
  });

  test('whose first file is undone keeps the rows that a later file attests', async () => {
    const a = await importText(orders(LINES));
    const b = await importText(orders(LINES.slice(0, 10)));
    await ledger.undoImport(a);
    expect(await net()).toMatchObject({ total: 10 });
    await ledger.undoImport(b);
    expect(await net()).toMatchObject({ total: 0 });
    expect([await ws.db.hotSegments.count(), await ws.db.coldSegments.count(), await ws.db.marks.count()]).toEqual([0, 0, 0]);
  });

  test('cancelled while it is written leaves nothing', async () => {
    const before = await everyRow(ws);
    const report = await look(orders(LINES));
    const committed = await ledger.commitImport({ runId: report.runId, sha256: SHA }, () => ledger.cancelImport(report.runId));
    expect(committed).toEqual({ ok: false, error: 'import.cancelled' });
    expect(await everyRow(ws)).toBe(before);
    expect([await ws.db.hotSegments.count(), await ws.db.coldSegments.count(), await ws.db.dictionaries.count(), await ws.db.changeSets.count()]).toEqual([0, 0, 0, 1]);
    expect(await net()).toMatchObject({ total: 0 });
    expect(await ledger.commitImport({ runId: report.runId, sha256: SHA }, quiet)).toEqual({ ok: false, error: 'import.unknownRun' });
  });

  test('cancelled while it is read answers so', async () => {
    const inspected = await ledger.inspect(textSource('f.csv', orders(LINES)), null);
    if (!inspected.ok) throw new Error(inspected.error.code);
    const reading = ledger.dryRun(textSource('f.csv', orders(LINES)), inspected.value.mapping, quiet);
    ledger.cancelImport(null);
    expect(await reading).toMatchObject({ ok: false, error: { code: 'file.cancelled' } });
  });

  test('whose report no longer holds is refused as stale, one whose report still holds is written', async () => {
    const [first, same, other] = [await look(orders(LINES)), await look(orders(LINES)), await look(orders(['X1,1,2024-05-01,Li Na,Z,Pump,Direct,1,5,1']))];
    await commit(first);
    expect(await ledger.commitImport({ runId: same.runId, sha256: SHA }, quiet)).toEqual({ ok: false, error: 'import.stale' });
    expect((await ledger.commitImport({ runId: other.runId, sha256: SHA }, quiet)).ok).toBe(true);
  });

  test('that signed months are touched by is announced', async () => {
    await signMonth(ws, yearMonth('2024-02'));
    expect((await look(orders(LINES))).signedMonths).toEqual(['2024-02']);
    expect((await look(orders(LINES.filter((line) => !line.includes('2024-02'))))).signedMonths).toEqual([]);
  });
});

describe('records', () => {
  const PEOPLE = 'name,manager,regional office\nLi Na,Mao,East\nWang Wei,Mao,East\nZhao Yi,Qian,West\n';

  test('people make the tree, their owners match, and the others are asked about', async () => {
    await importText(PEOPLE);
    expect((await ws.db.orgUnits.toArray()).map((unit) => unit.id).sort()).toEqual(['u:', 'u:East', 'u:East/Mao', 'u:West', 'u:West/Qian']);
    expect((await look(orders(['S1,1,2024-01-01,Li Na,A,P,D,1,1,1', 'S2,1,2024-01-01,Somebody,A,P,D,1,1,1', 'S3,1,2024-01-01,,A,P,D,1,1,1']))).unmatchedOwners).toEqual([{ ownerKey: 'Somebody', ownerName: 'Somebody', rows: 1, candidates: [] }]);
    expect(counts(await look(PEOPLE))).toEqual({ rows: 3, added: 0, changed: 0, unchanged: 3, rejected: 0 });
  });

  test('a circle of managers and an unknown one are rejected by path, the rest stands', async () => {
    const report = await look('name,manager,title\nA,B,x\nB,A,x\nC,,boss\nD,C,x\nE,Nobody,x\n', 'people');
    expect(report.issues.map(({ line, code }) => [line, code])).toEqual([[2, 'org.cycle'], [3, 'org.cycle'], [6, 'org.missingBoss']]);
    expect(counts(report)).toEqual({ rows: 5, added: 2, changed: 0, unchanged: 0, rejected: 3 });
  });

  test('fields that a file has no column for keep what they have', async () => {
    await importText('customer name,code,industry,city\nAcme,A1,Steel,Wuxi\n');
    const report = await look('customer name,code,city\nAcme,A1,Suzhou\n');
    expect(counts(report)).toMatchObject({ changed: 1 });
    await commit(report);
    expect(await ws.db.customers.toArray()).toEqual([{ id: 'c:A1', name: 'Acme', code: 'A1', class: '', industry: 'Steel', city: 'Suzhou', ownerName: '' }]);
  });
});

describe('figures', () => {
  test('the cube adds up by the leaf that held on the day, also within a month', async () => {
    await ws.db.people.add({ id: 'p:Li Na', name: 'Li Na', externalId: '', title: '', managerName: '', joinedOn: null, leftOn: null });
    const membership = (unitId: string, from: string | null, to: string | null) => ({ id: `m:p:Li Na@${unitId}@${from ?? ''}`, personId: 'p:Li Na', unitId, from: from as never, to: to as never, position: 0 });
    await ws.db.memberships.bulkAdd([membership('u:E', null, '2024-01-15'), membership('u:W', '2024-01-16', null)]);
    await importText(orders(['S1,1,2024-01-10,Li Na,A,P,D,1,100,10', 'S2,1,2024-01-20,Li Na,A,P,D,1,-30,', 'S3,1,2024-02-20,Li Na,B,P,D,1,7,2', 'S4,1,2024-02-20,,B,P,D,1,1,']));
    const { buildAttribution, matchOwners } = await import('@shared/domain/org/attribution');
    const people = await ws.db.people.toArray();
    const attribution = buildAttribution(people, await ws.db.memberships.toArray(), matchOwners(await ledger.owners(), people, []));
    const facts = await ledger.facts(attribution, new Map());
    const cell = (leaf: string, month: string) => attribution.leaves.indexOf(leaf) * facts.orders.months.length + facts.orders.months.indexOf(month as never);
    expect(facts.orders.salesFen[cell('m:p:Li Na@u:E@', '2024-01')]).toBe(10_000);
    expect(facts.orders.returnsFen[cell('m:p:Li Na@u:W@2024-01-16', '2024-01')]).toBe(-3_000);
    expect(facts.orders.salesFen[cell('m:p:Li Na@u:W@2024-01-16', '2024-02')]).toBe(700);
    expect(facts.orders.salesFen[cell('unassigned', '2024-02')]).toBe(100);
    expect([...facts.orders.marginLines].reduce((a, b) => a + b)).toBe(2);
    expect(facts.countOrders(new Set(attribution.leaves), '2024-01-01' as never, '2024-12-31' as never)).toEqual({ orders: 4, customers: 2 });
    expect(facts.netByCustomer(new Set(attribution.leaves), '2024-01-01' as never, '2024-12-31' as never)).toEqual([{ customer: 'A', netFen: 7_000 }, { customer: 'B', netFen: 800 }]);
    expect((await ledger.drill({ fact: 'orders', part: 'net', ...ALL, leaves: ['m:p:Li Na@u:W@2024-01-16'] }, 0, 10)).sumFen).toBe(-2_300);
  });
});
