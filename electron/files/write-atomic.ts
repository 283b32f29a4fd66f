import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** Makes a rename or a new name in this folder survive a power cut. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file whole or not at all: temporary file in the same folder → fsync → rename → fsync of the folder.
 * Throws the disk's own error and leaves the earlier file as it was. Answers false when `stillWanted` said no at the last
 * moment: then nothing was written.
 */
export async function writeAtomic(file: string, content: string | Uint8Array, stillWanted: () => boolean = () => true): Promise<boolean> {
  const folder = path.dirname(file);
  const part = path.join(folder, `.${path.basename(file).slice(0, 60)}.${randomUUID()}.part`);
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!stillWanted()) {
      await rm(part);
      return false;
    }
    await renamePatiently(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return true;
}

/** On Windows a virus scanner may hold a fresh file for a moment. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const passing = error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));
      if (process.platform !== 'win32' || !passing || attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}
