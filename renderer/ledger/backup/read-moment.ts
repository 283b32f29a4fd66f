import type { BackupContent } from '@shared/contracts/backup-file';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { type AllRecords, canonicalHash, canonicalRows, readRecords } from '../canonical-hash';
import { requireIntact } from '../store/checksum';
import type { ColumnStore } from '../store/column-store';
import { dictionaryTable, markTable } from '../store/ledger-tables';
import type { DictionaryChunk, HotSegment, SegmentMarks } from '../store/segments';

/** All of a workspace as it stood at one change-set. Segments never change, so the cold ones may be read afterwards. */
export interface Moment {
  readonly content: BackupContent;
  readonly records: AllRecords;
  readonly dictionaries: readonly DictionaryChunk[];
  readonly marks: readonly SegmentMarks[];
  /** In the order of their ids. */
  readonly hot: readonly HotSegment[];
  /** sha-256 of every kept source file that a batch refers to, each once. */
  readonly sources: string[];
}

/** Remembers what the rows of a store came to until they change. */
export class RowsMemory {
  private version = -1;
  private rows = '';

  of(store: ColumnStore): string {
    if (this.version !== store.version) {
      this.rows = canonicalRows(store);
      this.version = store.version;
    }
    return this.rows;
  }
}

/**
 * Reads one moment in one transaction. Null when the columns in memory are not at it (a commit is just being taken in):
 * then ask again. Throws DamagedRow.
 */
export async function readMoment(db: WorkbenchDatabase, store: ColumnStore, memory: RowsMemory): Promise<Moment | null> {
  const read = await db.transaction('r', [...db.recordTables, 'changeSets', 'hotSegments', 'marks', 'dictionaries'], async () => ({
    records: await readRecords(db),
    batches: await db.importBatches.toArray(),
    last: await db.changeSets.orderBy('seq').last(),
    changeSets: await db.changeSets.count(),
    segments: await db.hotSegments.toCollection().primaryKeys(),
    marks: await markTable(db).toArray(),
    dictionaries: await dictionaryTable(db).toArray(),
  }));
  const { records, batches, last, marks, dictionaries } = read;
  if (!store.isAt({ batches, segments: read.segments, marks: marks.map((mark) => mark.id) })) return null;
  const [orders, opportunities] = [store.segments('orders'), store.segments('opportunities')];
  const rows = memory.of(store);
  requireIntact('marks', marks);
  requireIntact('dictionaries', dictionaries);
  const liveIn = (segments: typeof orders) => segments.reduce((sum, segment) => sum + segment.liveCount, 0);
  const content: BackupContent = {
    journalSeq: last?.seq ?? 0,
    lastChangeSetId: last?.id ?? null,
    canonicalHash: '',
    counts: { records: [...records.values()].reduce((sum, lines) => sum + lines.length, 0), changeSets: read.changeSets, orderLines: liveIn(orders), opportunities: liveIn(opportunities) },
  };
  const hot = store.all.map((segment) => segment.hot).sort((a, b) => (a.id < b.id ? -1 : 1));
  const sources = [...new Set(batches.map((batch) => batch.sourceHash))];
  return { content: { ...content, canonicalHash: await canonicalHash(records, rows) }, records, dictionaries, marks, hot, sources };
}
