import fc from 'fast-check';
import { yearMonth } from '@shared/kernel/month';
import { expect, test } from 'vitest';
import type { ImportObject } from '@shared/records/import-object';
import { recordTables } from '@shared/records/record-tables';
import { commitChangeSet } from '@renderer/data/change-sets';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';
import { signMonth } from './sign-month';

const quiet = () => undefined;
type OpenWorkspace = Awaited<ReturnType<typeof openReadyWorkspace>>;

interface Opened {
  readonly ws: OpenWorkspace;
  readonly ledger: LedgerService;
}

async function begin(): Promise<Opened> {
  const ws = await openReadyWorkspace();
  return { ws, ledger: await LedgerService.open(ws) };
}

async function importText({ ws, ledger }: Opened, text: string, as: ImportObject): Promise<string> {
  const inspected = await ledger.inspect(textSource('f.csv', text), as);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const report = await ledger.dryRun(textSource('f.csv', text), inspected.value.mapping, quiet);
  if (!report.ok) throw new Error(report.error.code);
  const committed = await ledger.commitImport({ runId: report.value.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return committed.value.batchId;
}

/** What counts: live order lines and records, without notes of imports and without where a line came from. */
interface State {
  readonly facts: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, string>;
}

async function stateOf({ ws, ledger }: Opened): Promise<State> {
  const page = await ledger.drill({ fact: 'orders', part: 'net', leaves: null, from: null, to: null, customer: null, product: null, stage: null }, 0, 1_000);
  const records = await Promise.all(
    recordTables.filter((table) => table !== 'importBatches' && table !== 'sourceProfiles').map(async (table) => (await ws.db.records(table).toArray()).map((row) => [`${table}:${row.id}`, JSON.stringify(row)] as const)),
  );
  return { facts: new Map(page.rows.map((row) => [row.number, `${row.day} ${row.amountFen}`])), records: new Map(records.flat()) };
}

const same = (a: State, b: State) => expect([sorted(a.facts), sorted(a.records)]).toEqual([sorted(b.facts), sorted(b.records)]);
const sorted = (map: ReadonlyMap<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const gone = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) => [...before.keys()].filter((key) => !after.has(key)).length;
const altered = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) => [...after].filter(([key, value]) => before.get(key) !== value).length;
const monthsTouched = (before: State, after: State) => {
  const lines = [...gonePairs(before.facts, after.facts), ...gonePairs(after.facts, before.facts)];
  return [...new Set(lines.map((text) => text.slice(0, 7)))].sort();
};
const gonePairs = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) => [...a].flatMap(([key, value]) => (b.get(key) === value ? [] : [value]));

/** Undoes a batch and holds what happened against what was said before. */
async function undoAsSaid(opened: Opened, batchId: string): Promise<void> {
  const [before, preview] = [await stateOf(opened), await opened.ledger.previewUndo(batchId)];
  const undone = await opened.ledger.undoImport(batchId);
  if (!preview.ok || !undone.ok) throw new Error('not undone');
  opened.ws.clock.ms += 1_000;
  const after = await stateOf(opened);
  expect({ ...preview.value, kept: preview.value.kept.length }).toEqual({
    goes: gone(before.facts, after.facts) + gone(before.records, after.records),
    back: altered(before.facts, after.facts) + altered(before.records, after.records),
    kept: undone.value.keptRows,
    months: monthsTouched(before, after),
    signedMonths: [],
  });
}

type File = { readonly of: 'orders' | 'customers'; readonly rows: readonly (readonly [id: number, value: number])[] };
const textOf = ({ of, rows }: File): string =>
  of === 'orders'
    ? `order no,line no,date,customer,amount\n${rows.map(([id, value]) => `S${id},1,2024-0${value}-05,A,${value}`).join('\n')}\n`
    : `customer name,code,industry,city\n${rows.map(([id, value]) => `N${id},C${id},I${value},W${(value + id) % 3}`).join('\n')}\n`;

const file = fc.record({ of: fc.constantFrom('orders' as const, 'customers' as const), rows: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4, selector: ([id]) => id }) });
const history = fc.array(fc.record({ file, fate: fc.constantFrom('stays', 'early', 'late'), rank: fc.nat(99) }), { minLength: 2, maxLength: 6 });

test('whatever overlapping files of facts and records are imported and undone in whatever order, what is left depends only on who stands, and each undo does what was said before', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (moves) => {
      const first = await begin();
      const before = await stateOf(first);
      const waiting: { id: string; rank: number }[] = [];
      for (const { file: given, fate, rank } of moves) {
        const id = await importText(first, textOf(given), given.of);
        // Undone between two imports, or after all of them in an order of its own.
        if (fate === 'early' && rank % 2 === 0) await undoAsSaid(first, id);
        else if (fate !== 'stays') waiting.push({ id, rank });
      }
      for (const { id } of waiting.toSorted((a, b) => a.rank - b.rank)) await undoAsSaid(first, id);

      const second = await begin();
      for (const { file: given, fate } of moves) if (fate === 'stays') await importText(second, textOf(given), given.of);
      same(await stateOf(first), await stateOf(second));
      for (const { id } of (await first.ws.db.importBatches.toArray()).filter(({ undoneAt }) => undoneAt === null)) await undoAsSaid(first, id);
      same(await stateOf(first), before);
      await first.ws.close();
      await second.ws.close();
    }),
    { numRuns: 12 },
  );
});

test('an undo says which records stay because they were edited since, and which signed months it touches', async () => {
  const opened = await begin();
  const { ws, ledger } = opened;
  const customers = await importText(opened, 'customer name,code,industry,city\nAcme,C1,Steel,Wuxi\nBeta,C2,Food,Suzhou\n', 'customers');
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'customer_edit', params: {} } }, (writer) => writer.patch('customers', 'c:C1', { city: 'Changzhou' }));
  expect(await ledger.previewUndo(customers)).toMatchObject({ ok: true, value: { goes: 1, kept: ['Acme'] } });
  await signMonth(ws, yearMonth('2024-02'));
  const orders = await importText(opened, textOf({ of: 'orders', rows: [[1, 2], [2, 3]] }), 'orders');
  expect(await ledger.previewUndo(orders)).toMatchObject({ ok: true, value: { goes: 2, back: 0, months: ['2024-02', '2024-03'], signedMonths: ['2024-02'] } });
  expect(await ledger.previewUndo('nobody')).toEqual({ ok: false, error: 'import.unknownBatch' });
  await ledger.undoImport(orders);
  expect(await ledger.previewUndo(orders)).toEqual({ ok: false, error: 'import.alreadyUndone' });
  await ws.close();
});
