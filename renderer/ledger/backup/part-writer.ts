import type { BackupPart } from '@shared/contracts/backup-file';

/** The next bytes of a part; `rows` end in them. */
export interface BackupChunk {
  readonly part: BackupPart;
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Takes a chunk over; false = the taker wants no more. */
export type TakeChunk = (chunk: BackupChunk) => Promise<boolean>;

/** Small enough that handing one over never holds up a window, large enough that a million lines are a hundred. */
export const CHUNK_BYTES = 2 * 1024 * 1024;

/** The taker wanted no more: thrown so that gathering ends wherever it is. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * Cuts the rows of one part into chunks. One chunk is on its way while the next is filled, never more, so that memory
 * stays flat however slow the taker is. A part without rows is one empty chunk: it is named in the copy too.
 */
export class PartWriter {
  private chunk = new Uint8Array(CHUNK_BYTES);
  private filled = 0;
  private rows = 0;
  private chunks = 0;
  private underWay: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly part: BackupPart,
    private readonly take: TakeChunk,
  ) {}

  /** Adds one row in pieces. Throws Stopped. */
  async row(pieces: readonly Uint8Array[]): Promise<void> {
    for (const piece of pieces) {
      for (let from = 0; from < piece.length; ) {
        const room = Math.min(piece.length - from, CHUNK_BYTES - this.filled);
        this.chunk.set(piece.subarray(from, from + room), this.filled);
        this.filled += room;
        from += room;
        if (this.filled === CHUNK_BYTES) await this.hand();
      }
    }
    this.rows++;
  }

  /** Hands over what is left and waits until it is taken. Throws Stopped. */
  async end(): Promise<void> {
    if (this.filled > 0 || this.rows > 0 || this.chunks === 0) await this.hand();
    if (!(await this.underWay)) throw new Stopped();
  }

  private async hand(): Promise<void> {
    const chunk: BackupChunk = { part: this.part, rows: this.rows, bytes: this.chunk.slice(0, this.filled) };
    this.filled = 0;
    this.rows = 0;
    this.chunks++;
    if (!(await this.underWay)) throw new Stopped();
    this.underWay = this.take(chunk);
    // A rejection is met at the next hand or at the end: until then it must not count as unhandled.
    this.underWay.catch(() => undefined);
  }
}
