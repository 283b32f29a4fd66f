import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepRecording, recordState } from '@renderer/data/keep-record';
import { forgetExpired } from '@renderer/data/forget-expired';
import { drainJournal } from '@renderer/data/journal';
import { rewriteJournal } from '@renderer/data/rewrite-journal';
import { unreadableReason } from '@renderer/data/unreadable-reason';
import { openFacts } from '@renderer/ledger/open-facts';
import { LedgerService } from '@renderer/ledger/ledger-service';
import type { ChangeSet } from '@shared/records/change-set';
import { type FakeAnswers, FakeRefusal, installMemoryJournal } from '../data/memory-journal';
import { openTestWorkspace } from '../data/test-workspace';
import { BackupDesk, type MemoryKeeper, installMemoryKeeper, orderLines } from './backup-desk';

let keeper: MemoryKeeper;
let desk: BackupDesk;
beforeEach(async () => {
  keeper = installMemoryKeeper();
  desk = await BackupDesk.open(keeper);
  await desk.importText(orderLines(12), 'a.csv');
  await desk.putCustomer('Acme');
  await desk.drain();
  await recordState(desk.ws);
});
afterEach(() => desk.ws.close());

const info = (of: BackupDesk) => ({ databaseName: of.ws.db.name, id: of.ws.workspaceId, deviceId: of.ws.deviceId });

describe('opening notices what the database has lost', () => {
  test('what main was told is what is there: nothing is missing', async () => {
    expect(keeper.journal.recovery.recorded).toMatchObject({ seq: 3, rows: { customers: 1, changeSets: 3, hotSegments: 3, coldSegments: 3, importBatches: 1, people: 0 } });
    expect(await desk.reconcile()).toEqual({ ok: true, value: { appended: 0, replayed: 0 } });
  });

  test('a database that is empty, or ends before what was recorded, is refused as lost, not refilled', async () => {
    const empty = await desk.empty();
    expect(await empty.reconcile()).toMatchObject({ ok: false, error: { code: 'journal.lost', seq: 0, recordedSeq: 3 } });
    expect(await empty.ws.db.changeSets.count()).toBe(0);
    await empty.ws.close();
    await desk.ws.db.changeSets.delete(3);
    expect(await desk.reconcile()).toMatchObject({ ok: false, error: { code: 'journal.lost', seq: 2, recordedSeq: 3 } });
  });

  test('a table with another number of rows is named, at the recorded change-set and after it', async () => {
    await desk.ws.db.table('coldSegments').delete((await desk.ws.db.table('coldSegments').toCollection().primaryKeys())[0] as string);
    expect(await desk.reconcile()).toMatchObject({ ok: false, error: { code: 'journal.counts', seq: 3, table: 'coldSegments', found: 2, recorded: 3 } });
    await desk.putCustomer('Bolt');
    await desk.ws.db.customers.delete('c:Acme');
    expect(await desk.reconcile()).toMatchObject({ ok: false, error: { code: 'journal.counts', seq: 3, table: 'customers', found: 1, recorded: 2 } });
  });

  test('change-sets after the recorded one are no loss', async () => {
    await desk.putCustomer('Bolt');
    const batch = await desk.importText(orderLines(4, 2, 500), 'b.csv');
    await desk.undoImport(batch);
    expect(await desk.reconcile()).toEqual({ ok: true, value: { appended: 3, replayed: 0 } });
  });

  test('behind the journal but not behind what was recorded, it is repeated and logged', async () => {
    keeper.journal.recovery = { trouble: null, recorded: { seq: 0, rows: {} } };
    const empty = await desk.empty();
    expect(await empty.reconcile()).toEqual({ ok: true, value: { appended: 0, replayed: 3 } });
    expect(keeper.journal.logged).toHaveLength(1);
    await empty.ws.close();
  });

  test('trouble that main reports is passed on before the database is touched', async () => {
    keeper.journal.recovery = { trouble: { code: 'journal.damaged', detail: 'byte 7' }, recorded: null };
    const never = { ...info(desk), databaseName: `${desk.ws.db.name}-never` };
    expect(await openFacts(never)).toEqual({ ok: false, error: { code: 'recovery.trouble', trouble: 'journal.damaged', detail: 'byte 7' } });
    expect((await indexedDB.databases()).some(({ name }) => name === never.databaseName)).toBe(false);
  });
});

describe('a stored segment that the disk has changed', () => {
  async function flip(table: string): Promise<string> {
    const [row] = await desk.ws.db.table(table).toArray();
    const array: Uint32Array = row.keyLo ?? row.lines;
    new Uint8Array(array.buffer)[5]! ^= 16;
    await desk.ws.db.table(table).put(row);
    return String(row.id);
  }

  test('is named when the workspace opens, and it is not opened', async () => {
    const id = await flip('hotSegments');
    expect(await openFacts(info(desk))).toEqual({ ok: false, error: { code: 'database.unreadable', detail: `DamagedRow: hotSegments ${id}` } });
  });

  test('is named when a list of rows reads it', async () => {
    const id = await flip('coldSegments');
    const opened = await openFacts(info(desk));
    if (!opened.ok) throw new Error(opened.error.code);
    const all = { fact: 'orders', part: 'net', leaves: null, from: null, to: null, customer: null, product: null, stage: null } as const;
    const fault: unknown = await opened.value.ledger.rows(all, 0, 50).catch((cause: unknown) => cause);
    expect(unreadableReason(fault)).toBe(`DamagedRow: coldSegments ${id}`);
    opened.value.ledger.close();
    opened.value.workspace.db.close();
  });

  test('in marks and dictionaries is found too; a row from before checksums is read as it is', async () => {
    await desk.importText(orderLines(12, 5), 'changed.csv');
    for (const table of ['marks', 'dictionaries']) {
      const [row] = await desk.ws.db.table(table).toArray();
      await desk.ws.db.table(table).put({ ...row, ...(table === 'marks' ? { supersedes: Uint32Array.from([0]) } : { texts: ['x', ...row.texts.slice(1)] }) });
      await expect(LedgerService.open(desk.ws)).rejects.toThrow(`${table} ${row.id}`);
      await desk.ws.db.table(table).put(row);
    }
    const before = await desk.ledger.content();
    for (const table of ['hotSegments', 'coldSegments', 'marks', 'dictionaries']) await desk.ws.db.table(table).toCollection().modify((row: { checksum?: string }) => void delete row.checksum);
    expect(await (await LedgerService.open(desk.ws)).content()).toEqual(before);
  });
});

test('errors by which a database says it cannot be read are told from bugs', () => {
  for (const name of ['UnknownError', 'DataError', 'NotReadableError']) expect(unreadableReason(new DOMException('backing store', name))).toBe(`${name}: backing store`);
  expect(unreadableReason(Object.assign(new Error('outer'), { inner: new DOMException('x', 'DataError') }))).toBe('DataError: x');
  expect(unreadableReason(new TypeError('undefined is not a function'))).toBe(null);
});

test('main is told the rows after what was written has reached the journal, once for many writes', async () => {
  const told: number[] = [];
  keeper.journal.onRecord = ({ seq }) => void told.push(seq);
  const record = async (after: number) => {
    vi.advanceTimersByTime(5_000);
    while (told.length < after) await new Promise(requestAnimationFrame);
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const stop = keepRecording(desk.ws);
  try {
    for (const name of ['Bolt', 'Cog', 'Dart']) {
      await desk.putCustomer(name);
      await drainJournal(desk.ws);
    }
    expect(told).toEqual([]);
    await record(1);
    await desk.putCustomer('Elm');
    await drainJournal(desk.ws);
    await record(2);
    expect(told).toEqual([6, 7]);
  } finally {
    stop();
    vi.useRealTimers();
  }
});

describe('a damaged journal is written anew from the database', () => {
  async function rewrite(atLeast: number, answers: FakeAnswers = {}) {
    const sent: ChangeSet[] = [];
    const lasts: boolean[] = [];
    installMemoryJournal({
      'recovery.journal': ({ changeSets, last }: { changeSets: ChangeSet[]; last: boolean }) => {
        sent.push(...changeSets);
        lasts.push(last);
        return {};
      },
      ...answers,
    });
    return { answer: await rewriteJournal(desk.ws.db, atLeast), sent, lasts };
  }

  test('whole and in order, at most 500 at a time, the last one marked', async () => {
    for (let n = 0; n < 500; n++) await desk.putCustomer('Acme', String(n));
    const { answer, sent, lasts } = await rewrite(3);
    expect(answer).toEqual({ ok: true, value: { lastSeq: 503 } });
    expect(sent.map(({ seq }) => seq)).toEqual(Array.from({ length: 503 }, (_, n) => n + 1));
    expect(sent[0]).not.toHaveProperty('touches');
    expect(lasts).toEqual([false, true]);
  });

  test('but not one that has a gap, ends before what could be read of the journal, or that main refuses', async () => {
    expect(await rewrite(4)).toMatchObject({ answer: { ok: false, error: { code: 'journal.lost', seq: 3, recordedSeq: 4 } }, sent: [] });
    await desk.ws.db.changeSets.delete(2);
    expect(await rewrite(0)).toMatchObject({ answer: { ok: false, error: { code: 'journal.lost', seq: 1 } }, sent: [] });
    await desk.ws.db.changeSets.clear();
    expect(await rewrite(0)).toMatchObject({ answer: { ok: true, value: { lastSeq: 0 } }, lasts: [true] });
    const full = () => {
      throw new FakeRefusal({ code: 'file.diskFull', detail: '' });
    };
    expect(await rewrite(0, { 'recovery.journal': full })).toMatchObject({ answer: { ok: false, error: { code: 'file.diskFull' } } });
  });
});

test('databases whose time is over are deleted and named to main, never the open one', async () => {
  const old = await openTestWorkspace();
  await old.close();
  const forgotten: string[] = [];
  installMemoryJournal({
    'keep.expired': () => ({ databaseNames: [old.db.name, desk.ws.db.name, 'long-gone'] }),
    'keep.forgotten': ({ databaseNames }: { databaseNames: string[] }) => {
      forgotten.push(...databaseNames);
      return {};
    },
  });
  expect(await forgetExpired(desk.ws)).toEqual([old.db.name, 'long-gone']);
  expect(forgotten).toEqual([old.db.name, 'long-gone']);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect([names.includes(old.db.name), names.includes(desk.ws.db.name)]).toEqual([false, true]);
});
