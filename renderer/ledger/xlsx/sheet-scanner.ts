import { type CellFormat, PLAIN } from './cell-format';
import { type MergedRange, mergedRange } from './merged-range';
import type { RowBuilder } from './row-builder';
import type { SharedStrings } from './shared-strings';
import type { SheetRows } from './workbook';
import { XmlCursor, lastPlaceOf } from './xml-cursor';
import { XmlText } from './xml-text';

const LT = 60;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const SMALL_C = 99;
const SMALL_R = 114;
const SMALL_S = 115;
const SMALL_T = 116;
const SMALL_V = 118;
/** Bytes between two chances to pause. */
const STRETCH = 4 * 1024 * 1024;
const LAST_ROW = 1_048_576;
const BYTES_PER_ROW = 400;
/** More merges than any sheet is made with by hand. */
const MOST_MERGES = 500_000;

const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;

/** What a cell's `t` says its value is. */
const KINDS = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'] as const;
type CellKind = (typeof KINDS)[number];

/**
 * The rows of a worksheet part, read from its bytes in one pass. The sheet's `dimension` is not believed: what is there is
 * read. Rows and cells may leave out their addresses; addresses that go backwards or twice to one place are damage.
 */
export class SheetScanner implements SheetRows {
  readonly merges: readonly MergedRange[];
  readonly expectedRows: number;
  private readonly cursor: XmlCursor;
  /** Just after `<sheetData>`; −1 when the sheet has no cells. */
  private readonly start: number;
  /** Where `</sheetData>` begins. */
  private end = -1;
  private readonly text = new XmlText(1 << 12);
  /** Bytes that a tag's prefix takes. */
  private readonly skip: number;
  private line = 0;
  private column = 0;
  private kind: CellKind = 'n';
  private style = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
    private readonly strings: SharedStrings,
    private readonly formats: readonly CellFormat[],
  ) {
    this.cursor = new XmlCursor(bytes, part, 'worksheet');
    this.skip = this.cursor.prefix.length;
    this.start = this.findData();
    this.merges = this.readMerges();
    this.expectedRows = Math.ceil(bytes.length / BYTES_PER_ROW) + 64;
  }

  *feed(into: RowBuilder): Generator<number, void> {
    if (this.start < 0) return;
    const { cursor } = this;
    this.line = 0;
    let at = this.start;
    let pause = at + STRETCH;
    for (;;) {
      cursor.need(at);
      if (cursor.closes) {
        if (!cursor.is('sheetData') || cursor.nameStart - 2 !== this.end) throw cursor.damage();
        return;
      }
      if (!cursor.is('row')) throw cursor.damage();
      this.line = this.lineOf();
      if (this.line > LAST_ROW) throw cursor.damage();
      if (cursor.empty) at = cursor.end;
      else {
        into.begin(this.line);
        at = this.cells(cursor.end, into);
        into.finish();
      }
      if (at >= pause) {
        yield at / this.bytes.length;
        pause = at + STRETCH;
      }
    }
  }

  private findData(): number {
    const { cursor } = this;
    if (cursor.empty) return -1;
    for (let at = cursor.end; ; ) {
      cursor.need(at);
      if (cursor.closes) return -1;
      if (cursor.is('sheetData')) return cursor.empty ? -1 : cursor.end;
      at = cursor.afterElement();
    }
  }

  /** They stand below the rows; a million rows are passed over by their closing tag alone. */
  private readMerges(): MergedRange[] {
    const merges: MergedRange[] = [];
    if (this.start < 0) return merges;
    const { cursor } = this;
    this.end = lastPlaceOf(this.bytes, `</${cursor.prefix}sheetData`);
    if (this.end < this.start) throw cursor.damage();
    cursor.need(this.end);
    for (let at = cursor.end; cursor.tag(at); at = cursor.end) {
      if (cursor.closes || !cursor.is('mergeCell')) continue;
      const range = mergedRange(cursor.attribute('ref') ?? '');
      if (range === null) continue;
      merges.push(range);
      if (merges.length > MOST_MERGES) throw cursor.damage();
    }
    return merges;
  }

  private lineOf(): number {
    const { bytes, cursor } = this;
    // `r` comes first wherever Excel, or what imitates it, has written the row.
    let at = cursor.nameEnd + 1;
    if (bytes[at] !== SMALL_R || bytes[at + 1] !== EQUALS) {
      const given = cursor.attribute('r');
      if (given === null) return this.line + 1;
      if (!/^\d{1,7}$/.test(given)) throw cursor.damage();
      return Number(given);
    }
    let line = 0;
    for (at += 3; bytes[at]! >= 48 && bytes[at]! <= 57; at++) line = line * 10 + bytes[at]! - 48;
    return line;
  }

  /** The cells of a row from just after its start tag; answers the place after its end tag. */
  private cells(from: number, into: RowBuilder): number {
    const { bytes, cursor, skip } = this;
    let at = from;
    this.column = -1;
    for (;;) {
      while (isSpace(bytes[at]!)) at++;
      const name = at + 1 + skip;
      if (bytes[at] === LT && bytes[name] === SMALL_C && (isSpace(bytes[name + 1]!) || bytes[name + 1] === GT || bytes[name + 1] === SLASH)) {
        at = this.cell(name + 1, into);
        continue;
      }
      cursor.need(at);
      if (cursor.closes) {
        if (!cursor.is('row')) throw cursor.damage();
        return cursor.end;
      }
      at = cursor.afterElement();
    }
  }

  private cell(from: number, into: RowBuilder): number {
    const { bytes, skip } = this;
    let at = this.attributes(from, into);
    if (bytes[at - 2] === SLASH) return at;
    // By far the most cells are `<v>…</v></c>`.
    const name = at + 1 + skip;
    if (bytes[at] === LT && bytes[name] === SMALL_V && bytes[name + 1] === GT) {
      const start = name + 2;
      let end = start;
      for (let byte = bytes[end]; byte !== LT && byte !== 38; byte = bytes[++end]) if (byte === undefined) throw this.cursor.damage();
      const close = end + 4 + skip;
      if (bytes[end] === LT && bytes[end + 1] === SLASH && bytes[close - 1] === GT && bytes[close] === LT && bytes[close + 1] === SLASH && bytes[close + 2 + skip] === SMALL_C && bytes[close + 3 + skip] === GT) {
        if (this.kind !== 'str') {
          this.value(bytes, start, end, into);
          return close + 4 + skip;
        }
      }
    }
    return this.slowCell(at, into);
  }

  /** Reads the attributes of a cell; answers the place after the tag's `>`. */
  private attributes(from: number, into: RowBuilder): number {
    const { bytes } = this;
    this.column++;
    this.kind = 'n';
    this.style = 0;
    let at = from;
    for (;;) {
      while (isSpace(bytes[at]!)) at++;
      const first = bytes[at];
      if (first === GT) return at + 1;
      if (first === SLASH && bytes[at + 1] === GT) return at + 2;
      let nameEnd = at;
      for (let byte = bytes[nameEnd]; byte !== EQUALS; byte = bytes[++nameEnd]) if (byte === undefined || byte === GT || byte === LT) throw this.cursor.damage();
      const isShort = nameEnd === at + 1 || isSpace(bytes[at + 1]!);
      at = nameEnd + 1;
      while (isSpace(bytes[at]!)) at++;
      const quote = bytes[at++]!;
      if (quote !== 34 && quote !== 39) throw this.cursor.damage();
      let end = at;
      for (let byte = bytes[end]; byte !== quote; byte = bytes[++end]) if (byte === undefined) throw this.cursor.damage();
      if (isShort && first === SMALL_R) this.column = this.address(at, end, into);
      else if (isShort && first === SMALL_S) this.style = wholeAt(bytes, at, end);
      else if (isShort && first === SMALL_T) this.kind = this.kindAt(at, end, into);
      at = end + 1;
    }
  }

  private address(start: number, end: number, into: RowBuilder): number {
    const { bytes } = this;
    let column = 0;
    let at = start;
    for (; at < end && bytes[at]! >= 65 && bytes[at]! <= 90; at++) column = column * 26 + bytes[at]! - 64;
    if (column === 0 || column > 16_384 || wholeAt(bytes, at, end) !== this.line) throw into.damage(this.column);
    return column - 1;
  }

  private kindAt(start: number, end: number, into: RowBuilder): CellKind {
    const { bytes } = this;
    if (end - start === 1) {
      const byte = bytes[start];
      if (byte === SMALL_S) return 's';
      if (byte === 110) return 'n';
    }
    const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 16)));
    const kind = KINDS.find((known) => known === text);
    if (kind === undefined) throw into.damage(this.column);
    return kind;
  }

  /** A cell's value, as it stands between the tags. */
  private value(bytes: Uint8Array, start: number, end: number, into: RowBuilder): void {
    const { column, strings } = this;
    let from = start;
    let to = end;
    while (from < to && isSpace(bytes[from]!)) from++;
    while (to > from && isSpace(bytes[to - 1]!)) to--;
    if (from === to) return;
    switch (this.kind) {
      case 'n': {
        const format = this.formats[this.style] ?? (this.style === 0 ? PLAIN : null);
        if (format === null) throw into.damage(column);
        return into.number(column, bytes, from, to, format);
      }
      case 's': {
        const index = wholeAt(bytes, from, to);
        if (index < 0 || index >= strings.count) throw into.damage(column);
        return into.text(column, strings.bytes, strings.offsets[index]!, strings.offsets[index + 1]!);
      }
      case 'b':
        return into.boolean(column, bytes[from] === 49);
      case 'e':
        return into.error(column, shortText(bytes, from, to));
      default:
        return into.text(column, bytes, from, to);
    }
  }

  /** A cell with a formula, a text of its own, entities, or anything else between its tags. */
  private slowCell(from: number, into: RowBuilder): number {
    const { cursor, column, text } = this;
    let formula: string | null = null;
    let held = false;
    for (let at = from; ; ) {
      cursor.need(at);
      if (cursor.closes) {
        if (!cursor.is('c')) throw cursor.damage();
        break;
      }
      if (cursor.is('f')) {
        text.used = 0;
        at = cursor.empty ? cursor.end : text.appendElement(cursor);
        formula = shortText(text.bytes, 0, text.used);
      } else if (cursor.is('v')) {
        text.used = 0;
        at = cursor.empty ? cursor.end : text.appendElement(cursor);
        held = this.kind === 'str' || text.used > 0;
        if (held) this.held(into);
      } else if (cursor.is('is')) {
        text.used = 0;
        at = cursor.empty ? cursor.end : text.appendRich(cursor, 'is');
        held = true;
        into.text(column, text.bytes, 0, text.used);
      } else at = cursor.afterElement();
    }
    if (formula !== null && !held) into.noValue(column, formula);
    return cursor.end;
  }

  /** A value whose text was put together first. */
  private held(into: RowBuilder): void {
    const { text } = this;
    if (this.kind === 'str' || this.kind === 'inlineStr' || this.kind === 'd') into.text(this.column, text.bytes, 0, text.used);
    else this.value(text.bytes, 0, text.used, into);
  }
}

/** −1 for anything but digits. */
function wholeAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return end === start ? -1 : value;
}

const shortText = (bytes: Uint8Array, start: number, end: number): string => new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 200)));
