import type { DateSystem } from '@shared/contracts/import-run';
import { columnLetter } from '@shared/domain/imports/column-letter';
import { KEPT_DIGITS, hasLostDigits, markFreeNumber, plainNumber, shownNumber } from '@shared/domain/imports/plain-number';
import { readSerial } from '@shared/domain/imports/read-serial';
import { resized } from '../csv/byte-dictionary';
import { MAX_COLUMNS, type RowTaker } from '../csv/csv-scanner';
import type { CellFault, RowMarks } from '../import/table-rows';
import type { CellFormat } from './cell-format';
import { MergeSweep, type MergedRange } from './merged-range';
import { WorkbookFault } from './workbook-fault';

/** What a column is read as: it decides what a number cell may be (`dayNumber`: a day, counted from a year that was answered). Null = only looked at, or not imported. */
export type ColumnUse = 'text' | 'day' | 'dayNumber' | 'number' | null;

export interface RowPlan {
  readonly sheet: string;
  readonly dateSystem: DateSystem;
  /** Rows above belong to the title and header; null while the header is looked for. */
  readonly headerLine: number | null;
  /** One per column of the header. */
  readonly uses: readonly ColumnUse[];
  /** Columns whose texts use a decimal point: their numbers can go the quick way. */
  readonly pointMarks: readonly boolean[];
}

interface Anchor {
  readonly range: MergedRange;
  readonly bytes: Uint8Array;
  readonly isNumber: boolean;
  readonly fault: CellFault | null;
}

const DOT = 46;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const pad = (value: number) => String(value).padStart(2, '0');

/**
 * Puts the cells of a sheet's row together as the readers of text files take them: bytes per column, numbers and days
 * written plainly, merged cells filled from their first cell. What cannot be said without guessing becomes a fault of its
 * cell. Rows without anything of their own are passed over.
 */
export class RowBuilder implements RowMarks {
  readonly strayQuote = false;
  faults: Map<number, CellFault> | null = null;
  readonly numbers = new Uint8Array(MAX_COLUMNS + 1);

  private line = 0;
  private bytes = new Uint8Array(1 << 14);
  private used = 0;
  /** Columns up to the last one with something in it. */
  private reach = 0;
  private cleared = 0;
  private readonly starts = new Int32Array(MAX_COLUMNS + 1);
  private readonly ends = new Int32Array(MAX_COLUMNS + 1);
  private readonly seenIn = new Int32Array(MAX_COLUMNS + 1);
  private readonly merges: MergeSweep;
  private readonly anchors = new Map<MergedRange, Anchor>();
  private readonly days = new Map<string, Uint8Array>();
  private readonly width: number;

  constructor(
    private readonly plan: RowPlan,
    merges: readonly MergedRange[],
    private readonly take: RowTaker,
  ) {
    this.merges = new MergeSweep(merges);
    this.width = plan.uses.length;
  }

  /** Rows come in ascending order, as the sheet numbers them. */
  begin(line: number): void {
    if (line <= this.line) throw this.damage(0, line);
    this.line = line;
    this.starts.fill(0, 0, this.cleared);
    this.ends.fill(0, 0, this.cleared);
    this.numbers.fill(0, 0, this.cleared);
    this.cleared = this.width;
    this.reach = 0;
    this.used = 0;
    this.faults = null;
  }

  damage(column: number, line = this.line): WorkbookFault {
    return new WorkbookFault('file.damaged', `${this.plan.sheet}!${columnLetter(column)}${line}`, line);
  }

  /** A text cell; a blank one may be left out. */
  text(column: number, source: Uint8Array, start: number, end: number): void {
    if (!this.claim(column) || start === end) return;
    this.write(column, source, start, end);
  }

  boolean(column: number, value: boolean): void {
    if (this.claim(column)) this.put(column, value ? 'TRUE' : 'FALSE');
  }

  /** `#N/A` and its like: shown, never read. */
  error(column: number, text: string): void {
    this.faulty(column, 'cell.error', text);
  }

  /** A formula whose result the file does not hold. */
  noValue(column: number, formula: string): void {
    this.faulty(column, 'cell.noValue', `=${formula}`);
  }

  /** A number as the file writes it. */
  number(column: number, source: Uint8Array, start: number, end: number, format: CellFormat): void {
    if (!this.claim(column)) return;
    if (format.kind === 'plain') this.plain(column, source, start, end);
    else this.formatted(column, decoder.decode(source.subarray(start, end)), format);
  }

  finish(): void {
    if (this.reach === 0) return;
    this.fillMerges();
    this.take(this.bytes, this.starts, this.ends, Math.max(this.width, this.reach), this.line);
  }

  private claim(column: number): boolean {
    if (column >= MAX_COLUMNS) {
      this.reach = Math.max(this.reach, column + 1);
      return false;
    }
    if (this.seenIn[column] === this.line) throw this.damage(column);
    this.seenIn[column] = this.line;
    return true;
  }

  private plain(column: number, source: Uint8Array, start: number, end: number): void {
    let isPlain = end - start <= KEPT_DIGITS;
    let dot = false;
    for (let at = start; at < end; at++) {
      const byte = source[at]!;
      if (byte === DOT) dot = true;
      else if ((byte < ZERO || byte > NINE) && (byte !== MINUS || at > start)) isPlain = false;
    }
    const use = this.useOf(column);
    this.numbers[column] = 1;
    if (isPlain && use !== 'day' && (use !== 'number' || !dot || this.plan.pointMarks[column] === true)) this.write(column, source, start, end);
    else this.careful(column, decoder.decode(source.subarray(start, end)), use);
  }

  private careful(column: number, raw: string, use: ColumnUse): void {
    const text = plainNumber(raw);
    if (text === null) throw this.damage(column);
    if (use === 'number') this.put(column, this.plan.pointMarks[column] === true ? text : markFreeNumber(raw)!);
    else if (use === 'day' && !/^(?:19|20|21)\d{6}$/.test(text)) this.faulted(column, 'date.bareNumber', text);
    else if (use === 'text' && hasLostDigits(raw)) this.faulted(column, 'number.lostDigits', text);
    else this.put(column, shownNumber(raw)!);
  }

  private formatted(column: number, raw: string, format: CellFormat): void {
    const value = Number(raw);
    const text = plainNumber(raw);
    if (text === null) throw this.damage(column);
    switch (format.kind) {
      case 'plain':
        return this.careful(column, raw, this.useOf(column));
      case 'percent':
        return this.put(column, `${shownNumber(plainNumber(shownNumber(raw)!, 2)!)!}%`);
      case 'padded':
        return this.put(column, /^\d+$/.test(text) ? text.padStart(format.width, '0') : text);
      case 'foreign':
        return this.put(column, `${format.symbol} ${this.useOf(column) === 'number' && this.plan.pointMarks[column] !== true ? markFreeNumber(raw)! : shownNumber(raw)!}`);
      case 'time':
        return this.put(column, clockTime(value));
      case 'day':
        return this.dayOf(column, raw, value, format.clock);
    }
  }

  private dayOf(column: number, raw: string, value: number, clock: boolean): void {
    const known = this.days.get(raw);
    if (known !== undefined) return this.write(column, known, 0, known.length);
    const serial = readSerial(value, this.plan.dateSystem);
    if (!serial.ok) return this.faulted(column, serial.error, raw);
    const { day, seconds } = serial.value;
    const bytes = encoder.encode(clock && seconds > 0 ? `${day} ${clockTime(seconds / 86_400)}` : day);
    if (this.days.size < 100_000) this.days.set(raw, bytes);
    this.write(column, bytes, 0, bytes.length);
  }

  private faulty(column: number, code: CellFault['code'], text: string): void {
    if (this.claim(column)) this.faulted(column, code, text);
  }

  private faulted(column: number, code: CellFault['code'], text: string): void {
    this.put(column, text);
    this.mark(column, { code, detail: text });
  }

  private mark(column: number, fault: CellFault): void {
    this.faults ??= new Map();
    this.faults.set(column, fault);
  }

  private put(column: number, text: string): void {
    const bytes = encoder.encode(text);
    this.write(column, bytes, 0, bytes.length);
  }

  private write(column: number, source: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.used + length > this.bytes.length) this.bytes = resized(this.bytes, Math.max(this.bytes.length * 2, this.used + length));
    const { bytes } = this;
    let to = this.used;
    this.starts[column] = to;
    if (length > 64) {
      bytes.set(source.subarray(start, end), to);
      to += length;
    } else for (let at = start; at < end; at++) bytes[to++] = source[at]!;
    this.ends[column] = to;
    this.used = to;
    if (column >= this.reach) this.reach = column + 1;
    if (column >= this.cleared) this.cleared = column + 1;
  }

  private useOf(column: number): ColumnUse {
    return this.plan.headerLine === null || this.line <= this.plan.headerLine ? null : (this.plan.uses[column] ?? null);
  }

  private fillMerges(): void {
    for (const range of this.merges.at(this.line)) {
      if (range.firstRow === this.line) this.anchor(range);
      else if (range.lastRow > range.firstRow) this.fillDown(range);
      const { lastRow, firstRow, firstColumn, lastColumn } = range;
      const isData = this.plan.headerLine !== null && this.line > this.plan.headerLine;
      if (isData && lastRow > firstRow && this.useOf(firstColumn) === 'number') this.refuse(firstColumn, range);
      const end = Math.min(lastColumn, Math.max(this.width, this.reach) - 1, MAX_COLUMNS - 1);
      for (let column = firstColumn + 1; column <= end; column++) this.refuse(column, range);
    }
  }

  private anchor(range: MergedRange): void {
    const { firstColumn: column } = range;
    const bytes = this.bytes.slice(this.starts[column], this.ends[column]);
    this.anchors.set(range, { range, bytes, isNumber: this.numbers[column] === 1, fault: this.faults?.get(column) ?? null });
  }

  /** What stands in the first cell of a merge stands in every row of it; another value underneath is not seen by anybody. */
  private fillDown(range: MergedRange): void {
    const { firstColumn: column } = range;
    if (this.plan.headerLine !== null && range.firstRow <= this.plan.headerLine && this.line > this.plan.headerLine) return this.refuse(column, range);
    const anchor = this.anchors.get(range);
    this.starts[column] = 0;
    this.ends[column] = 0;
    this.faults?.delete(column);
    if (range.lastRow === this.line) this.anchors.delete(range);
    if (anchor === undefined || anchor.bytes.length === 0) return;
    this.write(column, anchor.bytes, 0, anchor.bytes.length);
    this.numbers[column] = anchor.isNumber ? 1 : 0;
    if (anchor.fault !== null) this.mark(column, anchor.fault);
  }

  private refuse(column: number, range: MergedRange): void {
    this.mark(column, { code: 'cell.merged', detail: range.ref });
  }
}

/** Hours may exceed a day: a duration. */
function clockTime(days: number): string {
  const seconds = Math.round(days * 86_400);
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}
