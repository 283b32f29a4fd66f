import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  /** '' unless it is code. */
  readonly text: string;
}

const PLACES = ['shared', 'renderer', 'electron', 'resources', 'tests', 'docs'];
export const isCode = (file: string) => /\.(?:[cm]?[jt]s|tsx)$/.test(file);

/** Every file of the project's own folders, in order of their paths. */
export function readSources(root: string): SourceFile[] {
  const files = PLACES.flatMap((place) => readdirSync(path.join(root, place), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return files
    .map((file) => ({ path: path.relative(root, file).replaceAll(path.sep, '/'), text: isCode(file) ? readFileSync(file, 'utf8') : '' }))
    .sort((a, b) => a.path.localeCompare(b.path));
}
