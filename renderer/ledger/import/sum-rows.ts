import type { ImportField, SourceMapping } from '@shared/contracts/import-run';
import { isSumWord, sumWordStarts } from '@shared/domain/imports/sum-word';

const LONGEST_BYTES = 160;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const SPACE = 32;
/** A number of a document is never such a word. */
const NUMBERS: ReadonlySet<ImportField> = new Set<ImportField>(['orderNumber', 'opportunityId', 'paymentNumber', 'activityId', 'complaintNumber', 'responseId']);
/** A sum by group stands beside a person, a channel, a day: those do not tell it from a row of data, these do. */
const IDENTITY: ReadonlySet<ImportField> = new Set<ImportField>([...NUMBERS, 'opportunityName', 'customer', 'contact', 'product', 'name', 'code', 'externalId']);
/** First two bytes of the words' first characters in GB18030. */
const GB_STARTS: readonly number[] = [0xbacf, 0xd0a1, 0xd7dc, 0xc0db, 0xb9b2, 0xb1be, 0xc3bf, 0xb5b1];

/** Finds lines that sum others up (合计, Subtotal): they are no data and would count everything twice. */
export class SumRows {
  private readonly decoder: TextDecoder;
  /** By the first two bytes of a text: 1 = look closer. */
  private readonly starts = new Uint8Array(0x10000);
  /** The columns of documents' numbers. */
  private readonly numbers: number[] = [];
  private readonly identity: number[] = [];

  constructor(mapping: SourceMapping) {
    this.decoder = new TextDecoder(mapping.encoding);
    const encoder = new TextEncoder();
    for (const start of sumWordStarts.flatMap((word) => [word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)])) {
      const [first, second] = encoder.encode(start);
      if (first! < 0x80 || mapping.encoding === 'utf-8') this.starts[(first! << 8) | second!] = 1;
    }
    if (mapping.encoding === 'gb18030') for (const pair of GB_STARTS) this.starts[pair] = 1;
    mapping.columns.forEach(({ field }, at) => {
      if (field !== null && NUMBERS.has(field)) this.numbers.push(at);
      if (field !== null && IDENTITY.has(field)) this.identity.push(at);
    });
  }

  /** The column of the word that makes the row a sum; −1 for a row of data. */
  columnOf(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, fields: number): number {
    for (const at of this.numbers) if (at < fields && this.isWord(bytes, starts[at]!, ends[at]!)) return at;
    const first = this.firstText(bytes, starts, ends, fields);
    if (first < 0 || !this.isWord(bytes, starts[first]!, ends[first]!)) return -1;
    for (const at of this.identity) if (at !== first && at < fields && starts[at]! < ends[at]! && !this.isWord(bytes, starts[at]!, ends[at]!)) return -1;
    return first;
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
    if (end - start > LONGEST_BYTES || end - start < 2) return false;
    const first = bytes[start]!;
    if (first > SPACE && this.starts[(first << 8) | bytes[start + 1]!] === 0) return false;
    return isSumWord(this.decoder.decode(bytes.subarray(start, end)));
  }
}
