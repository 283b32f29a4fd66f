import type { ImportBatch } from '@shared/records/import-batch';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { lastSeqOf } from '@renderer/data/last-seq';
import { dictionaryTable, hotTable, markTable } from './ledger-tables';
import type { DictionaryChunk, HotSegment, SegmentMarks } from './segments';

/** The ledger's tables at one moment: what there is, by id, and in full what the columns in memory lack. */
export interface FactsSince {
  readonly batches: readonly ImportBatch[];
  readonly segmentIds: readonly string[];
  readonly markIds: readonly string[];
  readonly hot: readonly HotSegment[];
  readonly marks: readonly SegmentMarks[];
  readonly chunks: readonly DictionaryChunk[];
}

/** What is in memory already, by id. */
interface Held {
  readonly segments: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
  readonly chunks: ReadonlySet<string>;
}

interface ReadFacts {
  /** The last change-set of that moment. */
  readonly seq: number;
  /** Null: nothing since has touched facts. */
  readonly facts: FactsSince | null;
}

const TABLES = ['changeSets', 'importBatches', 'hotSegments', 'marks', 'dictionaries'] as const;

/** All of it, in one transaction: an import that is just being committed is in it whole or not at all. */
export function readAllFacts(db: WorkbenchDatabase): Promise<ReadFacts> {
  return db.transaction('r', TABLES, async () => {
    const [seq, batches, hot, marks, chunks] = await Promise.all([lastSeqOf(db), db.importBatches.toArray(), hotTable(db).toArray(), markTable(db).toArray(), dictionaryTable(db).toArray()]);
    return { seq, facts: { batches, segmentIds: hot.map(({ id }) => id), markIds: marks.map(({ id }) => id), hot, marks, chunks } };
  });
}

/** What has come since the change-set `seq`, in one transaction too; null = nothing at all. */
export function readFactsSince(db: WorkbenchDatabase, seq: number, held: Held): Promise<ReadFacts | null> {
  return db.transaction('r', TABLES, async () => {
    const last = await lastSeqOf(db);
    if (last === seq) return null;
    const since = await db.changeSets.where('seq').above(seq).toArray();
    if (!since.some(({ kind }) => kind === 'import' || kind === 'undoImport')) return { seq: last, facts: null };
    const [batches, segmentIds, markIds, chunkIds] = await Promise.all([
      db.importBatches.toArray(), hotTable(db).toCollection().primaryKeys(), markTable(db).toCollection().primaryKeys(), dictionaryTable(db).toCollection().primaryKeys(),
    ]);
    const [hot, marks, chunks] = await Promise.all([
      hotTable(db).bulkGet(segmentIds.filter((id) => !held.segments.has(id))),
      markTable(db).bulkGet(markIds.filter((id) => !held.marks.has(id))),
      dictionaryTable(db).bulkGet(chunkIds.filter((id) => !held.chunks.has(id))),
    ]);
    return { seq: last, facts: { batches, segmentIds, markIds, hot: found(hot), marks: found(marks), chunks: found(chunks) } };
  });
}

const found = <T>(rows: readonly (T | undefined)[]): T[] => rows.filter((row) => row !== undefined);
