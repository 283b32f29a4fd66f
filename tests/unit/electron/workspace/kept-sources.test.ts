import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keepSource, keptSource } from '../../../../electron/workspace/kept-sources';
import { scratchFolder } from '../scratch-folder';

test('a source is kept once, byte for byte, under its own sha-256', async () => {
  const folder = scratchFolder();
  const sources = scratchFolder();
  const content = Buffer.from('单号,金额\nA-1,100\n');
  writeFileSync(path.join(folder, 'a.csv'), content);
  writeFileSync(path.join(folder, 'b.csv'), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(await keepSource(sources, path.join(folder, 'a.csv'))).toEqual({ sha256, bytes: content.length });
  expect(await keepSource(sources, path.join(folder, 'b.csv'))).toEqual({ sha256, bytes: content.length });
  expect(readdirSync(sources)).toEqual([sha256]);
  expect(readFileSync(keptSource(sources, sha256))).toEqual(content);
});

test('a source that cannot be read leaves nothing half-copied', async () => {
  const sources = scratchFolder();
  await expect(keepSource(sources, path.join(sources, 'gone.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(readdirSync(sources)).toEqual([]);
});
