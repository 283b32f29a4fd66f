import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/**
 * One record is one line: `<seq> <bytes of json> <first 16 hex of sha-256 of "<seq> <json>"> <json>\n`.
 * JSON never holds a raw line feed, so a line feed always ends a record.
 */
export function encodeRecord(seq: number, json: string): string {
  const bytes = Buffer.from(json);
  return `${seq} ${bytes.length} ${checksum(seq, bytes)} ${json}\n`;
}

function checksum(seq: number, json: Buffer): string {
  return createHash('sha256').update(`${seq} `).update(json).digest('hex').slice(0, 16);
}

const LINE_FEED = 10;
const HEADER = /^([1-9]\d{0,15}) (\d{1,12}) ([0-9a-f]{16}) /;
const LONGEST_HEADER = 48;
/** A few milliseconds' worth. */
const PAUSE_BYTES = 1024 * 1024;

interface RecordPlace {
  readonly seq: number;
  /** Where its JSON starts. */
  readonly start: number;
  /** Where the line feed must stand. */
  readonly end: number;
}

/** The JSON of the record that starts here, if it is whole and unchanged (its line feed not looked at), or null. */
export function decodeRecord(bytes: Buffer, offset: number): string | null {
  const record = findRecord(bytes, offset);
  return record && bytes.toString('utf8', record.start, record.end);
}

/** Looks at the bytes only: every start of the program walks the whole journal. */
function findRecord(bytes: Buffer, offset: number): RecordPlace | null {
  const match = HEADER.exec(bytes.toString('latin1', offset, offset + LONGEST_HEADER));
  if (!match) return null;
  const seq = Number(match[1]);
  const start = offset + match[0].length;
  const end = start + Number(match[2]);
  if (end > bytes.length) return null;
  return checksum(seq, bytes.subarray(start, end)) === match[3] ? { seq, start, end } : null;
}

export interface JournalScan {
  /** Where each whole record starts, in order. */
  readonly offsets: number[];
  /** End of the last whole record: everything behind it is torn. */
  readonly wholeBytes: number;
  /** A bad place that cannot be a torn write: whole records lie behind it, or a record is out of order. */
  readonly damage: { readonly offset: number; readonly reason: 'checksum' | 'sequence' } | null;
}

/** Walks one journal file, pausing now and then: a window is being opened meanwhile. `firstSeq` is what its first record must be. */
export async function scanJournal(bytes: Buffer, firstSeq: number): Promise<JournalScan> {
  const offsets: number[] = [];
  let offset = 0;
  let pauseAt = PAUSE_BYTES;
  while (offset < bytes.length) {
    const record = findRecord(bytes, offset);
    if (record === null || bytes[record.end] !== LINE_FEED) {
      // A record whose line feed has become something else hides those behind it in its own line.
      const changed = record !== null && record.end < bytes.length;
      return { offsets, wholeBytes: offset, damage: changed || holdsWholeRecord(bytes, offset) ? { offset, reason: 'checksum' } : null };
    }
    if (record.seq !== firstSeq + offsets.length) return { offsets, wholeBytes: offset, damage: { offset, reason: 'sequence' } };
    offsets.push(offset);
    offset = record.end + 1;
    if (offset > pauseAt) {
      await setImmediate();
      pauseAt = offset + PAUSE_BYTES;
    }
  }
  return { offsets, wholeBytes: offset, damage: null };
}

/** Whether any line behind this place is a whole record. */
function holdsWholeRecord(bytes: Buffer, from: number): boolean {
  for (let end = bytes.indexOf(LINE_FEED, from); end >= 0; end = bytes.indexOf(LINE_FEED, end + 1)) {
    if (findRecord(bytes, end + 1) !== null) return true;
  }
  return false;
}
