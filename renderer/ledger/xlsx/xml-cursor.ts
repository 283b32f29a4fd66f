import { WorkbookFault } from './workbook-fault';

const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const DOUBLE = 34;
const SINGLE = 39;

/** First place at or after `from` where these ASCII characters stand; −1 if nowhere. */
function placeOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) if (standsAt(bytes, text, at)) return at;
  return -1;
}

/** Last place where these ASCII characters stand; −1 if nowhere. */
export function lastPlaceOf(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0);
  let at = bytes.length - text.length;
  while (at >= 0 && !(bytes[at] === first && standsAt(bytes, text, at))) at--;
  return at;
}

export function standsAt(bytes: Uint8Array, text: string, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/**
 * Steps through the tags of a large XML part without making strings. `tag` finds the next one and describes it in the
 * fields; comments, CDATA and processing instructions are passed over, a DTD is refused, an unfinished tag is damage.
 */
export class XmlCursor {
  nameStart = 0;
  nameEnd = 0;
  closes = false;
  empty = false;
  /** Just after the tag's `>`. */
  end = 0;
  /** What the root's own name is written with, `x:` or ''. */
  readonly prefix: string;

  constructor(
    readonly bytes: Uint8Array,
    readonly part: string,
    root: string,
  ) {
    if (!this.tag(0) || this.closes) throw this.damage();
    const name = String.fromCharCode(...bytes.subarray(this.nameStart, Math.min(this.nameEnd, this.nameStart + 100)));
    this.prefix = name.slice(0, name.indexOf(':') + 1);
    if (name !== this.prefix + root) throw this.damage();
  }

  damage(place = this.part): WorkbookFault {
    return new WorkbookFault('file.damaged', place);
  }

  /** False after the last tag. */
  tag(from: number): boolean {
    const { bytes } = this;
    let at = bytes.indexOf(LT, from);
    for (; at >= 0; at = bytes.indexOf(LT, at)) {
      const mark = bytes[at + 1];
      if (mark === BANG) at = this.afterAside(at);
      else if (mark === QUESTION) at = this.after('?>', at);
      else break;
    }
    if (at < 0) return false;
    this.closes = bytes[at + 1] === SLASH;
    this.nameStart = at + (this.closes ? 2 : 1);
    let end = this.nameStart;
    for (let byte = bytes[end]; byte !== undefined && byte !== GT && byte !== SLASH && byte > 32; byte = bytes[++end]);
    this.nameEnd = end;
    let quote = 0;
    for (let byte = bytes[end]; byte !== GT || quote !== 0; byte = bytes[++end]) {
      if (byte === undefined || (byte === LT && quote === 0)) throw this.damage();
      if (quote !== 0) quote = byte === quote ? 0 : quote;
      else if (byte === DOUBLE || byte === SINGLE) quote = byte;
    }
    this.empty = bytes[end - 1] === SLASH;
    this.end = end + 1;
    return true;
  }

  /** The tag found last has this name (without prefix). */
  is(name: string): boolean {
    const length = this.prefix.length;
    return this.nameEnd - this.nameStart === length + name.length && standsAt(this.bytes, this.prefix, this.nameStart) && standsAt(this.bytes, name, this.nameStart + length);
  }

  /** The next tag, which has to be there. */
  need(from: number): void {
    if (!this.tag(from)) throw this.damage();
  }

  /** Just after the element whose start tag was found last. */
  afterElement(): number {
    if (this.empty) return this.end;
    for (let depth = 1; depth > 0; ) {
      this.need(this.end);
      if (this.closes) depth--;
      else if (!this.empty) depth++;
    }
    return this.end;
  }

  /** An attribute of the start tag found last, by its whole name, as written; null when it is not there. */
  attribute(name: string): string | null {
    const text = new TextDecoder().decode(this.bytes.subarray(this.nameEnd, this.end));
    const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(text);
    return found === null ? null : (found[1] ?? found[2] ?? '');
  }

  /** Just after a comment or CDATA section that begins here. */
  afterAside(at: number): number {
    if (standsAt(this.bytes, '<!--', at)) return this.after('-->', at + 4);
    if (standsAt(this.bytes, '<![CDATA[', at)) return this.after(']]>', at + 9);
    throw new WorkbookFault('file.dtd', this.part);
  }

  private after(text: string, from: number): number {
    const at = placeOf(this.bytes, text, from);
    if (at < 0) throw this.damage();
    return at + text.length;
  }
}
