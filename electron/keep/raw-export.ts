import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pack } from 'tar-stream';
import { errnoOf } from '../call-failure';

/** What a person who repairs needs: the database as it was found, the journal, the copies, the files' own facts. */
const FOLDERS = ['checkpoint', 'snapshots', 'sources'];

/** Writes everything as it lies on the disk into one `.tar`; databases and journals by every name. Leaves nothing when it cannot be finished. */
export async function exportRaw(workspaceFolder: string, file: string): Promise<void> {
  const { pack } = await import('tar-stream');
  const tar = pack();
  const written = pipeline(tar, createWriteStream(file, { mode: 0o600 }));
  try {
    const names = await readdir(workspaceFolder);
    const journals = names.filter((name) => /^journal(-|$)/.test(name));
    const databases = names.filter((name) => /^profile(-|$)/.test(name)).map((name) => `${name}/IndexedDB`);
    for (const folder of [...journals, ...databases, ...FOLDERS]) await addFolder(tar, workspaceFolder, folder);
    for (const name of ['workspace.json', 'workspace.copy.json']) await addFile(tar, workspaceFolder, name);
    tar.finalize();
    await written;
  } catch (error) {
    tar.destroy();
    await written.catch(() => undefined);
    await rm(file, { force: true });
    throw error;
  }
}

async function addFolder(tar: Pack, root: string, folder: string): Promise<void> {
  for (const entry of await entriesOf(path.join(root, folder))) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) await addFolder(tar, root, name);
    else if (entry.isFile()) await addFile(tar, root, name);
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** As many bytes as the file had when it was looked at: the database's log may grow meanwhile. */
async function addFile(tar: Pack, root: string, name: string): Promise<void> {
  const file = path.join(root, name);
  const { size, mtime } = await stat(file);
  const entry = tar.entry({ name, size, mtime });
  await pipeline(size > 0 ? createReadStream(file, { end: size - 1 }) : Readable.from([]), entry);
}
