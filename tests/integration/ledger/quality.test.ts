import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QualityReport } from '@shared/contracts/quality';
import type { ImportObject } from '@shared/records/import-object';
import { setCustomerClass } from '@renderer/data/customer-files';
import { keepApart, mergeCustomers, unmerge } from '@renderer/data/customer-merges';
import { decideOwner } from '@renderer/data/identities';
import { redo, undo } from '@renderer/data/undo';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { figuresQuery } from '@renderer/ledger/queries/figures-query';
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

async function importText(text: string, as: ImportObject | null = null, name = 'file.csv', source: string | null = null): Promise<string> {
  const inspected = await ledger.inspect(textSource(name, text), as);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const mapping = source === null ? inspected.value.mapping : { ...inspected.value.mapping, source };
  const report = await ledger.dryRun(textSource(name, text), mapping, quiet);
  if (!report.ok) throw new Error(report.error.code);
  const committed = await ledger.commitImport({ runId: report.value.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return committed.value.batchId;
}

const orders = (lines: readonly string[]) => `order no,line no,date,sales rep,customer,product,channel,quantity,amount,profit\n${lines.join('\n')}\n`;
const unnumbered = (lines: readonly string[]) => `date,sales rep,customer,product,quantity,amount\n${lines.join('\n')}\n`;
const ALL = { leaves: null, from: null, to: null, customer: null, product: null, stage: null } as const;
const quality = async (): Promise<QualityReport> => (await ledger.quality())!;
async function pareto() {
  const figures = await figuresQuery(ledger, ws, { period: '2024', scope: null });
  if (!figures.ok) throw new Error(figures.error);
  return { customers: figures.value.counts.customers, rows: figures.value.pareto.map(({ customer, netFen }) => [customer, netFen]) };
}
const LINES = ['S1,1,2024-01-10,Li Na,Acme Ltd,Pump,D,1,100,1', 'S2,1,2024-02-10,Li Na,ACME,Pump,D,1,50,1', 'S3,1,2024-03-10,Wang Wei,Bolt GmbH,Pump,D,1,30,1'];

describe('customers of several names', () => {
  test('count as one everywhere, their rows keep the name they came with, and undo parts them again', async () => {
    await importText(orders(LINES));
    const before = await pareto();
    expect(before).toEqual({ customers: 3, rows: [['Acme Ltd', 10_000], ['ACME', 5_000], ['Bolt GmbH', 3_000]] });
    await mergeCustomers(ws, [{ names: ['ACME', 'Acme Ltd'], into: 'Acme Ltd' }]);
    expect(await pareto()).toEqual({ customers: 2, rows: [['Acme Ltd', 15_000], ['Bolt GmbH', 3_000]] });
    const page = await ledger.drill({ fact: 'orders', part: 'net', ...ALL, customer: 'Acme Ltd' }, 0, 10);
    expect(page.rows.map(({ customer }) => customer)).toEqual(['Acme Ltd', 'ACME']);
    expect(page.sumFen).toBe(15_000);
    await undo(ws);
    expect(await pareto()).toEqual(before);
    await redo(ws);
    expect((await pareto()).customers).toBe(2);
    await unmerge(ws, 'ACME');
    expect(await pareto()).toEqual(before);
  });

  test('count by the end of a chain, also one that no fact names, and a circle is refused whole', async () => {
    await importText(orders(LINES));
    await mergeCustomers(ws, [{ names: ['ACME'], into: 'Acme Ltd' }]);
    await mergeCustomers(ws, [{ names: ['Acme Ltd'], into: 'Acme Holdings' }]);
    expect((await pareto()).rows).toEqual([['Acme Holdings', 15_000], ['Bolt GmbH', 3_000]]);
    expect((await ledger.drill({ fact: 'orders', part: 'net', ...ALL, customer: 'Acme Holdings' }, 0, 10)).total).toBe(2);
    const merges = await ws.db.customerMerges.toArray();
    expect(await mergeCustomers(ws, [{ names: ['Bolt GmbH'], into: 'Bolt' }, { names: ['Acme Holdings'], into: 'ACME' }])).toEqual({ ok: false, error: 'merge.circle' });
    expect(await ws.db.customerMerges.toArray()).toEqual(merges);
  });

  test('of opportunities count as one too', async () => {
    await importText('opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\nO1,Li Na,P,Acme Ltd,Won,2024-01-01,2024-02-01,100\nO2,Li Na,P,ACME,Won,2024-01-01,2024-02-02,50\n');
    await mergeCustomers(ws, [{ names: ['ACME'], into: 'Acme Ltd' }]);
    expect(await pareto()).toEqual({ customers: 1, rows: [['Acme Ltd', 15_000]] });
    expect((await ledger.drill({ fact: 'opportunities', part: 'won', ...ALL, customer: 'ACME' }, 0, 10)).sumFen).toBe(15_000);
  });

  test('are offered with the name of the file to stay, and not again once decided', async () => {
    await importText('account,sector,city\nAcme Ltd,Steel,Wuxi\n');
    await importText(orders(LINES));
    const { duplicates } = await quality();
    expect(duplicates).toEqual({ total: 1, listed: [{ names: [{ name: 'Acme Ltd', rows: 1, hasFile: true }, { name: 'ACME', rows: 1, hasFile: false }], pairs: [{ names: ['ACME', 'Acme Ltd'], reason: 'form' }], certain: true }] });
    await keepApart(ws, ['ACME']);
    expect((await quality()).duplicates.total).toBe(0);
    await undo(ws);
    expect((await quality()).duplicates.total).toBe(1);
  });

  test('written in pinyin by another system are offered', async () => {
    await importText(orders(['S1,1,2024-01-10,Li Na,华为技术有限公司,Pump,D,1,100,1', 'S2,1,2024-01-10,Li Na,HUAWEI JISHU,Pump,D,1,100,1']));
    expect((await quality()).duplicates.listed.map(({ names, pairs, certain }) => [names.length, pairs[0]!.reason, certain])).toEqual([[2, 'sound', false]]);
  });
});

describe('what is to be mended', () => {
  test('in an empty workspace is nothing', async () => {
    const { classes, classedBy, ...lists } = await quality();
    expect([classes, classedBy]).toEqual([[], null]);
    for (const list of Object.values(lists)) expect(list).toEqual({ total: 0, listed: [] });
  });

  test('are owners nobody answers to, with what they hold, until they are decided', async () => {
    await ws.db.people.add({ id: 'p:1', name: 'Li  Na', externalId: '', title: '', managerName: '', joinedOn: null, leftOn: null });
    await importText(orders(LINES), null, 'file.csv', 'erp');
    expect((await quality()).owners.listed).toEqual([
      { source: 'erp', ownerKey: 'Li Na', ownerName: 'Li Na', rows: 2, netFen: 15_000, wonFen: 0, namesake: { personId: 'p:1', name: 'Li  Na' } },
      { source: 'erp', ownerKey: 'Wang Wei', ownerName: 'Wang Wei', rows: 1, netFen: 3_000, wonFen: 0, namesake: null },
    ]);
    await decideOwner(ws, { source: 'erp', ownerKey: 'Li Na', ownerName: 'Li Na' }, 'p:1');
    await decideOwner(ws, { source: 'erp', ownerKey: 'Wang Wei', ownerName: 'Wang Wei' }, null);
    expect((await quality()).owners.total).toBe(0);
  });

  test('are customers without a class, by the net sales of their names in twelve months', async () => {
    await importText('account,class,sector\nAcme Ltd,,Steel\nBolt GmbH,,Food\nOther,A,Food\n');
    await importText(orders([...LINES, 'S0,1,2023-03-31,Wang Wei,Bolt GmbH,Pump,D,1,9000,1']));
    await mergeCustomers(ws, [{ names: ['ACME'], into: 'Acme Ltd' }]);
    const report = await quality();
    expect(report.classedBy).toEqual({ from: '2023-04', to: '2024-03' });
    expect(report.classes).toEqual(['A']);
    expect(report.unclassed.listed).toEqual([{ id: 'c:Acme Ltd', name: 'Acme Ltd', netFen: 15_000 }, { id: 'c:Bolt GmbH', name: 'Bolt GmbH', netFen: 3_000 }]);
    await setCustomerClass(ws, ['c:Acme Ltd', 'c:Bolt GmbH'], 'A');
    expect((await quality()).unclassed.total).toBe(0);
  });

  test('are customers and products without a file; a merged name has the file of the one it counts as', async () => {
    await importText('account,sector,city\nAcme Ltd,Steel,Wuxi\n');
    await importText(orders(LINES));
    const report = await quality();
    expect([report.unfiledCustomers.listed, report.unfiledProducts.listed]).toEqual([[{ name: 'ACME', rows: 1 }, { name: 'Bolt GmbH', rows: 1 }], [{ name: 'Pump', rows: 3 }]]);
    await mergeCustomers(ws, [{ names: ['ACME'], into: 'Acme Ltd' }]);
    expect((await quality()).unfiledCustomers.listed).toEqual([{ name: 'Bolt GmbH', rows: 1 }]);
  });

  test('are gaps in the months of a source; an undone import leaves none', async () => {
    const batch = await importText(orders(['S1,1,2024-01-10,Li Na,A,Pump,D,1,100,1', 'S2,1,2024-04-10,Li Na,A,Pump,D,1,50,1']), null, 'file.csv', 'erp');
    expect((await quality()).gaps.listed).toEqual([{ source: 'erp', object: 'orders', kind: 'empty', from: '2024-02', to: '2024-03', rows: 0, usual: 1 }]);
    await ledger.undoImport(batch);
    expect((await quality()).gaps.total).toBe(0);
  });

  test('are lines that stand out, with file and line, each for one reason', async () => {
    const usual = Array.from({ length: 40 }, (_, i) => `S${i},1,2024-01-${10 + (i % 15)},Li Na,A,Pump,D,1,${100 + i},1`);
    await importText(orders([...usual, 'X1,1,2024-01-12,Li Na,A,Pump,D,1,100000,1', 'X2,1,2099-01-12,Li Na,A,Pump,D,1,100,1', 'X3,1,2024-01-13,Li Na,A,Pump,D,2,0,1', 'X4,1,2024-01-13,Li Na,A,Pump,D,-1,-110,1']));
    const { outliers } = await quality();
    expect(outliers.listed.map(({ kind, row }) => [kind, row.number, row.fileName, row.line])).toEqual([['future', 'X2', 'file.csv', 43], ['amount', 'X1', 'file.csv', 42], ['price', 'X3', 'file.csv', 44]]);
    expect(outliers.listed[1]!.usualFen).toBeGreaterThan(11_000);
    expect(outliers.listed[1]!.usualFen).toBeLessThan(13_000);
  });

  test('are lines that two sources hold both; repeated lines of one source are real', async () => {
    await importText(unnumbered(['2024-01-10,Li Na,Acme Ltd,Pump,1,100', '2024-01-10,Li Na,Acme Ltd,Pump,1,100', '2024-01-11,Li Na,ACME,Pump,1,70']), 'orders', 'head.csv', 'head office');
    expect((await quality()).repeats.total).toBe(0);
    await importText(orders(['S1,1,2024-01-11,Li Na,Acme Ltd,Pump,D,1,70,1', 'S2,1,2024-01-12,Li Na,Acme Ltd,Pump,D,1,100,1']), 'orders', 'erp.csv', 'erp');
    expect((await quality()).repeats.total).toBe(0);
    await mergeCustomers(ws, [{ names: ['ACME'], into: 'Acme Ltd' }]);
    expect((await quality()).repeats.listed).toEqual([{ day: '2024-01-11', customer: 'ACME', product: 'Pump', amountFen: 7_000, rows: [{ source: 'head office', fileName: 'head.csv', line: 4 }, { source: 'erp', fileName: 'erp.csv', line: 2 }] }]);
  });
});
