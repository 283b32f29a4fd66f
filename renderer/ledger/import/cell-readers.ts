import type { RowIssue } from '@shared/contracts/import-run';
import { splitCurrency } from '@shared/domain/imports/currency-word';
import { cleanText, normaliseId } from '@shared/domain/imports/normalise-text';
import { type DateOrder, readDay } from '@shared/domain/imports/read-day';
import { type DecimalMark, readDecimal } from '@shared/domain/imports/read-decimal';
import { NO_DAY } from '@shared/domain/figures/fact-source';
import { toEpochDay } from '@shared/kernel/day';
import { halfEvenHundredth, roundHalfEven } from '@shared/kernel/rounding';
import { ByteDictionary, resized } from '../csv/byte-dictionary';
import { fastDay, fastUnits } from '../csv/fast-values';
import type { Encoding } from '../csv/text-encoding';
import { ExactSum } from './exact-sum';
import { TextPacker } from './packed-texts';
import { RowHasher, hashText } from './row-hasher';

export type CellIssue = RowIssue['code'];

/** Reads one column's cells into its own typed column. A row is written at its number; a rejected row is written over. */
export interface CellReader {
  /** Null when the cell was read; a blank cell is read as blank. */
  read(bytes: Uint8Array, start: number, end: number, row: number): CellIssue | null;
  isBlank(row: number): boolean;
  /** Adds the row's value, as it is stored, to the hash; a blank adds nothing, like a column that is not there. */
  addTo(hasher: RowHasher, row: number): void;
}

/** Longer texts are a broken file or bait. */
const LONGEST_TEXT = 1_000;
const LONGEST_BYTES = LONGEST_TEXT * 4;

/** Decodes strictly; null for bytes that the encoding does not know. */
export class CellDecoder {
  private readonly decoder: TextDecoder;
  constructor(encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }
  decode(bytes: Uint8Array): string | null {
    try {
      return this.decoder.decode(bytes);
    } catch (cause) {
      if (cause instanceof TypeError) return null;
      throw cause;
    }
  }
}

/** A column of repeated texts: a number per row, each distinct text decoded once. Number 0 is the blank text. */
export class DimensionReader implements CellReader {
  readonly texts: string[] = [''];
  ids: Int32Array;
  private readonly dictionary = new ByteDictionary();
  private readonly numberOf = new Map<string, number>([['', 0]]);
  private readonly hashHi: number[] = [0];
  private readonly hashLo: number[] = [0];
  private meaning = new Int32Array(1024);

  constructor(
    private readonly decoder: CellDecoder,
    private readonly isId: boolean,
    private readonly seed: number,
    expectedRows: number,
  ) {
    this.ids = new Int32Array(expectedRows);
  }

  read(bytes: Uint8Array, start: number, end: number, row: number): CellIssue | null {
    if (row >= this.ids.length) this.ids = resized(this.ids, this.ids.length * 2);
    if (end - start > LONGEST_BYTES) return 'text.tooLong';
    const known = this.dictionary.size;
    const raw = this.dictionary.idOf(bytes, start, end);
    if (raw === known) this.learn(raw, bytes.subarray(start, end));
    const id = this.meaning[raw]!;
    if (id < 0) return id === -1 ? 'row.badBytes' : 'text.tooLong';
    this.ids[row] = id;
    return null;
  }

  textAt(row: number): string {
    return this.texts[this.ids[row]!]!;
  }

  isBlank(row: number): boolean {
    return this.ids[row] === 0;
  }

  addTo(hasher: RowHasher, row: number): void {
    const id = this.ids[row]!;
    if (id !== 0) hasher.pair(this.hashHi[id]!, this.hashLo[id]!);
  }

  private learn(raw: number, bytes: Uint8Array): void {
    if (raw >= this.meaning.length) this.meaning = resized(this.meaning, this.meaning.length * 2);
    const decoded = this.decoder.decode(bytes);
    const text = decoded === null ? null : this.isId ? normaliseId(decoded) : cleanText(decoded);
    this.meaning[raw] = text === null ? -1 : text.length > LONGEST_TEXT ? -2 : this.numberFor(text);
  }

  private numberFor(text: string): number {
    const known = this.numberOf.get(text);
    if (known !== undefined) return known;
    this.numberOf.set(text, this.texts.length);
    const hash = hashText(text, this.seed);
    this.hashHi.push(hash.hi | 0);
    this.hashLo.push(hash.lo | 0);
    return this.texts.push(text) - 1;
  }
}

const encoder = new TextEncoder();

/** A column of mostly distinct texts (order numbers, names): packed bytes, decoded only where they are not plain ASCII. */
export class TextReader implements CellReader {
  readonly packer: TextPacker;
  private readonly hasher = new RowHasher();
  private hashedRow = -1;

  constructor(
    private readonly decoder: CellDecoder,
    private readonly isId: boolean,
    private readonly seed: number,
    expectedRows: number,
  ) {
    this.packer = new TextPacker(expectedRows);
  }

  read(bytes: Uint8Array, start: number, end: number, row: number): CellIssue | null {
    if (end - start > LONGEST_BYTES) return 'text.tooLong';
    this.hashedRow = -1;
    if (this.packer.writePlain(row, bytes, start, end, this.isId)) return null;
    const decoded = this.decoder.decode(bytes.subarray(start, end));
    if (decoded === null) return 'row.badBytes';
    const text = encoder.encode(this.isId ? normaliseId(decoded) : cleanText(decoded));
    this.packer.write(row, text, 0, text.length);
    return null;
  }

  isBlank(row: number): boolean {
    return this.packer.offsets[row] === this.packer.offsets[row + 1];
  }

  addTo(hasher: RowHasher, row: number): void {
    const start = this.packer.offsets[row]!;
    const end = this.packer.offsets[row + 1]!;
    if (start === end) return;
    if (this.hashedRow !== row) {
      this.hasher.start(this.seed);
      this.hasher.bytes(this.packer.bytes, start, end);
      this.hasher.finish();
      this.hashedRow = row;
    }
    hasher.pair(this.hasher.hi, this.hasher.lo);
  }
}

/** A column of days, as epoch days; blank is NO_DAY. */
export class DayReader implements CellReader {
  days: Int32Array;
  private readonly seen = new Map<string, number | CellIssue>();

  constructor(
    private readonly decoder: CellDecoder,
    private readonly order: DateOrder | null,
    private readonly seed: number,
    expectedRows: number,
  ) {
    this.days = new Int32Array(expectedRows);
  }

  read(bytes: Uint8Array, start: number, end: number, row: number): CellIssue | null {
    if (row >= this.days.length) this.days = resized(this.days, this.days.length * 2);
    if (start === end) {
      this.days[row] = NO_DAY;
      return null;
    }
    const quick = fastDay(bytes, start, end);
    const value = quick === quick ? quick : this.slowly(bytes.subarray(start, end));
    if (typeof value !== 'number') return value;
    this.days[row] = value;
    return null;
  }

  isBlank(row: number): boolean {
    return this.days[row] === NO_DAY;
  }

  addTo(hasher: RowHasher, row: number): void {
    const day = this.days[row]!;
    if (day !== NO_DAY) hasher.whole(day, this.seed);
  }

  private slowly(bytes: Uint8Array): number | CellIssue {
    if (bytes.length > LONGEST_BYTES) return 'text.tooLong';
    const text = this.decoder.decode(bytes);
    if (text === null) return 'row.badBytes';
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const day = cleanText(text) === '' ? null : readDay(text, this.order);
    const value = day === null ? NO_DAY : day.ok ? toEpochDay(day.value) : day.error;
    if (this.seen.size < 100_000) this.seen.set(text, value);
    return value;
  }
}

/**
 * A column of numbers; blank is NaN. Money is stored in 分 (half-even per cell), quantities in 1/10,000.
 * `total` is the exact sum of every cell that could be read, in 1/10,000, whether or not its row is accepted.
 */
export class NumberReader implements CellReader {
  values: Float64Array;
  readonly total = new ExactSum();
  /** The last cell read, in 1/10,000; 0 when blank. */
  units = 0;
  /** The currency that the last cell is marked with ($5, 5元); '' without a mark. Only cells of money carry one. */
  currency = '';
  private exact: bigint | null = null;

  constructor(
    private readonly decoder: CellDecoder,
    private readonly mark: DecimalMark | null,
    private readonly isMoney: boolean,
    private readonly seed: number,
    expectedRows: number,
    private readonly holdsMoney = false,
  ) {
    this.values = new Float64Array(expectedRows);
  }

  /** What the last cell added to the total; null when it was blank or could not be read. */
  get added(): bigint | null {
    return this.exact ?? (this.units === 0 ? null : BigInt(this.units));
  }

  read(bytes: Uint8Array, start: number, end: number, row: number): CellIssue | null {
    if (row >= this.values.length) this.values = resized(this.values, this.values.length * 2);
    this.values[row] = Number.NaN;
    this.units = 0;
    this.currency = '';
    this.exact = null;
    if (start === end) return null;
    const quick = this.mark === '.' ? fastUnits(bytes, start, end) : Number.NaN;
    if (quick !== quick) return this.slowly(bytes.subarray(start, end), row);
    this.total.add(quick);
    this.units = quick;
    this.values[row] = this.isMoney ? halfEvenHundredth(quick) : quick;
    return null;
  }

  isBlank(row: number): boolean {
    return Number.isNaN(this.values[row]);
  }

  addTo(hasher: RowHasher, row: number): void {
    const value = this.values[row]!;
    if (value === value) hasher.whole(value, this.seed);
  }

  private slowly(bytes: Uint8Array, row: number): CellIssue | null {
    if (bytes.length > LONGEST_BYTES) return 'text.tooLong';
    const text = this.decoder.decode(bytes);
    if (text === null) return 'row.badBytes';
    if (cleanText(text) === '') return null;
    const { currency, rest } = this.holdsMoney ? splitCurrency(text) : { currency: '', rest: text };
    this.currency = currency;
    const decimal = readDecimal(rest, this.mark);
    if (!decimal.ok) return decimal.error;
    this.total.addBig(decimal.value);
    this.exact = decimal.value;
    const value = Number(this.isMoney ? roundHalfEven(decimal.value, 100n) : decimal.value);
    if (!Number.isSafeInteger(value)) return 'number.tooLarge';
    this.units = Number(decimal.value);
    this.values[row] = value === 0 ? 0 : value;
    return null;
  }
}
