import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';

const IN_MEMORY = 64 * 1024 * 1024;

/**
 * Bytes kept until all are there: a tar entry begins with its size. The first 64 MB stay in memory, more go to a temporary
 * file in `folder`; `discard` removes it and must be called.
 */
export class Spill {
  bytes = 0;
  private held: Uint8Array[] = [];
  private file: { readonly path: string; readonly handle: FileHandle } | null = null;

  constructor(
    private readonly folder: string,
    private readonly inMemory = IN_MEMORY,
  ) {}

  /** Throws the disk's error. */
  async push(chunk: Uint8Array): Promise<void> {
    this.bytes += chunk.length;
    this.held.push(chunk);
    if (this.file === null && this.bytes <= this.inMemory) return;
    this.file ??= await openSpill(this.folder);
    for (const each of this.held.splice(0)) await this.file.handle.writeFile(each);
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    if (this.file === null) yield* this.held;
    else yield* createReadStream(this.file.path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
  }

  async discard(): Promise<void> {
    this.held = [];
    if (this.file === null) return;
    const { handle, path: spilled } = this.file;
    this.file = null;
    await handle.close();
    await rm(spilled, { force: true });
  }
}

async function openSpill(folder: string): Promise<{ path: string; handle: FileHandle }> {
  const file = path.join(folder, `.${randomUUID()}.part`);
  return { path: file, handle: await open(file, 'wx', 0o600) };
}
