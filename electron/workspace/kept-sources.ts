import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isThere } from '../files/read-if-there';
import { syncFolder } from '../files/write-atomic';

/**
 * Copies a file into `sources/` under its own sha-256, so that every imported row can be traced to the bytes it came from.
 * One read, synced before it answers; the same bytes are kept once. Throws the disk's error and leaves nothing half-copied.
 */
export async function keepSource(sourcesFolder: string, file: string): Promise<{ sha256: string; bytes: number }> {
  const part = path.join(sourcesFolder, `.${randomUUID()}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const copy = await open(part, 'wx', 0o600);
    try {
      for await (const chunk of createReadStream(file, { highWaterMark: 4 * 1024 * 1024 }) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
        await copy.writeFile(chunk);
      }
      await copy.sync();
    } finally {
      await copy.close();
    }
    const sha256 = hash.digest('hex');
    const kept = keptSource(sourcesFolder, sha256);
    if (await isThere(kept)) await rm(part);
    else {
      await rename(part, kept);
      await syncFolder(sourcesFolder);
    }
    return { sha256, bytes };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Where a kept source lies; the hash comes parsed (64 hex digits), so it can name nothing else. */
export const keptSource = (sourcesFolder: string, sha256: string): string => path.join(sourcesFolder, sha256);
