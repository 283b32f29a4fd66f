import type { FileToken } from '@shared/contracts/headless-command';

/** A file read in slices; a test hands in bytes, the program a token of main. */
export interface ByteSource {
  readonly name: string;
  readonly bytes: number;
  /** Bytes [start, end); fewer only at the end of the file. Throws `FileVanished` when it can no longer be read. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Why a file can no longer be read: it went, another program holds it, or it is not what it was when it was chosen. */
type Loss = 'file.vanished' | 'file.locked' | 'file.changed';

export class FileVanished extends Error {
  override readonly name = 'FileVanished';

  constructor(
    message: string,
    readonly code: Loss = 'file.vanished',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** As main answers for a slice it does not give. */
const lossOfStatus: Readonly<Record<number, Loss>> = { 409: 'file.changed', 423: 'file.locked' };

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
        throw new FileVanished(file.name, 'file.vanished', { cause });
      });
      if (!answer.ok) throw new FileVanished(file.name, lossOfStatus[answer.status]);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (bytes.length !== Math.min(end, file.bytes) - start) throw new FileVanished(file.name, 'file.changed');
      return bytes;
    },
  };
}

/** Slices asked for ahead of the one in hand, so that reading and parsing overlap. */
const AHEAD = 3;

/** Slices in order; the next ones are under way while the caller works on the last. */
export async function* slicesOf(source: ByteSource, sliceBytes = SLICE_BYTES): AsyncGenerator<Uint8Array> {
  const coming: Promise<Uint8Array>[] = [];
  let asked = 0;
  const ask = () => {
    if (asked >= source.bytes) return;
    const slice = source.read(asked, Math.min(asked + sliceBytes, source.bytes));
    // A reader that stops early leaves slices unawaited: that must not become an unhandled rejection.
    slice.catch(() => undefined);
    coming.push(slice);
    asked += sliceBytes;
  };
  for (let i = 0; i < AHEAD; i++) ask();
  for (let next = coming.shift(); next !== undefined; next = coming.shift()) {
    const slice = await next;
    ask();
    yield slice;
  }
}
