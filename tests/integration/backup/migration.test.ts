import Dexie from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { migrations } from '@renderer/data/migrations/migrations';
import { version1 } from '@renderer/data/migrations/version-1';
import { openWorkspace } from '@renderer/data/workspace';
import { copyBeforeMigrating } from '@renderer/ledger/backup/copy-before-migrating';
import { openFacts } from '@renderer/ledger/open-facts';
import { FakeRefusal } from '../data/memory-journal';
import { newId } from '../data/test-workspace';
import { type MemoryKeeper, installMemoryKeeper } from './backup-desk';

const row = { id: 'c:1', name: 'Acme', code: '1', class: '', industry: '', city: '', ownerName: '' };
const versionOf = async (name: string) => (await indexedDB.databases()).find((each) => each.name === name)?.version;

let keeper: MemoryKeeper;
let info: { databaseName: string; id: ReturnType<typeof newId>; deviceId: ReturnType<typeof newId> };
beforeEach(async () => {
  keeper = installMemoryKeeper();
  info = { databaseName: `test-${newId()}`, id: newId(), deviceId: newId() };
  const old = new Dexie(info.databaseName);
  old.version(1).stores(version1);
  await old.table('customers').add(row);
  old.close();
});

test('a workspace of an older version is copied as it stands, under its own schema, before it is migrated; the copy restores to what it was', async () => {
  const schemas: unknown[] = [];
  keeper.onAdd = async () => void schemas.push(await versionOf(info.databaseName));
  const opened = await openFacts(info);
  if (!opened.ok) throw new Error(opened.error.code);
  expect(keeper.log).toEqual(['begin migration snapshots', 'finish']);
  expect(new Set(schemas)).toEqual(new Set([10]));
  expect(new TextDecoder().decode(keeper.parts.get('customers')!.bytes)).toBe(`${JSON.stringify(row)}\n`);
  expect(keeper.parts.get('contacts')).toMatchObject({ rows: 0 });
  expect(await versionOf(info.databaseName)).toBe(migrations.length * 10);
  expect(await opened.value.workspace.db.customers.toArray()).toEqual([row]);
  expect(keeper.finished!.content.canonicalHash).toBe(await opened.value.ledger.canonicalHash());
  opened.value.workspace.db.close();
  opened.value.ledger.close();
});

test('without room for the copy it is not migrated, and stays as it was', async () => {
  keeper.onAdd = () => {
    throw new FakeRefusal({ code: 'keep.lowDisk', detail: '1' });
  };
  expect(await openFacts(info)).toMatchObject({ ok: false, error: { code: 'keep.lowDisk' } });
  expect(await versionOf(info.databaseName)).toBe(10);
});

test('a workspace of today, and one that is not there yet, are opened without a copy', async () => {
  const ws = await openWorkspace({ ...info, databaseName: `test-${newId()}` });
  expect(await copyBeforeMigrating({ ...info, databaseName: ws.db.name })).toEqual({ ok: true, value: null });
  expect(await copyBeforeMigrating({ ...info, databaseName: 'test-none' })).toEqual({ ok: true, value: null });
  expect(keeper.log).toEqual([]);
  ws.db.close();
});
