import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupParts } from '@shared/contracts/backup-file';
import { connectLedger } from '@renderer/ledger/ledger-client';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { fillDatabase } from '@renderer/ledger/backup/fill-database';
import { restoreDatabase } from '@renderer/ledger/backup/restore-database';
import { takeCopy } from '@renderer/ledger/backup/take-copy';
import { FakeRefusal } from '../data/memory-journal';
import { objectFiles } from '../../builders/object-files';
import { everyRow, openTestWorkspace } from '../data/test-workspace';
import { bytesSource } from '../ledger/bytes-source';
import { BackupDesk, type MemoryKeeper, installMemoryKeeper, orderLines } from './backup-desk';

const PEOPLE = 'name,manager,regional office\nLi Na,Mao,East\n王伟,Mao,East\n';
const BY_HAND = { reason: 'hand', to: 'snapshots', passphrase: null } as const;

let keeper: MemoryKeeper;
let desk: BackupDesk;
const realFetch = globalThis.fetch;
beforeEach(async () => {
  keeper = installMemoryKeeper();
  desk = await BackupDesk.open(keeper);
});
afterEach(async () => {
  globalThis.fetch = realFetch;
  await desk.ws.close();
});

async function fillWorkspace(): Promise<void> {
  await desk.importText(PEOPLE, 'people.csv');
  await desk.importText(orderLines(40), 'a.csv');
  const later = await desk.importText(orderLines(30, 5), 'b.csv');
  await desk.putCustomer('Acme', '无锡');
  await desk.undoImport(later);
  await desk.importText(orderLines(12, 9, 120), 'c.csv');
  for (const [object, text] of Object.entries(objectFiles['zh-CN'])) await desk.importText(text, `${object}.csv`);
}

const partSources = (change: (part: string, bytes: Uint8Array) => Uint8Array = (_part, bytes) => bytes) =>
  backupParts.map((part) => {
    const { rows, bytes } = keeper.parts.get(part)!;
    return { part, rows, source: bytesSource(part, change(part, bytes.slice())) };
  });

/** Main's files of a copy, behind their tokens. */
function partFiles() {
  const files = new Map(backupParts.map((part) => [crypto.randomUUID() as string, keeper.parts.get(part)!.bytes]));
  globalThis.fetch = (input, init) => {
    const url = input instanceof URL ? input : new URL(String(input instanceof Request ? input.url : input), location.href);
    const bytes = files.get(url.pathname.replace('/file/', ''));
    const range = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('Range') ?? '');
    return bytes === undefined || range === null ? realFetch(input, init) : Promise.resolve(new Response(bytes.slice(Number(range[1]), Number(range[2]) + 1)));
  };
  return [...files.keys()].map((token, i) => ({ part: backupParts[i]!, rows: keeper.parts.get(backupParts[i]!)!.rows, file: { token, name: backupParts[i]!, bytes: files.get(token)!.length } }));
}

describe('a copy', () => {
  test('holds every table once and in order, says what it is, and names the kept files', async () => {
    await fillWorkspace();
    const taken = await takeCopy(desk.ws, desk.ledger, BY_HAND);
    expect(taken.ok).toBe(true);
    expect([...keeper.parts.keys()]).toEqual([...backupParts]);
    const { content, sources } = keeper.finished!;
    const last = await desk.ws.db.changeSets.orderBy('seq').last();
    expect(content).toMatchObject({ journalSeq: last!.seq, lastChangeSetId: last!.id, canonicalHash: await desk.ledger.canonicalHash(), counts: { orderLines: 52 - 12, opportunities: 0, changeSets: last!.seq } });
    expect(sources.toSorted((a, b) => a.localeCompare(b))).toEqual([...keeper.sources.keys()].toSorted((a, b) => a.localeCompare(b)));
    expect(keeper.journal.entries).toHaveLength(last!.seq);
    expect(keeper.log).toEqual(['begin hand snapshots', 'finish']);
    for (const part of ['customers', 'changeSets'] as const) expect(new TextDecoder().decode(keeper.parts.get(part)!.bytes).split('\n')).toHaveLength(keeper.parts.get(part)!.rows + 1);
  });

  test('restored into a new database is the same to every row and to the hash', async () => {
    await fillWorkspace();
    await takeCopy(desk.ws, desk.ledger, BY_HAND);
    const copy = await openTestWorkspace();
    expect(await fillDatabase(copy.db, partSources())).toEqual({ ok: true, value: null });
    expect(await everyRow(copy)).toBe(await everyRow(desk.ws));
    for (const table of ['changeSets', 'hotSegments', 'coldSegments', 'marks', 'dictionaries']) expect([table, await copy.db.table(table).toArray()]).toEqual([table, await desk.ws.db.table(table).toArray()]);
    expect(await (await LedgerService.open(copy)).content()).toEqual(keeper.finished!.content);
    await copy.close();
  });

  test('is gathered by the real worker, handed over chunk by chunk, and restored by the hidden page', async () => {
    await fillWorkspace();
    const { name: databaseName } = desk.ws.db;
    const ledger = await connectLedger({ databaseName, id: desk.ws.workspaceId, deviceId: desk.ws.deviceId });
    const taken = await takeCopy(desk.ws, ledger, BY_HAND);
    ledger.close();
    expect(taken.ok).toBe(true);
    expect(keeper.mostInHand).toBe(keeper.largestChunk);
    const into = { databaseName: `${databaseName}-restored`, id: desk.ws.workspaceId, deviceId: desk.ws.deviceId };
    const restored = await restoreDatabase(into, partFiles(), { replay: false, scratch: false });
    expect(restored).toEqual({ ok: true, value: keeper.finished!.content });
    expect((await indexedDB.databases()).some(({ name }) => name === into.databaseName)).toBe(true);
    await expect(restoreDatabase(into, [], { replay: false, scratch: false })).rejects.toThrow('already');
    const drilled = await restoreDatabase({ ...into, databaseName: `${databaseName}-drill` }, partFiles(), { replay: false, scratch: true });
    expect(drilled).toEqual(restored);
    expect((await indexedDB.databases()).some(({ name }) => name?.endsWith('-drill'))).toBe(false);
  });

  test('of an empty database restores as an empty one', async () => {
    const empty = await desk.empty();
    await takeCopy(empty.ws, empty.ledger, BY_HAND);
    expect(keeper.finished!.content).toMatchObject({ journalSeq: 0, lastChangeSetId: null, counts: { records: 0, changeSets: 0, orderLines: 0, opportunities: 0 } });
    const copy = await openTestWorkspace();
    expect((await fillDatabase(copy.db, partSources())).ok).toBe(true);
    expect(await (await LedgerService.open(copy)).content()).toEqual(keeper.finished!.content);
    await copy.close();
    await empty.ws.close();
  });

  test('is of one moment although the workspace goes on meanwhile', async () => {
    await fillWorkspace();
    const before = await desk.ledger.content();
    let edits = 0;
    keeper.onAdd = async () => {
      if (++edits <= 3) await desk.putCustomer(`Late ${edits}`);
    };
    await takeCopy(desk.ws, desk.ledger, BY_HAND);
    expect(keeper.finished!.content).toEqual(before);
    const copy = await openTestWorkspace();
    await fillDatabase(copy.db, partSources());
    expect(await (await LedgerService.open(copy)).content()).toEqual(before);
    await copy.close();
  });

  test('begins again when an import is undone while it is gathered', async () => {
    await fillWorkspace();
    const batch = await desk.importText(orderLines(5, 1, 700), 'late.csv');
    let undone = false;
    keeper.onAdd = async () => {
      if (undone) return;
      undone = true;
      await desk.undoImport(batch);
    };
    expect((await takeCopy(desk.ws, desk.ledger, BY_HAND)).ok).toBe(true);
    expect(keeper.log).toEqual(['begin hand snapshots', 'cancel', 'begin hand snapshots', 'finish']);
    expect(keeper.finished!.content).toEqual(await desk.ledger.content());
  });

  test('that main refuses in the middle is cancelled and named; the next one succeeds', async () => {
    await fillWorkspace();
    let adds = 0;
    keeper.onAdd = () => {
      if (++adds === 4) throw new FakeRefusal({ code: 'file.diskFull', detail: '' });
    };
    expect(await takeCopy(desk.ws, desk.ledger, BY_HAND)).toMatchObject({ ok: false, error: { code: 'file.diskFull' } });
    expect(keeper.log).toEqual(['begin hand snapshots', 'cancel']);
    expect((await takeCopy(desk.ws, desk.ledger, BY_HAND)).ok).toBe(true);
  });

  test('never runs beside another: the second begins when the first is finished', async () => {
    await fillWorkspace();
    await Promise.all([takeCopy(desk.ws, desk.ledger, BY_HAND), takeCopy(desk.ws, desk.ledger, { ...BY_HAND, reason: 'quit' })]);
    expect(keeper.log).toEqual(['begin hand snapshots', 'finish', 'begin quit snapshots', 'finish']);
  });

  test('is not made of a segment that the disk has changed', async () => {
    await fillWorkspace();
    const [cold] = await desk.ws.db.table('coldSegments').toArray();
    cold.lines[0]++;
    await desk.ws.db.table('coldSegments').put(cold);
    expect(await takeCopy(desk.ws, desk.ledger, BY_HAND)).toMatchObject({ ok: false, error: { code: 'keep.damaged', detail: `DamagedRow: coldSegments ${cold.id}` } });
    expect(keeper.log.at(-1)).toBe('cancel');
  });
});

describe('parts that cannot be a copy are refused by part, row and field', () => {
  beforeEach(async () => {
    await fillWorkspace();
    await takeCopy(desk.ws, desk.ledger, BY_HAND);
  });

  async function refusalOf(parts: Parameters<typeof fillDatabase>[1]) {
    const copy = await openTestWorkspace();
    const filled = await fillDatabase(copy.db, parts);
    await copy.close();
    return filled.ok ? null : filled.error;
  }
  const twice = (of: string) => (part: string, bytes: Uint8Array) => (part === of ? Uint8Array.from([...bytes, ...bytes]) : bytes);

  test('a flipped byte in a column', async () => {
    const flip = (part: string, bytes: Uint8Array) => {
      if (part === 'hotSegments') bytes[bytes.length - 1]! ^= 4;
      return bytes;
    };
    expect(await refusalOf(partSources(flip))).toMatchObject({ code: 'backup.malformed', part: 'hotSegments', field: 'checksum' });
  });

  test('a record with a wrong field, a row twice, change-sets out of order, too few rows, a part less', async () => {
    const spoilt = (part: string, bytes: Uint8Array) => (part === 'people' ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace('"title":""', '"title":5')) : bytes);
    expect(await refusalOf(partSources(spoilt))).toMatchObject({ part: 'people', line: 1, field: 'title' });
    expect(await refusalOf(partSources(twice('people')))).toMatchObject({ part: 'people', line: 3, field: 'id', detail: 'already there' });
    expect(await refusalOf(partSources(twice('changeSets')))).toMatchObject({ part: 'changeSets', field: 'seq', detail: expect.stringContaining('1 instead of') });
    expect(await refusalOf(partSources().map((one) => (one.part === 'customers' ? { ...one, rows: one.rows + 1 } : one)))).toMatchObject({ part: 'customers', detail: expect.stringContaining('instead of') });
    expect(await refusalOf(partSources().slice(1))).toMatchObject({ part: 'settings', detail: 'missing' });
  });

  test('and no database of that name stays', async () => {
    const files = partFiles().map((one) => (one.part === 'marks' ? { ...one, rows: one.rows + 1 } : one));
    const databaseName = `${desk.ws.db.name}-refused`;
    expect(await restoreDatabase({ databaseName, id: desk.ws.workspaceId, deviceId: desk.ws.deviceId }, files, { replay: false, scratch: false })).toMatchObject({ ok: false, error: { code: 'backup.malformed', part: 'marks' } });
    expect((await indexedDB.databases()).some(({ name }) => name === databaseName)).toBe(false);
  });
});
