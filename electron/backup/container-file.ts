import { type FileHandle, open, rm } from 'node:fs/promises';
import { pack } from 'tar-stream';
import { encrypted } from './age-cipher';
import { sealed } from './seal';

/**
 * A container being written: tar → seal → age (with a passphrase) → disk, streaming. Each call throws the disk's error;
 * then only `discard` is left.
 */
export class ContainerFile {
  private readonly tar = pack();
  private failure: { readonly error: unknown } | null = null;
  private readonly flowing: Promise<void>;

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
    passphrase: string | null,
    private readonly mtime: Date,
  ) {
    // Without a listener a destroyed stream would end the process; the failure is thrown by the next call.
    this.tar.on('error', () => undefined);
    this.flowing = this.flow(passphrase).catch((error: unknown) => {
      this.failure = { error };
      this.tar.destroy(null);
    });
  }

  /** Creates the file, which must not exist yet. */
  static async create(file: string, passphrase: string | null, mtime: Date): Promise<ContainerFile> {
    return new ContainerFile(file, await open(file, 'wx', 0o600), passphrase, mtime);
  }

  /** Adds an entry of exactly `size` bytes. */
  async entry(name: string, size: number, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    this.throwFailure();
    const state = { ended: false, wake: (): void => undefined };
    const woken = () => new Promise<void>((resolve) => (state.wake = resolve));
    const sink = this.tar.entry({ name, size, mode: 0o600, mtime: this.mtime }, () => {
      state.ended = true;
      state.wake();
    });
    sink.on('error', () => undefined);
    sink.on('drain', () => state.wake());
    for await (const chunk of chunks) {
      const drained = woken();
      if (!sink.write(chunk) && !state.ended) await drained;
      if (state.ended) break;
    }
    sink.end(null);
    while (!state.ended) await woken();
    this.throwFailure();
  }

  /** Ends the container; resolves once the disk has it. */
  async close(): Promise<void> {
    this.tar.finalize();
    await this.flowing;
    this.throwFailure();
    await this.handle.sync();
    await this.handle.close();
  }

  /** Leaves nothing of it. */
  async discard(): Promise<void> {
    this.tar.destroy(null);
    await this.flowing;
    await this.handle.close();
    await rm(this.file, { force: true });
  }

  private async flow(passphrase: string | null): Promise<void> {
    const plain = sealed(this.tar as AsyncIterable<unknown> as AsyncIterable<Uint8Array>);
    for await (const chunk of passphrase === null ? plain : await encrypted(plain, passphrase)) await this.handle.writeFile(chunk);
  }

  private throwFailure(): void {
    if (this.failure !== null) throw this.failure.error;
  }
}
