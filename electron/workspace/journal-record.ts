import { createHash } from 'node:crypto';

/**
 * One record is one line: `<seq> <bytes of json> <first 16 hex of sha-256 of "<seq> <json>"> <json>\n`.
 * JSON never holds a raw line feed, so a line feed always ends a record.
 */
export function encodeRecord(seq: number, json: string): string {
  return `${seq} ${Buffer.byteLength(json)} ${checksum(seq, json)} ${json}\n`;
}

function checksum(seq: number, json: string): string {
  return createHash('sha256').update(`${seq} ${json}`).digest('hex').slice(0, 16);
}

const LINE_FEED = 10;
const HEADER = /^([1-9]\d{0,15}) (\d{1,12}) ([0-9a-f]{16}) /;
const LONGEST_HEADER = 48;

export interface JournalRecord {
  readonly seq: number;
  readonly json: string;
  /** Where the line feed must stand. */
  readonly end: number;
}

/** The record that starts here, whole and unchanged (its line feed not looked at), or null. */
export function decodeRecord(bytes: Buffer, offset: number): JournalRecord | null {
  const match = HEADER.exec(bytes.toString('latin1', offset, offset + LONGEST_HEADER));
  if (!match) return null;
  const seq = Number(match[1]);
  const start = offset + match[0].length;
  const end = start + Number(match[2]);
  if (end > bytes.length) return null;
  const json = bytes.toString('utf8', start, end);
  return checksum(seq, json) === match[3] ? { seq, json, end } : null;
}

export interface JournalScan {
  /** Where each whole record starts, in order. */
  readonly offsets: number[];
  /** End of the last whole record: everything behind it is torn. */
  readonly wholeBytes: number;
  /** A bad place that cannot be a torn write: whole records lie behind it, or a record is out of order. */
  readonly damage: { readonly offset: number; readonly reason: 'checksum' | 'sequence' } | null;
}

/** Walks one journal file. `firstSeq` is what its first record must be. */
export function scanJournal(bytes: Buffer, firstSeq: number): JournalScan {
  const offsets: number[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const record = decodeRecord(bytes, offset);
    if (record === null || bytes[record.end] !== LINE_FEED) {
      // A record whose line feed has become something else hides those behind it in its own line.
      const changed = record !== null && record.end < bytes.length;
      return { offsets, wholeBytes: offset, damage: changed || holdsWholeRecord(bytes, offset) ? { offset, reason: 'checksum' } : null };
    }
    if (record.seq !== firstSeq + offsets.length) return { offsets, wholeBytes: offset, damage: { offset, reason: 'sequence' } };
    offsets.push(offset);
    offset = record.end + 1;
  }
  return { offsets, wholeBytes: offset, damage: null };
}

/** Whether any line behind this place is a whole record. */
function holdsWholeRecord(bytes: Buffer, from: number): boolean {
  for (let end = bytes.indexOf(LINE_FEED, from); end >= 0; end = bytes.indexOf(LINE_FEED, end + 1)) {
    if (decodeRecord(bytes, end + 1) !== null) return true;
  }
  return false;
}
