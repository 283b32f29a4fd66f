import { type BackupPart, backupParts } from '@shared/contracts/backup-file';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ChangeSet } from '@shared/records/change-set';
import { storedChangeSet } from '@renderer/data/change-sets';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { type ByteSource, slicesOf } from '../csv/byte-source';
import { MalformedPart } from './malformed-part';
import { type PartRow, readPart } from './read-part';

export interface PartSource {
  readonly part: BackupPart;
  readonly rows: number;
  readonly source: ByteSource;
}

/** `line` counts the rows of the part from 1 (0 = the part as a whole). */
export interface FillFailure {
  readonly code: 'backup.malformed';
  readonly part: string;
  readonly line: number;
  readonly field: string;
  readonly detail: string;
}

/** Rows stored together: as many as this, or fewer when they are large. */
const ROWS_AT_ONCE = 2_000;
const BYTES_AT_ONCE = 8 * 1024 * 1024;

/**
 * Fills an empty database from the parts of a copy ([] = stays empty), which must be all there. Every row is held against
 * its schema first; the first that cannot be names part, row and field. Each batch is on the disk before the next is read.
 */
export async function fillDatabase(db: WorkbenchDatabase, parts: readonly PartSource[]): Promise<Result<null, FillFailure>> {
  try {
    if (parts.length > 0) for (const part of backupParts) await fillTable(db, only(parts, part));
    return ok(null);
  } catch (cause) {
    if (cause instanceof MalformedPart) return err({ code: 'backup.malformed', part: cause.part, line: cause.row, field: cause.field, detail: cause.reason });
    throw cause;
  }
}

function only(parts: readonly PartSource[], part: BackupPart): PartSource {
  const [found, ...more] = parts.filter((one) => one.part === part);
  if (found === undefined || more.length > 0) throw new MalformedPart(part, 0, '', found === undefined ? 'missing' : 'twice');
  return found;
}

async function fillTable(db: WorkbenchDatabase, { part, rows, source }: PartSource): Promise<void> {
  let batch: PartRow['row'][] = [];
  let bytes = 0;
  let stored = 0;
  const store = async () => {
    await addRows(db, part, stored, batch);
    stored += batch.length;
    batch = [];
    bytes = 0;
  };
  for await (const read of readPart(part, slicesOf(source))) {
    batch.push(part === 'changeSets' ? nextChangeSet(read.row, stored + batch.length + 1) : read.row);
    bytes += read.bytes;
    if (batch.length >= ROWS_AT_ONCE || bytes >= BYTES_AT_ONCE) await store();
  }
  if (batch.length > 0) await store();
  if (stored !== rows) throw new MalformedPart(part, stored, '', `${stored} rows instead of ${rows}`);
}

function nextChangeSet(row: PartRow['row'], seq: number): PartRow['row'] {
  if (row['seq'] !== seq) throw new MalformedPart('changeSets', seq, 'seq', `${String(row['seq'])} instead of ${seq}`);
  return { ...storedChangeSet(row as unknown as ChangeSet) };
}

async function addRows(db: WorkbenchDatabase, part: BackupPart, before: number, rows: readonly PartRow['row'][]): Promise<void> {
  try {
    await db.transaction('rw', part, () => db.table(part).bulkAdd(rows));
  } catch (cause) {
    const at = firstRefused(cause);
    if (at === null) throw cause;
    throw new MalformedPart(part, before + at + 1, 'id', 'already there');
  }
}

/** Which row of a bulkAdd was refused for a key that exists; null when it failed for something else. */
function firstRefused(cause: unknown): number | null {
  const failures: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'failuresByPos') : null;
  const [at, failure] = typeof failures === 'object' && failures !== null ? (Object.entries(failures)[0] ?? []) : [];
  return at !== undefined && failure instanceof Error && failure.name === 'ConstraintError' ? Number(at) : null;
}
