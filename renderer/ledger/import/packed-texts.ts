import { resized } from '../csv/byte-dictionary';

/** Many short texts as one run of UTF-8 bytes: text i is bytes [offsets[i], offsets[i + 1]). */
export interface PackedTexts {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

const decoder = new TextDecoder();
const DOT = 46;

/** Text i; '' where nothing was written. */
export const packedText = (texts: PackedTexts, i: number): string => decoder.decode(texts.bytes.subarray(texts.offsets[i], texts.offsets[i + 1]));

/** The texts of these rows, in this order, packed anew. */
export function pickTexts(texts: PackedTexts, rows: Int32Array): PackedTexts {
  let length = 0;
  for (const row of rows) length += texts.offsets[row + 1]! - texts.offsets[row]!;
  const bytes = new Uint8Array(length);
  const offsets = new Uint32Array(rows.length + 1);
  let to = 0;
  for (let i = 0; i < rows.length; i++) {
    const end = texts.offsets[rows[i]! + 1]!;
    for (let from = texts.offsets[rows[i]!]!; from < end; from++) bytes[to++] = texts.bytes[from]!;
    offsets[i + 1] = to;
  }
  return { bytes, offsets };
}

/** Writes texts row by row; writing a row again replaces it, so that a rejected row leaves nothing. */
export class TextPacker {
  bytes: Uint8Array;
  offsets: Uint32Array;

  constructor(expectedRows: number) {
    this.bytes = new Uint8Array(expectedRows * 12 + 64);
    this.offsets = new Uint32Array(expectedRows + 2);
  }

  write(row: number, source: Uint8Array, start: number, end: number): void {
    this.makeRoom(row, end - start);
    const { bytes } = this;
    let to = this.offsets[row]!;
    for (let from = start; from < end; from++) bytes[to++] = source[from]!;
    this.offsets[row + 1] = to;
  }

  /** Writes a cell that needs no reading: visible ASCII, for an id without a dot. False (nothing kept) for all else. */
  writePlain(row: number, source: Uint8Array, start: number, end: number, isId: boolean): boolean {
    this.makeRoom(row, end - start);
    const { bytes } = this;
    let to = this.offsets[row]!;
    for (let from = start; from < end; from++) {
      const byte = source[from]!;
      if (byte <= 32 || byte >= 127 || (byte === DOT && isId)) return false;
      bytes[to++] = byte;
    }
    this.offsets[row + 1] = to;
    return true;
  }

  private makeRoom(row: number, length: number): void {
    if (row + 2 > this.offsets.length) this.offsets = resized(this.offsets, this.offsets.length * 2);
    const needed = this.offsets[row]! + length;
    if (needed > this.bytes.length) this.bytes = resized(this.bytes, Math.max(this.bytes.length * 2, needed));
  }

  finish(rows: number): PackedTexts {
    return { bytes: this.bytes.subarray(0, this.offsets[rows]), offsets: this.offsets.subarray(0, rows + 1) };
  }
}
