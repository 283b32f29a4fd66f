import { randomUUID } from 'node:crypto';
import { copyFile, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { renamePatiently, syncFolder } from './write-atomic';

/** Copies a file byte for byte, whole or not at all: beside the target, synced, then renamed. Throws the disk's own error and leaves the earlier file as it was. */
export async function copyAtomic(from: string, to: string): Promise<void> {
  const folder = path.dirname(to);
  const part = path.join(folder, `.${path.basename(to).slice(0, 60)}.${randomUUID()}.part`);
  try {
    await copyFile(from, part);
    const handle = await open(part, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(part, to);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await syncFolder(folder);
}
