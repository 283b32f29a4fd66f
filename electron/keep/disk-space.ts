import { open, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from '../call-failure';

/** With less than this a workspace is not opened for writing: a full disk makes Chromium delete databases. */
export const LOW_DISK_BYTES = 200 * 1024 * 1024;
const RESERVE_BYTES = 64 * 1024 * 1024;

const reserveIn = (folder: string): string => path.join(folder, 'reserve.bin');

/** Bytes this user may still write where the folder lies. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Sets 64 MB of the disk aside, so that what is under way can be finished when it is full. Does nothing while the disk is low. */
export async function keepReserve(folder: string): Promise<void> {
  if ((await sizeOf(reserveIn(folder))) === RESERVE_BYTES || (await freeBytes(folder)) < LOW_DISK_BYTES + RESERVE_BYTES) return;
  const file = await open(reserveIn(folder), 'w', 0o600);
  try {
    const block = Buffer.alloc(4 * 1024 * 1024);
    // Written, not only claimed: a sparse file reserves nothing.
    for (let at = 0; at < RESERVE_BYTES; at += block.length) await file.write(block, 0, block.length, at);
  } finally {
    await file.close();
  }
}

/** Gives the reserve back to the disk; answers whether there was one. */
export async function releaseReserve(folder: string): Promise<boolean> {
  const had = (await sizeOf(reserveIn(folder))) !== null;
  await rm(reserveIn(folder), { force: true });
  return had;
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
