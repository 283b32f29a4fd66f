import type { Figures } from '../../contracts/figures';
import { toEpochDay } from '../../kernel/day';
import type { Period } from '../../kernel/period';
import type { PlanMeasure } from '../../records/plan';
import type { OrgNode } from '../org/org-tree';
import { type FactSource, NO_DAY, OPEN } from './fact-source';

/**
 * How much stands behind the figures: order lines and orders of the period; opportunities closed in it or still open (as in
 * the funnel); customers of the measure's own facts; people with a place in the scope on a day of the period.
 */
export function countsOf(
  facts: FactSource,
  leaves: ReadonlySet<string>,
  period: Period,
  measure: PlanMeasure,
  orderLines: number,
  scope: readonly OrgNode[],
): Figures['counts'] {
  const { orders, customers: buyers } = facts.countOrders(leaves, period.from, period.to);
  const opportunities = openOrClosed(facts, leaves, period);
  const present = scope.filter(({ kind, from, to }) => kind === 'person' && (from ?? period.to) <= period.to && (to ?? period.from) >= period.from);
  return {
    orderLines,
    orders,
    opportunities: opportunities.count,
    customers: measure === 'netSales' ? buyers : opportunities.customers,
    people: new Set(present.map(({ personId }) => personId)).size,
  };
}

function openOrClosed({ opportunities: columns }: FactSource, leaves: ReadonlySet<string>, { from, to }: Period): { count: number; customers: number } {
  const first = toEpochDay(from);
  const last = toEpochDay(to);
  const customers = new Set<string>();
  let count = 0;
  for (let i = 0; i < columns.count; i++) {
    if (!leaves.has(columns.leaves[columns.leaf[i]!]!)) continue;
    const closed = columns.closeDay[i]!;
    if (columns.outcome[i] !== OPEN && (closed === NO_DAY || closed < first || closed > last)) continue;
    count++;
    customers.add(columns.customers[columns.customer[i]!]!);
  }
  customers.delete('');
  return { count, customers: customers.size };
}
