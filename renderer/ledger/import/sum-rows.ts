import type { ImportField, SourceMapping } from '@shared/contracts/import-run';
import { isSumWord, sumWordStarts } from '@shared/domain/imports/sum-word';

const LONGEST_BYTES = 160;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const SPACE = 32;
/** A number of a document is never such a word. */
const NUMBERS: ReadonlySet<ImportField> = new Set<ImportField>(['orderNumber', 'opportunityId']);
/** A sum by group stands beside a person, a channel, a day: those do not tell it from a row of data, these do. */
const IDENTITY: ReadonlySet<ImportField> = new Set<ImportField>(['orderNumber', 'opportunityId', 'opportunityName', 'customer', 'product', 'name', 'code', 'externalId']);
/** First two bytes of the words' first characters in GB18030. */
const GB_STARTS: readonly number[] = [0xbacf, 0xd0a1, 0xd7dc, 0xc0db, 0xb9b2, 0xb1be, 0xc3bf, 0xb5b1];

/** Finds lines that sum others up (合计, Subtotal): they are no data and would count everything twice. */
export class SumRows {
  private readonly decoder: TextDecoder;
  /** By the first byte of a text: 1 = look closer. */
  private readonly starts = new Uint8Array(256);
  /** By the first two bytes where one says too little. */
  private readonly pairs = new Set<number>();
  private readonly ids: number[] = [];
  private readonly identity: number[] = [];

  constructor(mapping: SourceMapping) {
    this.decoder = new TextDecoder(mapping.encoding);
    const encoder = new TextEncoder();
    const words = sumWordStarts.map((start) => encoder.encode(start));
    for (const [first, second] of words) {
      if (second === undefined) this.starts[first!] = 1;
      else if (mapping.encoding === 'utf-8') this.addPair((first! << 8) | second);
    }
    if (mapping.encoding === 'gb18030') for (const pair of GB_STARTS) this.addPair(pair);
    mapping.columns.forEach(({ field }, at) => {
      if (field !== null && NUMBERS.has(field)) this.ids.push(at);
      if (field !== null && IDENTITY.has(field)) this.identity.push(at);
    });
  }

  /** The column of the word that makes the row a sum; −1 for a row of data. */
  columnOf(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, fields: number): number {
    for (let i = 0; i < this.ids.length; i++) if (this.ids[i]! < fields && this.isWord(bytes, starts[this.ids[i]!]!, ends[this.ids[i]!]!)) return this.ids[i]!;
    const first = this.firstText(bytes, starts, ends, fields);
    if (first < 0 || !this.isWord(bytes, starts[first]!, ends[first]!)) return -1;
    for (const at of this.identity) if (at !== first && at < fields && starts[at]! < ends[at]! && !this.isWord(bytes, starts[at]!, ends[at]!)) return -1;
    return first;
  }

  private addPair(pair: number): void {
    this.starts[pair >> 8] = 2;
    this.pairs.add(pair);
  }

  /** The first cell that is neither blank nor begins like a number or a date. */
  private firstText(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, fields: number): number {
    for (let at = 0; at < fields && at < starts.length; at++) {
      if (starts[at] === ends[at]) continue;
      const byte = bytes[starts[at]!]!;
      if (byte > DIGIT_9 || (byte < DIGIT_0 && byte <= SPACE)) return at;
    }
    return -1;
  }

  private isWord(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > LONGEST_BYTES || start === end) return false;
    const first = bytes[start]!;
    const look = this.starts[first]!;
    if (look === 0 && first > SPACE) return false;
    if (look === 2 && !this.pairs.has((first << 8) | bytes[start + 1]!)) return false;
    return isSumWord(this.decoder.decode(bytes.subarray(start, end)));
  }
}
