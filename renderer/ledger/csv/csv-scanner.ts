const LF = 10;
const CR = 13;
const QUOTE = 34;

/** More columns than any table means: a wider file is refused, a wider row is ragged. */
export const MAX_COLUMNS = 2_000;
/** A row longer than this is an unclosed quote or bait. */
const LONGEST_ROW = 32 * 1024 * 1024;

/** Takes one row: `fields` spans [starts[i], ends[i]) of `bytes`, quotes removed; valid only during the call. */
export type RowTaker = (bytes: Uint8Array, starts: Int32Array, ends: Int32Array, fields: number, line: number) => void;

/**
 * CSV over bytes in one pass: slices in, rows out, no strings and no row objects. It works for every encoding in which
 * delimiters, quotes and line ends are single bytes that occur nowhere else: UTF-8, and GB18030, whose trail bytes are
 * 0x30–0x39, 0x40–0x7E and 0x80–0xFE. Rows end with LF, CRLF or a lone CR; quoted fields may hold all of them.
 * A quote inside an unquoted field is a plain character; text after a closing quote sets `strayQuote` for that row.
 */
export class CsvScanner {
  /** Line of an opening quote that nothing closed; null while all is well. Set by `finish` (or a row without end). */
  unclosedLine: number | null = null;
  /** During `take`: the row has text after a closing quote. */
  strayQuote = false;
  /** Text files have only texts, which are judged when they are read. */
  readonly faults = null;
  readonly numbers = null;

  private rest = new Uint8Array(0);
  private joint = new Uint8Array(0);
  private line = 1;
  private readonly starts = new Int32Array(MAX_COLUMNS + 1);
  private readonly ends = new Int32Array(MAX_COLUMNS + 1);
  private readonly doubled: number[] = [];

  constructor(
    private readonly delimiter: number,
    private readonly take: RowTaker,
  ) {}

  push(slice: Uint8Array): void {
    this.scan(this.joined(slice), false);
  }

  /** The last row needs no line end. */
  finish(): void {
    if (this.rest.length > 0) this.scan(this.joined(new Uint8Array(0)), true);
  }

  private joined(slice: Uint8Array): Uint8Array {
    // Doubled quotes are closed up in place, so the scanner needs bytes of its own unless a slice is handed over whole.
    if (this.rest.length === 0) return slice;
    const length = this.rest.length + slice.length;
    // One buffer for all slices: a large file would leave its own size in garbage beside it.
    if (length > this.joint.length) this.joint = new Uint8Array(length + (length >> 3));
    const bytes = this.joint.subarray(0, length);
    bytes.set(this.rest);
    bytes.set(slice, this.rest.length);
    return bytes;
  }

  private scan(bytes: Uint8Array, last: boolean): void {
    if (this.unclosedLine !== null) return;
    const { delimiter, starts, ends } = this;
    const length = bytes.length;
    let rowStart = 0;
    let at = 0;
    let fields = 0;
    let line = this.line;
    let newLines = 0;
    this.strayQuote = false;
    this.doubled.length = 0;
    for (;;) {
      let end: number;
      let start = at;
      if (at < length && bytes[at] === QUOTE) {
        const opened = line + newLines;
        start = ++at;
        let closed = false;
        let isDoubled = false;
        while (at < length) {
          const byte = bytes[at]!;
          if (byte === QUOTE) {
            if (at + 1 < length && bytes[at + 1] === QUOTE) {
              isDoubled = true;
              at += 2;
              continue;
            }
            closed = at + 1 < length || last;
            break;
          }
          if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) newLines++;
          at++;
        }
        if (!closed) {
          if (last || length - rowStart > LONGEST_ROW) this.unclosedLine = opened;
          break;
        }
        end = at++;
        if (at < length && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) {
          this.strayQuote = true;
          while (at < length && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) at++;
          end = at;
        } else if (isDoubled) this.doubled.push(fields);
      } else {
        let byte = 0;
        // Letters and digits are above every delimiter but `;` (59): one comparison passes over most of them.
        while (at < length && ((byte = bytes[at]!) > 59 || (byte !== delimiter && byte !== LF && byte !== CR))) at++;
        end = at;
      }
      if (at >= length && !last) break;
      if (fields <= MAX_COLUMNS) {
        starts[fields] = start;
        ends[fields] = end;
      }
      fields++;
      if (at < length && bytes[at] === delimiter) {
        at++;
        if (at < length || last) continue;
        break;
      }
      if (at < length && bytes[at] === CR) {
        if (at + 1 >= length && !last) break;
        at += bytes[at + 1] === LF ? 2 : 1;
      } else at++;
      if (this.doubled.length > 0) this.closeUp(bytes);
      this.take(bytes, starts, ends, fields, line);
      line += newLines + 1;
      newLines = 0;
      fields = 0;
      this.strayQuote = false;
      this.doubled.length = 0;
      rowStart = at;
      if (at >= length) break;
    }
    this.line = line;
    this.rest = rowStart < length ? bytes.slice(rowStart) : new Uint8Array(0);
    if (this.rest.length > LONGEST_ROW && this.unclosedLine === null) this.unclosedLine = line;
    if (last) this.rest = new Uint8Array(0);
  }

  /** `""` inside a quoted field is one quote. */
  private closeUp(bytes: Uint8Array): void {
    for (const field of this.doubled) {
      if (field > MAX_COLUMNS) continue;
      let to = this.starts[field]!;
      const end = this.ends[field]!;
      for (let from = to; from < end; from++) {
        bytes[to++] = bytes[from]!;
        if (bytes[from] === QUOTE) from++;
      }
      this.ends[field] = to;
    }
  }
}
