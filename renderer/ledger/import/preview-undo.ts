import { NO_DAY } from '@shared/domain/figures/fact-source';
import { fromEpochDay, monthOfDay } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import { type Result, ok } from '@shared/kernel/result';
import type { ChangeSet, RowChange } from '@shared/records/change-set';
import { recordTables } from '@shared/records/record-tables';
import { createChangeWriter } from '@renderer/data/change-writer';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { signedAmong } from '../queries/closed-months';
import type { ColumnStore, LoadedSegment } from '../store/column-store';
import { standingImport, takeBack } from './undo-import';

/** What undoing a batch does, counted before it is done. Rows are those of the ledger or records, whatever the batch holds. */
export interface UndoPreview {
  /** Rows that are there no more. */
  readonly goes: number;
  /** Rows that are again as they were before the batch (or another that replaced them) came. */
  readonly back: number;
  /** Names of records that stay as they are because they were edited since. */
  readonly kept: readonly string[];
  /** Months whose figures change, ascending. */
  readonly months: readonly YearMonth[];
  /** Those of them in which a review is signed: its figures stay. */
  readonly signedMonths: readonly YearMonth[];
}

/** Notes of the import itself, which nobody counts as rows. */
const NOTES: ReadonlySet<string> = new Set(['importBatches', 'sourceProfiles']);

/** Plays the undo of a batch without writing anything. */
export async function previewUndo(db: WorkbenchDatabase, store: ColumnStore, batchId: string): Promise<Result<UndoPreview, 'import.alreadyUndone' | 'import.unknownBatch'>> {
  const standing = await standingImport(db, batchId);
  if (!standing.ok) return standing;
  const facts = previewFacts(store, batchId);
  const records = await previewRecords(db, standing.value.imported);
  return ok({
    goes: facts.goes + records.goes,
    back: facts.back + records.back,
    kept: records.kept,
    months: [...facts.months].sort(),
    signedMonths: await signedAmong(db, facts.months),
  });
}

function previewFacts(store: ColumnStore, batchId: string): { goes: number; back: number; months: Set<YearMonth> } {
  const leaving: RowAt[] = [];
  const returning = new Map<string, RowAt>();
  for (const { now, later } of store.liveWithout(batchId)) {
    const { hot, live } = now;
    if (live === later) continue;
    for (let row = 0; row < hot.count; row++) {
      const isLive = live === null || live[row] === 1;
      if (isLive === (later === null || later[row] === 1)) continue;
      if (isLive) leaving.push({ hot, row });
      else returning.set(`${hot.keyHi[row]}:${hot.keyLo[row]}`, { hot, row });
    }
  }
  const months = new Set<YearMonth>();
  const touch = (at: RowAt) => {
    const month = monthOfRow(at);
    if (month !== null) months.add(month);
  };
  let goes = 0;
  let back = 0;
  // A version that comes back takes the place of one that goes; where both say the same, nobody sees a change.
  for (const at of leaving) {
    const { hot, row } = at;
    const again = returning.get(`${hot.keyHi[row]}:${hot.keyLo[row]}`);
    if (again !== undefined && again.hot.contentHi[again.row] === hot.contentHi[row] && again.hot.contentLo[again.row] === hot.contentLo[row]) continue;
    touch(at);
    if (again === undefined) goes++;
    else {
      back++;
      touch(again);
    }
  }
  return { goes, back, months };
}

interface RowAt {
  readonly hot: LoadedSegment['hot'];
  readonly row: number;
}

function monthOfRow({ hot, row }: RowAt): YearMonth | null {
  if (hot.month !== null) return hot.month;
  const day = hot.days['closeDay']?.[row] ?? NO_DAY;
  return day === NO_DAY ? null : monthOfDay(fromEpochDay(day));
}

async function previewRecords(db: WorkbenchDatabase, imported: ChangeSet): Promise<{ goes: number; back: number; kept: string[] }> {
  return db.transaction('r', [...recordTables, 'changeSets'], async () => {
    const writer = createChangeWriter(db);
    const refs = await takeBack(writer, imported);
    const kept: string[] = [];
    for (const { table, id } of refs) {
      const row: unknown = await writer.get(table, id);
      const name: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'name') : null;
      kept.push(typeof name === 'string' ? name : id);
    }
    const rows = writer.changes().filter(({ table }) => !NOTES.has(table));
    const goes = (change: RowChange) => change.after === null;
    return { goes: rows.filter(goes).length, back: rows.filter((change) => !goes(change)).length, kept };
  });
}
