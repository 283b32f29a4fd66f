import type { FileToken } from '@shared/contracts/headless-command';

/** A file read in slices; a test hands in bytes, the program a token of main. */
export interface ByteSource {
  readonly name: string;
  readonly bytes: number;
  /** Bytes [start, end); fewer only at the end of the file. Throws `FileVanished` when it can no longer be read. */
  read(start: number, end: number): Promise<Uint8Array>;
}

export class FileVanished extends Error {
  override readonly name = 'FileVanished';
}

export const SLICE_BYTES = 4 * 1024 * 1024;

/** Main serves the file behind a token under its own origin, by range. */
export function tokenSource(file: FileToken): ByteSource {
  return {
    name: file.name,
    bytes: file.bytes,
    async read(start, end) {
      if (start >= end) return new Uint8Array(0);
      const url = new URL(`/file/${file.token}`, globalThis.location.origin);
      const answer = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } }).catch((cause: unknown) => {
        throw new FileVanished(file.name, { cause });
      });
      if (!answer.ok) throw new FileVanished(`${file.name}: ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (bytes.length !== Math.min(end, file.bytes) - start) throw new FileVanished(`${file.name}: it changed while it was read`);
      return bytes;
    },
  };
}

/** Slices in order; the next one is under way while the caller works on the last. */
export async function* slicesOf(source: ByteSource, sliceBytes = SLICE_BYTES): AsyncGenerator<Uint8Array> {
  const sliceAt = (start: number) => source.read(start, Math.min(start + sliceBytes, source.bytes));
  let next: Promise<Uint8Array> | null = source.bytes > 0 ? sliceAt(0) : null;
  for (let start = 0; next !== null; start += sliceBytes) {
    const slice: Uint8Array = await next;
    next = start + sliceBytes < source.bytes ? sliceAt(start + sliceBytes) : null;
    // A reader that stops early leaves this one unawaited: it must not become an unhandled rejection.
    next?.catch(() => undefined);
    yield slice;
  }
}
