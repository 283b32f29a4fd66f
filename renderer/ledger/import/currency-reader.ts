import { OWN_CURRENCY, currencyOf } from '@shared/domain/imports/currency-word';
import { cleanText } from '@shared/domain/imports/normalise-text';
import { ByteDictionary, resized } from '../csv/byte-dictionary';
import type { CellDecoder, CellIssue, CellReader } from './cell-readers';
import { type Hash64, type RowHasher, hashText } from './row-hasher';

const LONGEST_BYTES = 256;
const UNKNOWN = -1;
const NOTHING: Hash64 = { hi: 0, lo: 0 };

/** A column of currencies, each distinct text understood once. The workspace's own, said or not, adds nothing to a row's content. */
export class CurrencyReader implements CellReader {
  private readonly codes: string[] = [''];
  private readonly hashes: Hash64[] = [NOTHING];
  private ids: Int32Array;
  private readonly dictionary = new ByteDictionary();
  private readonly meaning: number[] = [];

  constructor(
    private readonly decoder: CellDecoder,
    private readonly seed: number,
    expectedRows: number,
  ) {
    this.ids = new Int32Array(expectedRows);
  }

  read(bytes: Uint8Array, start: number, end: number, row: number): CellIssue | null {
    if (row >= this.ids.length) this.ids = resized(this.ids, this.ids.length * 2);
    this.ids[row] = UNKNOWN;
    if (end - start > LONGEST_BYTES) return 'text.tooLong';
    const known = this.dictionary.size;
    const raw = this.dictionary.idOf(bytes, start, end);
    if (raw === known) this.meaning.push(this.meaningOf(bytes.subarray(start, end)));
    const id = this.meaning[raw]!;
    this.ids[row] = id;
    return id === UNKNOWN ? 'currency.unknown' : null;
  }

  /** The code that the row's cell means; '' for a blank or unreadable one. */
  codeAt(row: number): string {
    return this.codes[this.ids[row]!] ?? '';
  }

  isBlank(row: number): boolean {
    return this.ids[row] === 0;
  }

  addTo(hasher: RowHasher, row: number): void {
    const hash = this.hashes[this.ids[row]!];
    if (hash !== undefined && hash !== NOTHING) hasher.pair(hash.hi | 0, hash.lo | 0);
  }

  private meaningOf(bytes: Uint8Array): number {
    const text = this.decoder.decode(bytes);
    if (text === null) return UNKNOWN;
    const code = cleanText(text) === '' ? '' : currencyOf(text);
    if (code === null) return UNKNOWN;
    const known = this.codes.indexOf(code);
    if (known >= 0) return known;
    this.hashes.push(code === OWN_CURRENCY ? NOTHING : hashText(code, this.seed));
    return this.codes.push(code) - 1;
  }
}
