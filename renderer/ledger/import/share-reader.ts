import { cleanText } from '@shared/domain/imports/normalise-text';
import { type ShareUnit, readShare } from '@shared/domain/imports/read-share';
import { resized } from '../csv/byte-dictionary';
import type { CellDecoder, CellIssue, CellReader } from './cell-readers';
import type { RowHasher } from './row-hasher';

const LONGEST_BYTES = 256;

/** A column of shares, stored in 1/10,000 of the whole; blank is NaN. */
export class ShareReader implements CellReader {
  values: Float64Array;
  private readonly seen = new Map<string, number | CellIssue>();

  constructor(
    private readonly decoder: CellDecoder,
    private readonly unit: ShareUnit | null,
    private readonly seed: number,
    expectedRows: number,
  ) {
    this.values = new Float64Array(expectedRows);
  }

  read(bytes: Uint8Array, start: number, end: number, row: number): CellIssue | null {
    if (row >= this.values.length) this.values = resized(this.values, this.values.length * 2);
    this.values[row] = Number.NaN;
    if (start === end) return null;
    if (end - start > LONGEST_BYTES) return 'text.tooLong';
    const text = this.decoder.decode(bytes.subarray(start, end));
    if (text === null) return 'row.badBytes';
    const value = this.valueOf(text);
    if (typeof value !== 'number') return value;
    this.values[row] = value;
    return null;
  }

  isBlank(row: number): boolean {
    return Number.isNaN(this.values[row]);
  }

  addTo(hasher: RowHasher, row: number): void {
    const value = this.values[row]!;
    if (value === value) hasher.whole(value, this.seed);
  }

  private valueOf(text: string): number | CellIssue {
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const read = readShare(text, this.unit);
    const value = cleanText(text) === '' ? Number.NaN : read.ok ? read.value : read.error;
    if (this.seen.size < 100_000) this.seen.set(text, value);
    return value;
  }
}
