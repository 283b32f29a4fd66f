import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The sample's source files in the order of their names; throws when the build left them out. */
export async function sampleFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  return names.map((name) => path.join(folder, name));
}
