import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportObject } from '@shared/records/import-object';
import { customerMergeSchema } from '@shared/records/customer-merge';
import { mergeCustomers } from '@renderer/data/customer-merges';
import { openWorkspace } from '@renderer/data/workspace';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { textSource } from './bytes-source';

const quiet = () => undefined;

/** One window: its own connection to the database and its own columns in memory. */
interface Window {
  readonly ws: TestWorkspace;
  readonly ledger: LedgerService;
}

async function firstWindow(): Promise<Window> {
  const ws = await openReadyWorkspace();
  return { ws, ledger: await LedgerService.open(ws) };
}

async function anotherWindowOf({ ws }: Window): Promise<Window> {
  const opened = await openWorkspace({ databaseName: ws.db.name, id: ws.workspaceId, deviceId: ws.deviceId });
  const other = { ...opened, clock: ws.clock, now: () => ws.clock.ms, close: async () => opened.db.close() };
  return { ws: other, ledger: await LedgerService.open(other) };
}

interface File {
  readonly of: Extract<ImportObject, 'orders' | 'customers'>;
  readonly rows: readonly (readonly [id: number, value: number])[];
}

const textOf = ({ of, rows }: File): string =>
  of === 'orders'
    ? `order no,line no,date,customer,amount\n${rows.map(([id, value]) => `S${id},1,2024-0${value}-05,A${value},${value}`).join('\n')}\n`
    : `customer name,code,industry,city\n${rows.map(([id, value]) => `N${id},C${id},I${value},W${(value + id) % 3}`).join('\n')}\n`;

/** As a user does: what is said of a file no longer holds once the other window has written, so it is looked at again. */
async function importFile({ ledger }: Window, file: File): Promise<string> {
  const source = textSource('f.csv', textOf(file));
  for (;;) {
    const inspected = await ledger.inspect(source, file.of);
    if (!inspected.ok) throw new Error(inspected.error.code);
    const report = await ledger.dryRun(source, inspected.value.mapping, quiet);
    if (!report.ok) throw new Error(report.error.code);
    const committed = await ledger.commitImport({ runId: report.value.runId, sha256: 'a'.repeat(64) }, quiet);
    if (committed.ok) return committed.value.batchId;
    expect(committed.error).toBe('import.stale');
  }
}

const file: fc.Arbitrary<File> = fc.record({
  of: fc.constantFrom('orders', 'orders', 'customers'),
  rows: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 5, selector: ([id]) => id }),
});
type Move = { readonly does: 'import'; readonly file: File } | { readonly does: 'undo'; readonly which: number } | { readonly does: 'edit'; readonly name: number };
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: file.map((given) => ({ does: 'import', file: given }) as const) },
  { weight: 2, arbitrary: fc.nat(20).map((which) => ({ does: 'undo', which }) as const) },
  { weight: 1, arbitrary: fc.nat(20).map((name) => ({ does: 'edit', name }) as const) },
);

test('two windows that import, undo and edit at the same time leave, to the hash, what one window doing the same in turn leaves, and both know it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(move, move), { minLength: 1, maxLength: 5 }), async (rounds) => {
      const one = await firstWindow();
      const two = await anotherWindowOf(one);
      const batches: string[] = [];
      const files = new Map<string, File>();
      const play = async (window: Window, given: Move): Promise<void> => {
        if (given.does === 'edit') {
          await mergeCustomers(window.ws, [{ names: [`A${given.name}`], into: `B${given.name}` }]);
          return;
        }
        if (given.does === 'import') {
          const batchId = await importFile(window, given.file);
          batches.push(batchId);
          files.set(batchId, given.file);
          return;
        }
        const batchId = batches[given.which % Math.max(1, batches.length)];
        if (batchId === undefined) return;
        const undone = await window.ledger.undoImport(batchId);
        expect(undone.ok ? null : undone.error).toBeOneOf([null, 'import.alreadyUndone']);
      };
      for (const [a, b] of rounds) {
        await Promise.all([play(one, a), play(two, b)]);
        one.ws.clock.ms += 1_000;
      }

      const alone = await firstWindow();
      const sameBatch = new Map<string, string>();
      for (const { kind, batch, changes } of await one.ws.db.changeSets.orderBy('seq').toArray()) {
        if (kind === 'import') sameBatch.set(batch!.batchId, await importFile(alone, files.get(batch!.batchId)!));
        if (kind === 'undoImport') await alone.ledger.undoImport(sameBatch.get(batch!.batchId)!);
        if (kind === 'edit') for (const { id, after } of changes) await mergeCustomers(alone.ws, [{ names: [id], into: customerMergeSchema.parse({ id, ...after }).into! }]);
        alone.ws.clock.ms += 1_000;
      }
      const expected = await alone.ledger.canonicalHash();
      const reloaded = await LedgerService.open(two.ws);
      expect(await Promise.all([one, two, { ledger: reloaded }].map(({ ledger }) => ledger.canonicalHash()))).toEqual([expected, expected, expected]);
      expect((await one.ws.db.changeSets.orderBy('seq').toArray()).map(({ seq }, index) => seq === index + 1)).not.toContain(false);
      for (const { ws } of [one, two, alone]) await ws.close();
    }),
    { numRuns: 15 },
  );
});

test('an import of one window is in the figures of the other at its next question, and out of them once it is undone there', async () => {
  const one = await firstWindow();
  const two = await anotherWindowOf(one);
  const net = async ({ ledger }: Window) => (await ledger.drill({ fact: 'orders', part: 'net', leaves: null, from: null, to: null, customer: null, product: null, stage: null }, 0, 10)).sumFen;
  const batchId = await importFile(one, { of: 'orders', rows: [[1, 2], [2, 3]] });
  expect(await net(two)).toBe(500);
  expect(await two.ledger.undoImport(batchId)).toEqual({ ok: true, value: { keptRows: 0 } });
  expect(await one.ledger.undoImport(batchId)).toEqual({ ok: false, error: 'import.alreadyUndone' });
  expect(await Promise.all([net(one), net(two)])).toEqual([0, 0]);
  await one.ws.close();
  await two.ws.close();
});

test('what is said of a file in one window holds no longer once the other has imported rows of it', async () => {
  const one = await firstWindow();
  const two = await anotherWindowOf(one);
  const source = textSource('f.csv', textOf({ of: 'orders', rows: [[1, 2], [2, 3]] }));
  const inspected = await one.ledger.inspect(source, 'orders');
  if (!inspected.ok) throw new Error(inspected.error.code);
  const report = await one.ledger.dryRun(source, inspected.value.mapping, quiet);
  if (!report.ok) throw new Error(report.error.code);
  await importFile(two, { of: 'orders', rows: [[1, 2]] });
  expect(await one.ledger.commitImport({ runId: report.value.runId, sha256: 'a'.repeat(64) }, quiet)).toEqual({ ok: false, error: 'import.stale' });
  await one.ws.close();
  await two.ws.close();
});
