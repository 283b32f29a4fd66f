import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupParts } from '../../../../shared/contracts/backup-file';
import { beginBackup } from '../../../../electron/backup/backup-writer';
import { SnapshotStore } from '../../../../electron/keep/snapshot-store';
import { smallContent, smallFacts, smallParts } from '../../../builders/small-backup';
import { scratchFolder } from '../scratch-folder';

async function made(store: SnapshotStore, createdAt: string, journalSeq: number, more: Partial<typeof smallContent> = {}, reason: typeof smallFacts.reason = 'timer') {
  const id = store.nameFor(Date.parse(createdAt), journalSeq);
  const file = path.join(store.folder, id);
  const writer = await beginBackup(file, { ...smallFacts, createdAt, reason }, null);
  for (const part of backupParts) await writer.add(part, smallParts[part].rows, smallParts[part].bytes);
  const written = await writer.finish({ ...smallContent, journalSeq, ...more });
  if (!written.ok) throw new Error(written.error.detail);
  return store.add(id, written.value, readFileSync(file).length);
}

const unheard = () => undefined;

describe('snapshots of a workspace', () => {
  test('the newest comes first, each with what it holds, also after the index is lost or damaged', async () => {
    const folder = scratchFolder();
    const store = await SnapshotStore.open(folder, unheard);
    await made(store, '2026-03-01T08:00:00.000Z', 5);
    await made(store, '2026-03-02T08:00:00.000Z', 9);
    const listed = await store.list();
    expect(listed.map((each) => each.journalSeq)).toEqual([9, 5]);
    expect(listed[0]).toMatchObject({ id: '20260302T080000Z-000009.smwb', reason: 'timer', counts: smallContent.counts, fault: null });
    for (const spoil of [(file: string) => rmSync(file), (file: string) => writeFileSync(file, '[{"id":')]) {
      spoil(path.join(folder, 'snapshots', 'index.json'));
      const again = await (await SnapshotStore.open(folder, unheard)).list();
      expect(again.map(({ verifiedAt: _at, ...each }) => each)).toEqual(listed.map(({ verifiedAt: _at, ...each }) => each));
    }
  });

  test('one flipped byte is found by verifying; the copy is named unsound and no longer the newest', async () => {
    const store = await SnapshotStore.open(scratchFolder(), unheard);
    const older = await made(store, '2026-03-01T08:00:00.000Z', 5);
    const newer = await made(store, '2026-03-02T08:00:00.000Z', 9);
    const file = path.join(store.folder, newer.id);
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(file, bytes);
    const checked = await store.verify(newer.id);
    expect(checked.ok && checked.value.fault).toMatch(/^keep\./);
    expect((await store.newest())?.id).toBe(older.id);
  });

  test('a copy that holds much less pins the one before it for 30 days', async () => {
    const store = await SnapshotStore.open(scratchFolder(), unheard);
    const counts = { ...smallContent.counts, orderLines: 1_000 };
    const before = await made(store, '2026-03-01T08:00:00.000Z', 5, { counts });
    await made(store, '2026-03-01T09:00:00.000Z', 6, { counts: { ...counts, orderLines: 700 } });
    expect((await store.list()).find((each) => each.id === before.id)?.pinnedUntil).toBe('2026-03-31T09:00:00.000Z');
  });

  test('what is over is deleted from the disk; copies from before an import are not', async () => {
    const store = await SnapshotStore.open(scratchFolder(), unheard);
    const risky = await made(store, '2026-03-01T08:00:00.000Z', 1, {}, 'import');
    const plain = await made(store, '2026-03-01T08:00:10.000Z', 2);
    for (let n = 0; n < 9; n++) await made(store, `2026-03-01T08:0${n}:30.000Z`, 3 + n);
    const files = readdirSync(store.folder);
    expect(files).toContain(risky.id);
    expect(files).not.toContain(plain.id);
    expect((await store.list()).map((each) => each.id).toSorted()).toEqual(files.filter((name) => name.endsWith('.smwb')).toSorted());
  });

  test('with the clock set back the copy just made stays, however many carry a later date, and none of those is refused', async () => {
    const store = await SnapshotStore.open(scratchFolder(), unheard);
    // More than every kind of the retention keeps, all from a year that has not come yet.
    for (let n = 0; n < 60; n++) await made(store, new Date(Date.UTC(2027, n % 12, 1 + (n % 28), n % 24)).toISOString(), n + 1);
    const [newest] = await store.list();
    for (const seq of [61, 62]) {
      const now = await made(store, '2026-03-01T08:00:00.000Z', seq);
      const ids = (await store.list()).map((each) => each.id);
      expect(ids).toContain(now.id);
      expect(ids).toContain(newest!.id);
      expect(existsSync(path.join(store.folder, now.id))).toBe(true);
    }
  });

  test('an unknown id names no file', async () => {
    const store = await SnapshotStore.open(scratchFolder(), unheard);
    expect(store.fileOf('../../workspace.json')).toBeNull();
    expect(await store.verify('../x.smwb')).toMatchObject({ ok: false, error: { code: 'keep.noCopy' } });
    expect(existsSync(path.join(store.folder, '../x.smwb'))).toBe(false);
  });
});
