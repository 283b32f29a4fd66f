import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '@shared/records/customer';
import type { ImportBatch } from '@shared/records/import-batch';
import { err } from '@shared/kernel/result';
import { commitChangeSet } from '@renderer/data/change-sets';
import { drainJournal, keepJournal } from '@renderer/data/journal';
import { noteFailures } from '@renderer/data/note-failures';
import { reconcileWithJournal } from '@renderer/data/reconcile';
import { saveStateSnapshot, subscribeSaveState } from '@renderer/data/save-state';
import { type MemoryJournal, installMemoryJournal } from './memory-journal';
import { type TestWorkspace, everyRow, openReadyWorkspace, openTestWorkspace } from './test-workspace';

const customer = (name: string, city = ''): Customer => ({ id: `c:${name}`, name, code: '', class: '', industry: '', city, ownerName: '' });

let ws: TestWorkspace;
let journal: MemoryJournal;
beforeEach(async () => {
  journal = installMemoryJournal();
  ws = await openReadyWorkspace();
});
afterEach(() => ws.close());

/** Whoever repeats imports of facts here has lost their files. */
const reconcile = (on: TestWorkspace) => reconcileWithJournal(on, journal.recovery.recorded, ({ seq, batch }) => Promise.resolve(err({ code: 'journal.importLost', seq, file: 'a.csv', detail: batch?.batchId ?? '' })));

const put = (row: Customer, on = ws) => commitChangeSet(on, { kind: 'edit', label: { key: 'settings_change', params: {} } }, (w) => w.put('customers', row));
const remove = (id: string) => commitChangeSet(ws, { kind: 'edit', label: { key: 'settings_change', params: {} } }, (w) => w.remove('customers', id));

describe('drainJournal', () => {
  test('sends what the journal lacks, in order, at most 500 at a time', async () => {
    for (let n = 0; n < 504; n++) await put(customer('Acme', String(n)));
    expect(await drainJournal(ws)).toEqual({ ok: true, value: { lastSeq: 505 } });
    expect(journal.appends).toEqual([500, 5]);
    expect(journal.entries.map((one) => one.seq)).toEqual(Array.from({ length: 505 }, (_, n) => n + 1));
    expect(journal.entries[0]).not.toHaveProperty('touches');
  });

  test('fails by name and catches up when asked again', async () => {
    journal.failure = { code: 'file.diskFull', detail: '' };
    expect(await drainJournal(ws)).toMatchObject({ ok: false, error: { code: 'file.diskFull' } });
    expect(saveStateSnapshot(ws.db)).toMatchObject({ kind: 'failed', failure: { code: 'file.diskFull' } });
    journal.failure = null;
    await put(customer('Acme'));
    expect(await drainJournal(ws)).toEqual({ ok: true, value: { lastSeq: 2 } });
    expect(saveStateSnapshot(ws.db)).toEqual({ kind: 'saved', at: ws.clock.ms });
  });

  test('a database that was emptied while it was open is not called saved', async () => {
    await put(customer('Acme'));
    await drainJournal(ws);
    await ws.db.changeSets.clear();
    expect(await drainJournal(ws)).toMatchObject({ ok: false, error: { code: 'journal.gap' } });
    expect(saveStateSnapshot(ws.db).kind).toBe('failed');
    expect(journal.entries).toHaveLength(2);
  });

  test('several at once send nothing twice', async () => {
    await put(customer('Acme'));
    await Promise.all([drainJournal(ws), drainJournal(ws), drainJournal(ws)]);
    expect(journal.appends).toEqual([2]);
  });
});

test.each([
  { lowDisk: true, code: 'file.diskFull' },
  { lowDisk: false, code: 'call.failed' },
])('a write that the database did not take is not called saved: $code when the disk is low: $lowDisk', async ({ lowDisk, code }) => {
  installMemoryJournal({ 'keep.state': () => ({ lowDisk }) });
  const stop = noteFailures(ws);
  const named = new Promise<void>((resolve) => void subscribeSaveState(ws.db, resolve));
  dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: new DOMException('Internal error opening backing store', 'UnknownError') }));
  await named;
  expect(saveStateSnapshot(ws.db)).toMatchObject({ kind: 'failed', failure: { code, detail: expect.stringContaining('backing store') as string } });
  stop();
});

test('«saved» is said only after the journal has answered', async () => {
  const seen: [string, number][] = [];
  const stop = keepJournal(ws);
  const saved = new Promise<void>((resolve) => {
    subscribeSaveState(ws.db, () => {
      const { kind } = saveStateSnapshot(ws.db);
      seen.push([kind, journal.entries.length]);
      if (kind === 'saved') resolve();
    });
  });
  await put(customer('Acme'));
  await saved;
  stop();
  expect(seen).toEqual([['saving', 0], ['saved', 2]]);
});

describe('reconcileWithJournal', () => {
  const twin = async () => {
    const copy = await openTestWorkspace();
    return { ...copy, workspaceId: ws.workspaceId };
  };

  test('a database ahead is appended to the journal', async () => {
    await put(customer('Acme'));
    expect(await reconcile(ws)).toEqual({ ok: true, value: { appended: 2, replayed: 0 } });
    expect(await reconcile(ws)).toEqual({ ok: true, value: { appended: 0, replayed: 0 } });
  });

  test('a journal ahead is repeated: rows and history come back to the byte', async () => {
    await put(customer('Acme'));
    await put(customer('Acme', 'Wuxi'));
    await put(customer('Bolt'));
    await remove('c:Bolt');
    await drainJournal(ws);
    const copy = await twin();
    expect(await reconcile(copy)).toEqual({ ok: true, value: { appended: 0, replayed: 5 } });
    expect(await everyRow(copy)).toBe(await everyRow(ws));
    expect(await copy.db.changeSets.toArray()).toEqual(await ws.db.changeSets.toArray());
    await copy.close();
  });

  test('rows that are not as the journal found them stop it, and nothing is repeated', async () => {
    await put(customer('Acme'));
    await put(customer('Acme', 'Wuxi'));
    await drainJournal(ws);
    journal.entries[2]!.changes[0]!.before = { city: 'Elsewhere' };
    const copy = await twin();
    expect(await reconcile(copy)).toMatchObject({ ok: false, error: { code: 'journal.mismatch', seq: 3 } });
    expect(await everyRow(copy)).toBe('{}');
    expect(await copy.db.changeSets.count()).toBe(0);
    await copy.close();
  });

  test('two histories that part are named where they part', async () => {
    await drainJournal(ws);
    const other = await openReadyWorkspace();
    expect(await reconcile(other)).toMatchObject({ ok: false, error: { code: 'journal.diverged', seq: 1 } });
    await other.close();
  });

  test('an import of facts that cannot be repeated is named; what came before it stays', async () => {
    const batch: ImportBatch = {
      id: 'b1', object: 'orders', source: 'kingdee', fileName: 'a.csv', sourceHash: 'a'.repeat(64), bytes: 1, importedAt: '2026-01-01T00:00:00.000Z', mapping: {},
      rows: 1, added: 1, changed: 0, unchanged: 0, rejected: 0, totals: [], months: [], bookedFen: 1 as never, undoneAt: null,
    };
    const note = { batchId: 'b1', sourceHash: batch.sourceHash, months: [], rows: 1, added: 1, changed: 0 };
    await commitChangeSet(ws, { kind: 'import', label: { key: 'settings_change', params: {} }, batch: note, ledgerTables: true }, async (w) => {
      await w.put('importBatches', batch);
      await w.db.hotSegments.put({ id: 's1' });
    });
    await drainJournal(ws);
    const copy = await twin();
    expect(await reconcile(copy)).toMatchObject({ ok: false, error: { code: 'journal.importLost', seq: 2, file: 'a.csv', detail: 'b1' } });
    expect(await copy.db.changeSets.count()).toBe(1);
    await copy.close();
  });
});
