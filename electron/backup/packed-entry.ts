import { createHash } from 'node:crypto';
import { constants, createBrotliCompress } from 'node:zlib';
import { Spill } from './spill';

/** Quality 2: measured as fast as 1 on packed columns, with a sixth less bytes. */
const COMPRESSION = { chunkSize: 128 * 1024, params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };

/** One entry on its way into the container: compressed as its bytes arrive, counted and hashed before. */
export class PackedEntry {
  bytes = 0;
  private readonly hash = createHash('sha256');
  private readonly brotli = createBrotliCompress(COMPRESSION);
  private readonly packed: Spill;
  private readonly collecting: Promise<void>;
  private failure: { readonly error: unknown } | null = null;

  constructor(scratchFolder: string) {
    this.packed = new Spill(scratchFolder);
    this.collecting = this.collect().catch((error: unknown) => {
      this.failure = { error };
    });
  }

  /** The bytes must stay as they are until this resolves. Throws the disk's error when the compressed bytes had to go there. */
  async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.bytes += bytes.length;
    // A failure of the collector ends the stream, so this write too; it is thrown below by its own name.
    const written = new Promise<void>((resolve) => this.brotli.write(bytes, () => resolve()));
    // Hashing goes on here while zlib compresses on a thread of its own.
    this.hash.update(bytes);
    await written;
    this.throwFailure();
  }

  /** Everything is there: the sha-256 of what was written, and what it packs into. */
  async end(): Promise<{ sha256: string; packed: Spill }> {
    this.brotli.end();
    await this.collecting;
    this.throwFailure();
    return { sha256: this.hash.digest('hex'), packed: this.packed };
  }

  async discard(): Promise<void> {
    this.brotli.destroy();
    await this.collecting;
    await this.packed.discard();
  }

  private async collect(): Promise<void> {
    for await (const chunk of this.brotli as AsyncIterable<Buffer>) await this.packed.push(chunk);
  }

  private throwFailure(): void {
    if (this.failure !== null) throw this.failure.error;
  }
}
