import { randomUUID } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileToken } from '@shared/contracts/headless-command';
import { errnoOf } from '../call-failure';
import { orUnread } from './read-failure';

const PIECE = 1024 * 1024;

interface TokenEntry<Owner> {
  readonly owner: Owner;
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** Why a slice is not given: a foreign or forgotten token, a file that is gone, held by another program or was changed since, a range outside it, too much at once. */
export type SliceFailure = 'unknownToken' | 'changed' | 'gone' | 'locked' | 'badRange' | 'tooLarge';

export type Slice = { readonly ok: true; readonly body: ReadableStream<Uint8Array>; readonly bytes: number; readonly to: number; readonly total: number } | { readonly ok: false; readonly failure: SliceFailure };

/**
 * The files the user has chosen. A page reads them by token, never by path, and only the page's own session may
 * (`Owner`). A file that changed after it was chosen is refused rather than read as a mixture of two.
 */
export class FileTokens<Owner> {
  private readonly entries = new Map<string, TokenEntry<Owner>>();

  /** Throws the disk's error when the file cannot be read, and EISDIR for a folder. */
  async issue(owner: Owner, file: string): Promise<FileToken> {
    const handle = await open(file, 'r');
    try {
      const found = await handle.stat();
      if (!found.isFile()) throw Object.assign(new Error(`Not a file: ${path.basename(file)}`), { code: 'EISDIR' });
      const token = randomUUID();
      this.entries.set(token, { owner, path: file, bytes: found.size, modifiedMs: found.mtimeMs });
      return { token, name: path.basename(file), bytes: found.size };
    } finally {
      await handle.close();
    }
  }

  /** The path behind a token of this owner; null for a foreign token or a file that changed since it was chosen. */
  async pathOf(owner: Owner, token: string): Promise<string | null> {
    return (await this.lossOf(owner, token)) === null ? this.entries.get(token)!.path : null;
  }

  /**
   * Opens a chosen file again, as it is now: a token of its own, the old one is forgotten. Null for a foreign or forgotten
   * token. Throws as `issue` does.
   */
  async reissue(owner: Owner, token: string): Promise<FileToken | null> {
    const entry = this.entries.get(token);
    if (!entry || entry.owner !== owner) return null;
    const again = await this.issue(owner, entry.path);
    this.entries.delete(token);
    return again;
  }

  /** Why `pathOf` gives no path to a token of this owner. Throws the disk's error when the file cannot be looked at. */
  async lossOf(owner: Owner, token: string): Promise<'unknownToken' | 'changed' | 'gone' | null> {
    const entry = this.entries.get(token);
    if (!entry || entry.owner !== owner) return 'unknownToken';
    const found = await fileStat(entry.path);
    if (found === null) return 'gone';
    return found.size === entry.bytes && found.mtimeMs === entry.modifiedMs ? null : 'changed';
  }

  /** Bytes [from, to] of the file, both included and cut to its end; an empty file is one empty slice. */
  async slice(owner: Owner, token: string, from: number, to: number, limit: number): Promise<Slice> {
    const entry = this.entries.get(token);
    if (!entry || entry.owner !== owner) return { ok: false, failure: 'unknownToken' };
    const total = entry.bytes;
    const last = Math.min(to, total - 1);
    if (from > last && !(from === 0 && total === 0)) return { ok: false, failure: 'badRange' };
    if (last - from + 1 > limit) return { ok: false, failure: 'tooLarge' };
    const opened = await orUnread(async () => (await this.lossOf(owner, token)) ?? (await open(entry.path, 'r')));
    if (!opened.ok) return { ok: false, failure: opened.error.code === 'file.missing' ? 'gone' : 'locked' };
    if (typeof opened.value === 'string') return { ok: false, failure: opened.value };
    return { ok: true, body: streamOf(opened.value, from, last + 1), bytes: last - from + 1, to: last, total };
  }

  /** Forgets every file of an owner: its window is closed. */
  forget(owner: Owner): void {
    for (const [token, entry] of this.entries) if (entry.owner === owner) this.entries.delete(token);
  }
}

/** Bytes [from, end) in pieces, read as fast as they are taken; errors if the file ends early. Closes the handle. */
function streamOf(handle: FileHandle, from: number, end: number): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at === end) {
        await handle.close();
        controller.close();
        return;
      }
      const piece = new Uint8Array(Math.min(PIECE, end - at));
      const { bytesRead } = await handle.read(piece, 0, piece.length, at);
      if (bytesRead === 0) {
        await handle.close();
        throw new Error('the file became shorter while it was read');
      }
      at += bytesRead;
      controller.enqueue(piece.subarray(0, bytesRead));
    },
    cancel: () => handle.close(),
  });
}

/** Null when the file is gone. */
async function fileStat(file: string): Promise<{ size: number; mtimeMs: number } | null> {
  try {
    return await stat(file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
