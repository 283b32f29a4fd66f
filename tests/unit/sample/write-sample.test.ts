import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generateSample } from '../../../resources/sample/generate-sample';
import { writeSample } from '../../../resources/sample/write-sample';

test('the folder holds exactly the generated files, whatever lay in it before', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sample-'));
  try {
    await writeFile(path.join(folder, 'old.csv'), 'left over');
    const names = await writeSample(folder);
    expect((await readdir(folder)).sort()).toEqual([...names].sort());
    for (const { name, bytes } of generateSample()) expect((await readFile(path.join(folder, name))).equals(bytes)).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});
