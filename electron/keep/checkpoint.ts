import { copyFile, cp, link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from '../call-failure';
import { isThere } from '../files/read-if-there';

const MARK = 'opened';

/**
 * Before a page opens the database: what lies on the disk is kept beside it, since Chromium deletes a database it cannot
 * read. Tables and blobs are never rewritten and cost a hard link; the log, CURRENT and the manifest are copied.
 * `checkpoint/now` is this opening's; `checkpoint/good` the last one that opened well (see `markCheckpointGood`).
 * A workspace without a database has none.
 */
export async function takeCheckpoint(profileFolder: string, checkpointFolder: string): Promise<void> {
  const database = path.join(profileFolder, 'IndexedDB');
  const now = path.join(checkpointFolder, 'now');
  if (!(await isThere(database))) return;
  if (await isThere(path.join(now, MARK))) {
    await rm(path.join(checkpointFolder, 'good'), { recursive: true, force: true });
    await rename(now, path.join(checkpointFolder, 'good'));
  }
  await rm(now, { recursive: true, force: true });
  await keepFolder(database, path.join(now, 'IndexedDB'));
}

/** The database of this opening could be read: its checkpoint is worth keeping after the next one is taken. */
export async function markCheckpointGood(checkpointFolder: string): Promise<void> {
  const now = path.join(checkpointFolder, 'now');
  if (await isThere(now)) await writeFile(path.join(now, MARK), '');
}

async function keepFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await keepFolder(source, target);
    else if (entry.isFile() && entry.name !== 'LOCK') await keepFile(source, target, isFinal(entry.name));
  }
}

/** Tables (.ldb) and blobs (hexadecimal names) are written once; everything else goes on changing. */
const isFinal = (name: string): boolean => name.endsWith('.ldb') || /^[0-9a-f]+$/.test(name);

async function keepFile(source: string, target: string, final: boolean): Promise<void> {
  if (!final) return copyFile(source, target);
  try {
    await link(source, target);
  } catch (error) {
    // File systems without hard links (exFAT, some shares) pay for a copy.
    if (errnoOf(error) === null) throw error;
    await cp(source, target);
  }
}
