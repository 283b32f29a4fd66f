import { type BackupPart, ledgerParts } from '@shared/contracts/backup-file';
import { changeSetSchema } from '@shared/records/change-set';
import { type RecordTable, recordSchemas } from '@shared/records/record-tables';
import type { z } from 'zod';
import { requireIntact, type Sealed } from '../store/checksum';
import { ByteFeed } from './byte-feed';
import { ledgerRowSchemas } from './ledger-row-schemas';
import { MalformedPart } from './malformed-part';
import { LENGTHS_BYTES, MalformedRow, lengthsOf, unpackRow } from './packed-rows';

export type LedgerPart = (typeof ledgerParts)[number];
export const isLedgerPart = (part: BackupPart): part is LedgerPart => (ledgerParts as readonly string[]).includes(part);

/** One row of a part, as it may be stored, and how many bytes it took. */
export interface PartRow {
  readonly row: Readonly<Record<string, unknown>>;
  readonly bytes: number;
}

/** The rows of a part one by one, each held against its schema. Throws MalformedPart at the first that cannot be. */
export function readPart(part: BackupPart, slices: AsyncIterable<Uint8Array>): AsyncGenerator<PartRow> {
  return isLedgerPart(part) ? readPacked(part, slices) : readLines(part, slices);
}

const NEWLINE = 10;

async function* readLines(part: RecordTable | 'changeSets', slices: AsyncIterable<Uint8Array>): AsyncGenerator<PartRow> {
  const feed = new ByteFeed(slices);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const schema: z.ZodType = part === 'changeSets' ? changeSetSchema : recordSchemas[part];
  for (let line = 1; ; line++) {
    const taken = await feed.takeUntil(NEWLINE);
    if (taken === null) return;
    if (!taken.whole) throw new MalformedPart(part, line, '', 'cut off');
    let value: unknown;
    try {
      value = JSON.parse(decoder.decode(taken.bytes));
    } catch (cause) {
      throw new MalformedPart(part, line, '', cause instanceof SyntaxError ? 'no JSON' : 'no UTF-8');
    }
    valid(part, line, schema, value);
    // As it was written, without what the schema would fill in: a copy comes back as it was, also one of older rows.
    yield { row: value as PartRow['row'], bytes: taken.bytes.length };
  }
}

async function* readPacked(part: LedgerPart, slices: AsyncIterable<Uint8Array>): AsyncGenerator<PartRow> {
  const feed = new ByteFeed(slices);
  for (let number = 1; ; number++) {
    const lengths = await feed.take(LENGTHS_BYTES);
    if (lengths.length === 0) return;
    const { row, bytes } = await readPackedRow(feed, lengths).catch((cause: unknown) => {
      throw cause instanceof MalformedRow ? new MalformedPart(part, number, '', cause.message) : cause;
    });
    valid(part, number, ledgerRowSchemas[part], row);
    yield { row: intact(part, number, row as Sealed & PartRow['row']), bytes };
  }
}

async function readPackedRow(feed: ByteFeed, lengths: Uint8Array): Promise<{ row: unknown; bytes: number }> {
  if (lengths.length < LENGTHS_BYTES) throw new MalformedRow('cut off');
  const { header, body } = lengthsOf(lengths);
  const [headerBytes, bodyBytes] = [await feed.take(header), await feed.take(body)];
  if (headerBytes.length < header || bodyBytes.length < body) throw new MalformedRow('cut off');
  return { row: unpackRow(headerBytes, bodyBytes), bytes: header + body };
}

function valid(part: BackupPart, row: number, schema: z.ZodType, value: unknown): void {
  const parsed = schema.safeParse(value);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  throw new MalformedPart(part, row, (issue?.path ?? []).map(String).join('.'), issue?.message ?? 'malformed');
}

function intact<T extends Sealed>(part: LedgerPart, number: number, row: T): T {
  try {
    requireIntact(part, [row]);
    return row;
  } catch {
    throw new MalformedPart(part, number, 'checksum', 'not as it was written');
  }
}
