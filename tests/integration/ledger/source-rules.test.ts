import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DryRun, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { type TestWorkspace, everyRow, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

const quiet = () => undefined;
let ws: TestWorkspace;
let ledger: LedgerService;

beforeEach(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
});
afterEach(() => ws.close());

type Change = (mapping: SourceMapping) => SourceMapping;

async function inspect(text: string): Promise<SourceInspection> {
  const inspected = await ledger.inspect(textSource('file.csv', text), null);
  if (!inspected.ok) throw new Error(inspected.error.code);
  return inspected.value;
}

async function dryRun(text: string, change: Change = (mapping) => mapping): Promise<DryRun> {
  const report = await ledger.dryRun(textSource('file.csv', text), change((await inspect(text)).mapping), quiet);
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

async function importText(text: string, change?: Change): Promise<string> {
  const committed = await ledger.commitImport({ runId: (await dryRun(text, change)).runId, sha256: 'c'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return committed.value.batchId;
}

const plain = 'order no,date,customer,amount\nS1,2024-01-01,A,100\n';
const dollars = 'order no,date,customer,amount,currency\nS1,2024-01-01,A,100,USD\nS2,2024-01-01,A,100,CNY\n';
const withTax = (taxBasis: SourceMapping['taxBasis']): Change => (mapping) => ({ ...mapping, taxBasis });
const atRate = (rate: string): Change => (mapping) => ({ ...mapping, rates: [{ currency: 'USD', rate }] });
const ALL = { leaves: null, from: null, to: null, customer: null, product: null, stage: null } as const;
const netFen = async () => (await ledger.drill({ fact: 'orders', part: 'net', ...ALL }, 0, 10)).sumFen;

describe('the tax basis of a source', () => {
  test('is told by the header of its amounts, and asked where that does not say', async () => {
    const basisOf = async (header: string) => (await inspect(`order no,date,customer,${header}\nS1,2024-01-01,A,1\n`)).mapping.taxBasis;
    expect([await basisOf('价税合计'), await basisOf('含税金额'), await basisOf('amount')]).toEqual(['inclusive', 'inclusive', null]);
    expect((await inspect('单号,业务日期,客户,未税金额\nS1,2024-01-01,A,1\n')).mapping.taxBasis).toBe('exclusive');
    expect((await inspect('order no,date,customer,quantity,含税单价\nS1,2024-01-01,A,1,1\n')).mapping.taxBasis).toBe('inclusive');
  });

  test('is remembered with the import and proposed for its next file, of whatever header; the undo forgets it', async () => {
    const before = [await ledger.canonicalHash(), await everyRow(ws)];
    const batch = await importText(plain, withTax('exclusive'));
    expect(await ws.db.sourceRules.toArray()).toEqual([{ id: 'table', taxBasis: 'exclusive', rates: [] }]);
    expect((await inspect('date,customer,amount,region\n2024-01-01,A,1,East\n')).mapping.taxBasis).toBe('exclusive');
    await ledger.undoImport(batch);
    expect(await ws.db.sourceRules.count()).toBe(0);
    expect(await ledger.canonicalHash()).toBe(before[0]);
  });

  test('unsaid stands in nobody’s way and is not remembered', async () => {
    await importText(plain);
    expect(await ws.db.sourceRules.count()).toBe(0);
  });

  test('other than that of standing batches of other sources is said in the dry run', async () => {
    const as = (source: string, taxBasis: SourceMapping['taxBasis']): Change => (mapping) => ({ ...mapping, source, taxBasis });
    const batch = await importText(plain, as('erp', 'inclusive'));
    expect((await dryRun(plain, as('table', 'exclusive'))).otherTaxBases).toEqual([{ source: 'erp', taxBasis: 'inclusive' }]);
    for (const same of [as('table', 'inclusive'), as('table', null), as('erp', 'exclusive')]) expect((await dryRun(plain, same)).otherTaxBases).toEqual([]);
    await ledger.undoImport(batch);
    expect((await dryRun(plain, as('table', 'exclusive'))).otherTaxBases).toEqual([]);
  });
});

describe('the rate of a currency', () => {
  test('is remembered with the import and proposed for the source’s next file', async () => {
    await importText(dollars, atRate('7.1'));
    expect(await ws.db.sourceRules.get('table')).toEqual({ id: 'table', taxBasis: null, rates: [{ currency: 'USD', rate: '7.1' }] });
    expect((await inspect(dollars.replace('currency', '币种'))).mapping.rates).toEqual([{ currency: 'USD', rate: '7.1' }]);
    expect(await netFen()).toBe(81_000);
  });

  test('changed makes its rows changed rows, and only those; undone, the workspace is what it was to the hash', async () => {
    await importText(dollars, atRate('7.1'));
    const before = await ledger.canonicalHash();
    expect(await dryRun(dollars)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await dryRun(dollars, atRate('7.2'))).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    const batch = await importText(dollars, atRate('7.2'));
    expect(await netFen()).toBe(82_000);
    expect((await ws.db.sourceRules.get('table'))?.rates).toEqual([{ currency: 'USD', rate: '7.2' }]);
    await ledger.undoImport(batch);
    expect(await netFen()).toBe(81_000);
    expect(await ledger.canonicalHash()).toBe(before);
  });

  test('that is missing rejects the rows with their amount and writes nothing of them', async () => {
    const report = await dryRun(dollars);
    expect(report).toMatchObject({ added: 1, rejected: 1, issues: [{ line: 2, column: 'E', code: 'currency.noRate', detail: 'USD 100' }] });
    await importText(dollars);
    expect(await netFen()).toBe(10_000);
  });
});
