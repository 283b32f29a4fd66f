import { NO_DAY, OPEN, type OpportunityColumns } from '@shared/domain/figures/fact-source';
import type { LoadedSegment } from './column-store';
import { type CountedCustomers, countedAs } from './counted-customers';
import type { LeafLookup } from './leaf-lookup';
import { type HotSegment, numberAt } from './segments';
import type { WorkspaceDictionaries } from './workspace-dictionaries';

/** Leaf of an opportunity: where its owner was on the day it closed; an open one is where its owner is now. */
export function leafOfOpportunity(hot: HotSegment, row: number, lookup: LeafLookup): number {
  const owner = hot.dimensions['owner']?.[row] ?? 0;
  const closed = hot.days['closeDay']![row]!;
  if (hot.numbers['outcome']![row] === OPEN) return lookup.leafOn(owner, Infinity);
  const day = closed === NO_DAY ? hot.days['createdDay']?.[row] ?? NO_DAY : closed;
  return lookup.leafOn(owner, day === NO_DAY ? Infinity : day);
}

/** Every live opportunity as plain columns. */
export function buildOpportunityColumns(segments: readonly LoadedSegment[], lookup: LeafLookup, { texts }: WorkspaceDictionaries, customers: CountedCustomers): OpportunityColumns {
  const count = segments.reduce((sum, segment) => sum + segment.liveCount, 0);
  const columns = {
    count, leaves: lookup.leaves, stages: texts('stage'), customers: customers.texts, products: texts('product'),
    leaf: new Int32Array(count), outcome: new Uint8Array(count), createdDay: new Int32Array(count), closeDay: new Int32Array(count),
    amountFen: new Float64Array(count), wonFen: new Float64Array(count), stage: new Int32Array(count), customer: new Int32Array(count), product: new Int32Array(count),
  };
  let at = 0;
  for (const { hot, live } of segments) {
    for (let row = 0; row < hot.count; row++) {
      if (live !== null && live[row] === 0) continue;
      columns.leaf[at] = leafOfOpportunity(hot, row, lookup);
      columns.outcome[at] = hot.numbers['outcome']![row]!;
      columns.createdDay[at] = hot.days['createdDay']?.[row] ?? NO_DAY;
      columns.closeDay[at] = hot.days['closeDay']![row]!;
      const amount = numberAt(hot.numbers['amount'], row);
      columns.amountFen[at] = Number.isNaN(amount) ? 0 : amount;
      columns.wonFen[at] = numberAt(hot.numbers['won'], row);
      columns.stage[at] = hot.dimensions['stage']![row]!;
      columns.product[at] = hot.dimensions['product']?.[row] ?? 0;
      columns.customer[at] = countedAs(customers, hot.dimensions['customer']?.[row] ?? 0);
      at++;
    }
  }
  return columns;
}
