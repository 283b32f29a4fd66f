import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LEVELDB = 'profile/IndexedDB/app_workbench_0.indexeddb.leveldb';
const BLOBS = 'profile/IndexedDB/app_workbench_0.indexeddb.blob/1/00';

/** The files a workspace stands on, as paths inside it: the largest of each kind. */
export const fileOf = {
  'database log': (workspace: string) => largest(workspace, LEVELDB, /\.log$/),
  'database table': (workspace: string) => largest(workspace, LEVELDB, /\.ldb$/),
  'database MANIFEST': (workspace: string) => largest(workspace, LEVELDB, /^MANIFEST-/),
  'database CURRENT': (workspace: string) => largest(workspace, LEVELDB, /^CURRENT$/),
  'large stored column': (workspace: string) => largest(workspace, BLOBS, /^[0-9a-f]+$/),
  journal: (workspace: string) => largest(workspace, 'journal', /\.smwj$/),
} as const;

function largest(workspace: string, folder: string, pattern: RegExp): string {
  const files = readdirSync(path.join(workspace, folder)).filter((name) => pattern.test(name)).map((name) => `${folder}/${name}`);
  const [first] = files.toSorted((a, b) => statSync(path.join(workspace, b)).size - statSync(path.join(workspace, a)).size);
  if (first === undefined) throw new Error(`${folder} holds no ${String(pattern)}`);
  return first;
}

/** Two ways a disk spoils a file. `from` = where the spoilt part begins, as a share of the file. */
export const damages = {
  'one flipped byte': (file: string, from = 0.5) => {
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length * from);
    bytes[at] = bytes[at]! ^ 4;
    writeFileSync(file, bytes);
  },
  'a truncation': (file: string, from = 0.5) => truncateSync(file, Math.floor(statSync(file).size * from)),
} as const;

/** A small print of every file under some folders of a workspace, to see that nothing of it has moved. */
export function bytesUnder(workspace: string, folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(path.join(workspace, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      found.set(path.relative(workspace, file), readFileSync(file).toString('base64'));
    }
  }
  return found;
}
