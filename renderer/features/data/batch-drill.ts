import type { Drill } from '@shared/contracts/drill';
import { firstDayOf, lastDayOf } from '@shared/kernel/day';
import type { ImportBatch } from '@shared/records/import-batch';
import { isFactObject } from '@shared/records/import-object';

/**
 * The rows that a batch has to do with: facts of its months; of opportunities, which stand in many months, all.
 * Null for records (people, customers …), which are no figure's rows, and for a batch that no longer stands.
 */
export function batchDrill(batch: ImportBatch): Drill | null {
  const first = batch.months[0];
  const last = batch.months.at(-1);
  const anywhere = { leaves: null, customer: null, product: null, stage: null } as const;
  if (batch.undoneAt !== null) return null;
  if (batch.object === 'opportunities') return { fact: 'opportunities', ...anywhere, from: null, to: null, part: 'created' };
  if (!isFactObject(batch.object) || first === undefined || last === undefined) return null;
  return { fact: batch.object, ...anywhere, from: firstDayOf(first), to: lastDayOf(last), part: batch.object === 'orders' ? 'net' : batch.object === 'payments' ? 'amount' : 'rows' };
}
