import type { ImportProgress } from '@shared/contracts/import-run';
import { profileIdOf } from '@shared/domain/imports/header-fingerprint';
import { withoutOwnColumns } from '@shared/domain/imports/own-columns';
import { fen } from '@shared/kernel/fen';
import { uuidV7 } from '@shared/kernel/id';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ImportBatch } from '@shared/records/import-batch';
import { commitAsOf } from '@renderer/data/change-sets';
import type { ChangeWriter } from '@renderer/data/change-writer';
import type { Workspace } from '@renderer/data/workspace';
import { sealed } from '../store/checksum';
import type { ColumnStore } from '../store/column-store';
import { coldTable, dictionaryTable, hotTable, markTable } from '../store/ledger-tables';
import type { DictionaryChunk, HotSegment, SegmentMarks } from '../store/segments';
import { buildSegments } from './build-segments';
import { type Comparison, compareRows } from './compare-rows';
import type { ImportRun } from './dry-run';
import type { ReadFacts } from './read-facts';
import { type RecordPlan, planRecords } from './record-plan';
import { rememberRule } from './source-rules';
import { planTargets } from './target-plan';

export interface CommitWatch {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly isCancelled: () => boolean;
}

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/**
 * Writes a run as one batch: rows, marks, records, the batch's note, the remembered mapping and the change-set in one
 * transaction, so that a cancelled or broken commit leaves nothing. `import.stale`: the workspace has changed since the
 * dry run so that the report no longer holds.
 */
export async function commitImport(ws: Workspace, store: ColumnStore, run: ImportRun, sha256: string, watch: CommitWatch): Promise<Result<{ batchId: string }, 'import.cancelled' | 'import.stale'>> {
  const batch = batchOf(ws, run, sha256);
  for (;;) {
    const committed = await tryCommit(ws, store, run, batch, watch);
    // Another window has written in between: what is to be written is worked out again from what stands now.
    if (committed !== 'outOfDate') return committed;
  }
}

async function tryCommit(ws: Workspace, store: ColumnStore, run: ImportRun, batch: ImportBatch, watch: CommitWatch): Promise<Result<{ batchId: string }, 'import.cancelled' | 'import.stale'> | 'outOfDate'> {
  const { content } = run;
  const asOf = await store.catchUp();
  const write = content.kind === 'facts' ? prepareFacts(store, run, content, batch, watch) : await prepareRecords(ws, run, watch);
  if (write === null) return err('import.stale');
  const { months, rows, added, changed, sourceHash } = batch;
  try {
    const committed = await commitAsOf(
      ws,
      asOf,
      { kind: 'import', label: { key: 'import_commit', params: { file: run.fileName } }, batch: { batchId: batch.id, sourceHash, months, rows, added, changed } },
      async (writer) => {
        await writer.put('importBatches', batch);
        const remembered = { ...withoutOwnColumns(run.mapping), moves: [] };
        await writer.assert('sourceProfiles', { id: profileIdOf(remembered.object, remembered.columns.map((column) => column.header)), mapping: remembered });
        await rememberRule(writer, run.mapping);
        await write.into(writer);
        if (watch.isCancelled()) throw new Cancelled();
      },
    );
    if (committed === 'outOfDate') return committed;
  } catch (cause) {
    if (watch.isCancelled() && isCancellation(cause)) return err('import.cancelled');
    throw cause;
  }
  write.accepted(batch);
  return ok({ batchId: batch.id });
}

/** Dexie hands on what was thrown inside a transaction, or wraps it. */
const isCancellation = (cause: unknown): boolean => cause instanceof Cancelled || (cause instanceof Error && 'inner' in cause && cause.inner instanceof Cancelled);

interface PreparedWrite {
  into(writer: ChangeWriter): Promise<void>;
  accepted(batch: ImportBatch): void;
}

interface PreparedFacts extends PreparedWrite {
  into(writer: Pick<ChangeWriter, 'db'>): Promise<void>;
}

interface FactContent {
  readonly facts: ReadFacts;
  readonly comparison: Comparison;
  readonly version: number;
}

/** A run's rows as segments and marks of a batch, to be written in the caller's transaction; null when the report no longer holds. */
export function prepareFacts(store: ColumnStore, run: ImportRun, content: FactContent, batch: ImportBatch, watch: CommitWatch): PreparedFacts | null {
  const { table, index } = content.facts;
  const comparison = content.version === store.version ? content.comparison : compareRows(table, index, store.segmentsOf(table.object, run.mapping.source));
  if (comparison.added !== run.report.added || comparison.changed !== run.report.changed || comparison.unchanged !== run.report.unchanged) return null;
  const marks = comparison.marks.map((mark): SegmentMarks => sealed({ ...mark, id: `${batch.id}>${mark.segmentId}`, batchId: batch.id }));
  const draft = store.dictionaries.draft();
  const written: HotSegment[] = [];
  let chunks: DictionaryChunk[] = [];
  return {
    into: async ({ db }) => {
      let rows = 0;
      for (const built of buildSegments(table, comparison.states, batch.id, run.mapping.source, draft)) {
        if (watch.isCancelled()) throw new Cancelled();
        const hot = sealed(built.hot);
        await hotTable(db).add(hot);
        await coldTable(db).add(sealed(built.cold));
        written.push(hot);
        rows += hot.count;
        watch.onProgress({ stage: 'writing', doneBytes: run.bytes, totalBytes: run.bytes, rows });
      }
      await markTable(db).bulkAdd(marks);
      chunks = draft.chunks().map(sealed);
      await dictionaryTable(db).bulkAdd(chunks);
    },
    accepted: (accepted) => {
      store.dictionaries.load(chunks);
      store.take(accepted, written, marks);
    },
  };
}

async function prepareRecords(ws: Workspace, run: ImportRun, watch: CommitWatch): Promise<PreparedWrite | null> {
  const plan = await planAgain(ws, run);
  if (plan === null || plan.added !== run.report.added || plan.changed !== run.report.changed || plan.unchanged !== run.report.unchanged) return null;
  return {
    into: async (writer) => {
      for (const table of new Set(plan.writes.map((write) => write.table))) await writer.preload(table, plan.writes.filter((write) => write.table === table).map((write) => write.id));
      for (const { table, id } of plan.removes) await writer.remove(table, id);
      let rows = 0;
      for (const write of plan.writes) {
        if (++rows % 500 === 0) {
          if (watch.isCancelled()) throw new Cancelled();
          watch.onProgress({ stage: 'writing', doneBytes: run.bytes, totalBytes: run.bytes, rows });
        }
        await write.into(writer);
      }
      watch.onProgress({ stage: 'writing', doneBytes: run.bytes, totalBytes: run.bytes, rows: run.report.rows });
    },
    accepted: () => undefined,
  };
}

/** The run's rows against what stands now; null when the plans of targets cannot be made as they could. */
async function planAgain(ws: Workspace, { content, mapping }: ImportRun): Promise<Pick<RecordPlan, 'writes' | 'removes' | 'added' | 'changed' | 'unchanged'> | null> {
  if (content.kind === 'facts') throw new Error('A run of facts has no records');
  if (content.kind === 'records') return planRecords(ws.db, mapping, content.rows);
  const planned = await planTargets(ws.db, mapping, content.rows.rows, ws.now());
  return planned.ok ? { ...planned.value, removes: [] } : null;
}

function batchOf(ws: Workspace, { report, mapping, fileName, bytes, content }: ImportRun, sha256: string): ImportBatch {
  const now = ws.now();
  const booked = content.kind === 'facts' ? bookedFen(content.facts) : 0;
  return {
    id: uuidV7(now, ws.random(10)),
    object: mapping.object,
    source: mapping.source,
    fileName,
    sourceHash: sha256,
    bytes,
    importedAt: new Date(now).toISOString(),
    mapping,
    rows: report.rows,
    added: report.added,
    changed: report.changed,
    unchanged: report.unchanged,
    rejected: report.rejected,
    totals: report.totals,
    months: report.months,
    bookedFen: fen(booked),
    undoneAt: null,
  };
}

/** Net sales of order lines, won value of opportunities, amount of payments, of all accepted rows; 0 for what has no amounts. */
function bookedFen({ table }: ReadFacts): number {
  const values = (table.object === 'opportunities' ? table.numbers['won'] : table.numbers['amount']) ?? [];
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
