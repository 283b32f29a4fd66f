import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileNameOf } from '../../../../electron/files/file-name';
import { writeAtomic } from '../../../../electron/files/write-atomic';
import { scratchFolder } from '../scratch-folder';

test('the file is replaced whole and nothing else is left in the folder', async () => {
  const folder = scratchFolder();
  const file = path.join(folder, 'pack.pdf');
  writeFileSync(file, 'old');
  expect(await writeAtomic(file, 'new')).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['pack.pdf']);
});

test('cancelled at the last moment, the old file stands and nothing is left behind', async () => {
  const folder = scratchFolder();
  const file = path.join(folder, 'pack.pdf');
  writeFileSync(file, 'old');
  expect(await writeAtomic(file, 'new', () => false)).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['pack.pdf']);
});

test('where it cannot be written the reason is thrown and no half file stays', async () => {
  const folder = scratchFolder();
  const file = path.join(folder, 'pack.pdf');
  mkdirSync(path.join(file, 'inner'), { recursive: true });
  await expect(writeAtomic(file, 'new')).rejects.toThrow(/pack\.pdf/);
  expect(readdirSync(folder)).toEqual(['pack.pdf']);
  await expect(writeAtomic(path.join(folder, 'missing', 'pack.pdf'), 'new')).rejects.toMatchObject({ code: 'ENOENT' });
});

test.each([
  ['East 2026/10', 'East 2026_10'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['con', '_con'],
  ['..', '_'],
  ['a\u0000b:c', 'a_b_c'],
  ['华东大区 2026年10月', '华东大区 2026年10月'],
])('%j becomes the file name %j', (given, expected) => {
  expect(fileNameOf(given)).toBe(expected);
});
