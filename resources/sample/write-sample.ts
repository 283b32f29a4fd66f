import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateSample } from './generate-sample';

/** Writes the sample's source files into an otherwise empty folder; answers their names in the order of import. */
export async function writeSample(folder: string): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = generateSample();
  await Promise.all(files.map(({ name, bytes }) => writeFile(path.join(folder, name), bytes)));
  return files.map(({ name }) => name);
}
