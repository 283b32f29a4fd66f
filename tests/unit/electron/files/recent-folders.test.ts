import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openJsonFile } from '../../../../electron/files/json-file';
import { chosenFoldersSchema, noChosenFolders, RecentFolders } from '../../../../electron/files/recent-folders';
import { scratchFolder } from '../scratch-folder';

const window = {};
const other = {};

async function open(home: string): Promise<RecentFolders<object>> {
  return new RecentFolders(await openJsonFile(path.join(home, 'import-folders.json'), chosenFoldersSchema, noChosenFolders, () => undefined));
}

function put(folder: string, name: string, ageMinutes = 0): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, name);
  const at = Date.UTC(2026, 0, 1) / 1000 - ageMinutes * 60;
  utimesSync(file, at, at);
  return file;
}

test('folders that files were chosen from come back after a restart, the latest first, with their importable files, the newest first', async () => {
  const home = scratchFolder();
  const [crm, erp] = [path.join(home, 'crm'), path.join(home, 'erp')];
  const first = put(crm, 'old.csv', 60);
  for (const name of ['new.xlsx', 'notes.pdf', '.hidden.csv', '~$new.xlsx']) put(crm, name);
  const second = put(erp, 'orders.XLS');
  await (await open(home)).remember([first]);
  const folders = await open(home);
  await folders.remember([second]);
  const listed = await folders.list(window);
  expect(listed.map(({ name, place, state, more }) => ({ name, place, state, more }))).toEqual([
    { name: 'erp', place: home, state: 'there', more: 0 },
    { name: 'crm', place: home, state: 'there', more: 0 },
  ]);
  expect(listed[1]!.files.map(({ name, bytes, changedAt, heldOpen }) => [name, bytes, changedAt, heldOpen])).toEqual([
    ['new.xlsx', 8, '2026-01-01T00:00:00.000Z', true],
    ['old.csv', 7, '2025-12-31T23:00:00.000Z', false],
  ]);
});

test('only what was listed to a window can be taken by it, by an id of its own', async () => {
  const home = scratchFolder();
  const file = put(path.join(home, 'crm'), 'a.csv');
  const folders = await open(home);
  await folders.remember([file]);
  const [folder] = await folders.list(window);
  expect(folders.pathOf(window, folder!.files[0]!.file)).toBe(file);
  expect(folders.pathOf(other, folder!.files[0]!.file)).toBeNull();
  expect(folders.pathOf(window, file)).toBeNull();
  expect((await folders.list(window))[0]!.files[0]!.file).toBe(folder!.files[0]!.file);
  expect((await folders.list(other))[0]!.files[0]!.file).not.toBe(folder!.files[0]!.file);
});

test('at most eight folders are kept, a forgotten one goes, one that is gone says so', async () => {
  const home = scratchFolder();
  const folders = await open(home);
  for (let i = 0; i < 10; i++) await folders.remember([put(path.join(home, `f${i}`), 'a.csv')]);
  expect((await folders.list(window)).map(({ name }) => name)).toEqual(['f9', 'f8', 'f7', 'f6', 'f5', 'f4', 'f3', 'f2']);
  rmSync(path.join(home, 'f8'), { recursive: true });
  const listed = await folders.list(window);
  expect(listed[1]).toMatchObject({ name: 'f8', state: 'missing', files: [] });
  await folders.forget(other, listed[1]!.folder);
  expect(await folders.list(window)).toHaveLength(8);
  await folders.forget(window, listed[1]!.folder);
  expect((await folders.list(window)).map(({ name }) => name)).toEqual(['f9', 'f7', 'f6', 'f5', 'f4', 'f3', 'f2']);
});
