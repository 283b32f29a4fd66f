import { createHash } from 'node:crypto';

const SEAL_BYTES = 32;

/**
 * The container's bytes followed by their sha-256. Tar guards its headers with a sum and the manifest guards the parts;
 * the seal guards everything: the manifest itself, padding, the end. A tar reader takes it for the padding after the end.
 */
export async function* sealed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  yield hash.digest();
}

/** Reads a sealed container: `strip` passes on everything but the seal; `intact` is known once it has ended. */
export class SealReader {
  intact = false;

  async *strip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let held: Uint8Array = new Uint8Array(0);
    for await (const chunk of chunks) {
      // What was held back is passed on only as far as newer bytes take its place; large chunks are never copied.
      const from = chunk.length < SEAL_BYTES ? Buffer.concat([held, chunk]) : chunk;
      const ready = chunk.length < SEAL_BYTES ? [] : [held];
      const cut = Math.max(0, from.length - SEAL_BYTES);
      ready.push(from.subarray(0, cut));
      held = from.subarray(cut);
      for (const bytes of ready) {
        if (bytes.length === 0) continue;
        hash.update(bytes);
        yield bytes;
      }
    }
    this.intact = hash.digest().equals(held);
  }
}
