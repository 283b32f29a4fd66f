import type { ParetoRow } from '../../contracts/figures';
import { type Day, toEpochDay } from '../../kernel/day';
import { fen } from '../../kernel/fen';
import { ratioOf } from '../../kernel/rate';
import type { PlanMeasure } from '../../records/plan';
import { NO_DAY, type FactSource, type OpportunityColumns, WON } from './fact-source';

interface CustomerValue {
  readonly customer: string;
  readonly netFen: number;
}

/**
 * Customers by net sales (or won value, for a plan that counts it), largest first, with their share of the total and the
 * running share. Facts without a customer stand under ''. A total of 0 or less has no shares: 0.
 */
export function paretoOf(measure: PlanMeasure, facts: FactSource, leaves: ReadonlySet<string>, from: Day, to: Day): ParetoRow[] {
  return paretoRows(measure === 'netSales' ? facts.netByCustomer(leaves, from, to) : wonByCustomer(facts.opportunities, leaves, from, to));
}

/** The same of customers whose amounts are known, in the order given. */
export function paretoRows(customers: readonly CustomerValue[]): ParetoRow[] {
  const total = customers.reduce((sum, { netFen }) => sum + netFen, 0);
  let running = 0;
  return customers.map(({ customer, netFen }) => {
    running += netFen;
    return { customer, netFen: fen(netFen), share: shareOf(netFen, total), cumulative: shareOf(running, total) };
  });
}

const shareOf = (part: number, total: number): number => (total > 0 ? (ratioOf(part, total) ?? 0) : 0);

function wonByCustomer(columns: OpportunityColumns, leaves: ReadonlySet<string>, from: Day, to: Day): CustomerValue[] {
  const first = toEpochDay(from);
  const last = toEpochDay(to);
  const wonFen = new Map<string, number>();
  for (let i = 0; i < columns.count; i++) {
    const closed = columns.closeDay[i]!;
    if (columns.outcome[i] !== WON || closed === NO_DAY || closed < first || closed > last) continue;
    if (!leaves.has(columns.leaves[columns.leaf[i]!]!)) continue;
    const customer = columns.customers[columns.customer[i]!]!;
    wonFen.set(customer, (wonFen.get(customer) ?? 0) + columns.wonFen[i]!);
  }
  return [...wonFen].map(([customer, netFen]) => ({ customer, netFen })).sort((a, b) => b.netFen - a.netFen || (a.customer < b.customer ? -1 : 1));
}
