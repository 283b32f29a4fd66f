import { resized } from '../csv/byte-dictionary';
import { withoutEntities } from './xml-tags';
import { type XmlCursor, standsAt } from './xml-cursor';

const AMP = 38;
const LT = 60;
const CR = 13;
const LF = 10;
const UNDERSCORE = 95;
const SMALL_X = 120;
const SEMICOLON = 59;
const LONGEST_ENTITY = 12;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes that texts of a part are added to, with their entities and escapes resolved. */
export class XmlText {
  bytes: Uint8Array;
  used = 0;

  constructor(expectedBytes: number) {
    this.bytes = new Uint8Array(Math.max(64, expectedBytes));
  }

  /** The text of the element whose start tag was found last, which holds nothing else; answers the place after it. */
  appendElement(cursor: XmlCursor): number {
    const { bytes } = cursor;
    let at = cursor.end;
    for (;;) {
      const end = bytes.indexOf(LT, at);
      if (end < 0) throw cursor.damage();
      this.append(bytes, at, end);
      if (bytes[end + 1] !== 33) {
        cursor.need(end);
        if (!cursor.closes) throw cursor.damage();
        return cursor.end;
      }
      at = cursor.afterAside(end);
      if (standsAt(bytes, '<![CDATA[', end)) this.verbatim(bytes, end + 9, at - 3);
    }
  }

  /** The runs of a rich text until its end tag, without the phonetic guides above them; answers the place after it. */
  appendRich(cursor: XmlCursor, closing: string): number {
    for (let at = cursor.end; ; ) {
      cursor.need(at);
      if (cursor.closes) {
        if (cursor.is(closing)) return cursor.end;
        at = cursor.end;
      } else if (cursor.is('rPh')) at = cursor.afterElement();
      else if (cursor.is('t') && !cursor.empty) at = this.appendElement(cursor);
      else at = cursor.end;
    }
  }

  private append(source: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start);
    const { bytes } = this;
    let to = this.used;
    for (let at = start; at < end; at++) {
      const byte = source[at]!;
      if (byte === AMP || (byte === UNDERSCORE && source[at + 1] === SMALL_X)) {
        this.used = to;
        at = byte === AMP ? this.entity(source, at, end) : this.escape(source, at, end);
        to = this.used;
      } else if (byte === CR) {
        // XML reads every line end as one line feed.
        if (source[at + 1] !== LF) bytes[to++] = LF;
      } else bytes[to++] = byte;
    }
    this.used = to;
  }

  private entity(source: Uint8Array, at: number, end: number): number {
    let close = at + 1;
    while (close < end && close - at <= LONGEST_ENTITY && source[close] !== SEMICOLON) close++;
    this.put(withoutEntities(decoder.decode(source.subarray(at, Math.min(close + 1, end)))));
    return close;
  }

  /** `_x000D_`: a character that XML cannot hold; `_x005F_` is an underscore that would look like one. */
  private escape(source: Uint8Array, at: number, end: number): number {
    const code = at + 7 <= end && source[at + 6] === UNDERSCORE ? decoder.decode(source.subarray(at + 2, at + 6)) : '';
    if (!/^[\dA-Fa-f]{4}$/.test(code)) {
      this.put('_');
      return at;
    }
    this.put(String.fromCharCode(Number.parseInt(code, 16)));
    return at + 6;
  }

  /** An escape never needs more room than what it is written with. */
  private put(text: string): void {
    const made = encoder.encode(text);
    this.bytes.set(made, this.used);
    this.used += made.length;
  }

  private verbatim(source: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start);
    this.bytes.set(source.subarray(start, end), this.used);
    this.used += end - start;
  }

  private makeRoom(length: number): void {
    if (this.used + length > this.bytes.length) this.bytes = resized(this.bytes, Math.max(this.bytes.length * 2, this.used + length));
  }
}
