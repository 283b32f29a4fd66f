import type { StageStep } from '@shared/contracts/drill';
import { LOST, NO_DAY, WON } from '@shared/domain/figures/fact-source';
import { type StageVersion, stageHistory } from '@shared/domain/imports/stage-history';
import { type Day, fromEpochDay } from '@shared/kernel/day';
import type { ImportBatch } from '@shared/records/import-batch';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { importOf } from '../import/undo-import';
import type { ColumnStore } from '../store/column-store';
import { readIdentity } from '../store/row-identity';
import { type ColdSegment, type HotSegment, numberAt } from '../store/segments';

interface Held {
  readonly batchId: string;
  readonly hot: HotSegment;
  readonly row: number;
}

/**
 * The course of one opportunity over the imports that stand, in their order: a file says what its own row says, or that of
 * the earlier row it was found equal to. [] when no import that stands knows it.
 */
export async function stageHistoryOf(db: WorkbenchDatabase, store: ColumnStore, identity: string): Promise<StageStep[]> {
  const held = heldVersions(store, identity);
  const batchIds = [...new Set(held.map(({ batchId }) => batchId))];
  const [batches, imports, cold] = await Promise.all([db.importBatches.bulkGet(batchIds), Promise.all(batchIds.map((id) => importOf(db, id))), store.cold([...new Set(held.map(({ hot }) => hot.id))])]);
  const madeBy = new Map(batchIds.map((id, at) => [id, { batch: batches[at], seq: imports[at]!.seq }]));
  return stageHistory(
    held.flatMap((version) => {
      const { batch, seq } = madeBy.get(version.batchId)!;
      // Undone while it was looked up: it stands no more.
      return batch === undefined ? [] : [versionOf(store, version, batch, seq, cold.get(version.hot.id))];
    }),
  );
}

/** Per standing batch the row that its file holds for an identity, its own or one that it attests. */
function heldVersions(store: ColumnStore, identity: string): Held[] {
  const { source, keyHi, keyLo } = readIdentity(identity);
  return store.segmentsOf('opportunities', source).flatMap(({ hot }) => {
    const row = hot.keyLo.findIndex((lo, at) => lo === keyLo && hot.keyHi[at] === keyHi);
    return row < 0 ? [] : store.holdersOf(hot, row).map((batchId) => ({ batchId, hot, row }));
  });
}

function versionOf(store: ColumnStore, { hot, row }: Held, batch: ImportBatch, seq: number, cold: ColdSegment | undefined): StageVersion {
  const outcome = hot.numbers['outcome']![row]!;
  const amount = numberAt(outcome === WON ? hot.numbers['won'] : hot.numbers['amount'], row);
  const dayOf = (name: string): Day | null => {
    const day = hot.days[name]?.[row] ?? NO_DAY;
    return day === NO_DAY ? null : fromEpochDay(day);
  };
  return {
    seq,
    at: batch.importedAt,
    ...store.fileOf(batch.id),
    line: hot.batchId === batch.id ? (cold?.lines[row] ?? null) : null,
    stage: store.dictionaries.texts('stage')[hot.dimensions['stage']?.[row] ?? 0]!,
    outcome: outcome === WON ? 'won' : outcome === LOST ? 'lost' : 'open',
    amountFen: Number.isNaN(amount) ? null : amount,
    expectedOn: dayOf('expectedDay'),
    closedOn: dayOf('closeDay'),
  };
}
