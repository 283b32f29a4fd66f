import type { SourceMapping } from '@shared/contracts/import-run';

export type Encoding = SourceMapping['encoding'];

/** Length of the UTF-8 byte order mark at the start, 0 without one. */
export const bomLength = (bytes: Uint8Array): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

export interface BadByte {
  readonly offset: number;
  readonly line: number;
}

/**
 * Follows a file through its slices and knows, at the end, which encoding it is in: strict UTF-8, else GB18030.
 * A UTF-8 file with a few broken bytes also looks like GB18030, as other characters: it is told apart by the share of
 * sound UTF-8 sequences and refused with the first bad byte, never read as something else. A few GB18030 characters alone
 * (茅台) are sound UTF-8 as well: where nothing else tells, the file is `unclear` rather than one of the two.
 */
export class EncodingDetector {
  private offset = 0;
  private line = 1;
  private needed = 0;
  private lowest = 0x80;
  private highest = 0xbf;
  private sound = 0;
  private broken = 0;
  private firstBroken: BadByte | null = null;
  /** Two-byte sequences alone in their cell that are Chinese characters in GB18030, and all others: only these leave it open. */
  private eitherWay = 0;
  private gbState = 0;
  private gbBroken: BadByte | null = null;

  constructor(private readonly hasBom: boolean) {}

  push(bytes: Uint8Array): void {
    const length = bytes.length;
    for (let i = 0; i < length; i++) {
      const byte = bytes[i]!;
      if (byte < 0x80 && this.needed === 0 && this.gbState === 0) {
        if (byte === 10) this.line++;
        continue;
      }
      if (byte === 10) this.line++;
      this.utf8(byte, i);
      if (byte >= 0xc2 && byte <= 0xdf && this.needed === 1 && this.isEitherWay(bytes, i)) this.eitherWay++;
      if (this.gbBroken === null) this.gb18030(byte, i);
    }
    this.offset += length;
  }

  /** After the last slice. */
  result(): { encoding: Encoding } | { bad: BadByte } | { unclear: true } {
    const cutOff = { offset: this.offset, line: this.line };
    const bad = this.firstBroken ?? (this.needed > 0 ? cutOff : null);
    if (bad === null) return !this.hasBom && this.sound > 0 && this.eitherWay === this.sound && this.gbBroken === null ? { unclear: true } : { encoding: 'utf-8' };
    const mostlyUtf8 = this.hasBom || this.sound > this.broken * 4;
    if (mostlyUtf8) return { bad };
    const gbBad = this.gbBroken ?? (this.gbState > 0 ? cutOff : null);
    return gbBad === null ? { encoding: 'gb18030' } : { bad: gbBad };
  }

  /** A lead byte and its trail in the zone of Chinese characters, beside nothing but more of them and the edges of a cell. */
  private isEitherWay(bytes: Uint8Array, i: number): boolean {
    const trail = bytes[i + 1] ?? 0;
    return trail >= 0xa1 && trail <= 0xbf && isEdge(bytes[i - 1]) && isEdge(bytes[i + 2]);
  }

  private utf8(byte: number, i: number): void {
    if (this.needed > 0) {
      if (byte >= this.lowest && byte <= this.highest) {
        this.lowest = 0x80;
        this.highest = 0xbf;
        if (--this.needed === 0) this.sound++;
        return;
      }
      this.breakUtf8(i);
    }
    if (byte < 0x80) return;
    if (byte >= 0xc2 && byte <= 0xdf) this.needed = 1;
    else if (byte >= 0xe0 && byte <= 0xef) {
      this.needed = 2;
      if (byte === 0xe0) this.lowest = 0xa0;
      if (byte === 0xed) this.highest = 0x9f;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      this.needed = 3;
      if (byte === 0xf0) this.lowest = 0x90;
      if (byte === 0xf4) this.highest = 0x8f;
    } else this.breakUtf8(i);
  }

  private breakUtf8(i: number): void {
    this.firstBroken ??= { offset: this.offset + i, line: this.line };
    this.broken++;
    this.needed = 0;
    this.lowest = 0x80;
    this.highest = 0xbf;
  }

  /** States: 0 start, 1 after a lead byte, 2 after lead and digit, 3 before the last digit of a four-byte character. */
  private gb18030(byte: number, i: number): void {
    const digit = byte >= 0x30 && byte <= 0x39;
    const lead = byte >= 0x81 && byte <= 0xfe;
    if (this.gbState === 0) {
      if (lead) this.gbState = 1;
      else if (byte > 0x80) this.gbBroken = { offset: this.offset + i, line: this.line };
      return;
    }
    if (this.gbState === 1 && byte >= 0x40 && byte <= 0xfe && byte !== 0x7f) this.gbState = 0;
    else if (this.gbState === 1 && digit) this.gbState = 2;
    else if (this.gbState === 2 && lead) this.gbState = 3;
    else if (this.gbState === 3 && digit) this.gbState = 0;
    else this.gbBroken = { offset: this.offset + i, line: this.line };
  }
}

/** What may stand beside a cell's text: delimiters, quotes, line ends, the ends of the file, or another such character. */
const isEdge = (byte: number | undefined): boolean => byte === undefined || byte > 0x7f || byte === 44 || byte === 59 || byte === 34 || byte === 9 || byte === 10 || byte === 13;
