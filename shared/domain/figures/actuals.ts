import { type Fen, fen } from '../../kernel/fen';
import type { YearMonth } from '../../kernel/month';
import type { PlanMeasure } from '../../records/plan';
import type { FactSource } from './fact-source';
import { indexWon } from './opportunity-figures';
import { type OrderIndex, salesOf } from './sales-figures';

/** What a plan's measure counts, by leaf and month. */
export interface Actuals {
  readonly measure: PlanMeasure;
  /** Months that hold facts of the measure, of anybody, oldest first. Outside them an actual is missing, not zero. */
  readonly months: readonly YearMonth[];
  /** Σ over leaves and those of the months that are covered; null when none is. */
  sum(leaves: Iterable<string>, months: readonly YearMonth[]): Fen | null;
}

/** Net sales of orders where there are any, else won value: what is counted until a plan says otherwise. */
export function defaultMeasure(facts: FactSource): PlanMeasure {
  const hasOrders = facts.orders.lines.some((lines) => lines > 0);
  return !hasOrders && facts.opportunities.count > 0 ? 'wonValue' : 'netSales';
}

export function actualsOf(measure: PlanMeasure, facts: FactSource, orders: OrderIndex): Actuals {
  if (measure === 'netSales') {
    return actualsFrom(measure, orders.monthsWithLines, (leaves, months) => salesOf(orders, leaves, months).netFen);
  }
  const won = indexWon(facts.opportunities);
  return actualsFrom(measure, won.months, (leaves, months) => {
    let total = 0;
    for (const leaf of leaves) for (const month of months) total += won.wonFen.get(leaf)?.get(month) ?? 0;
    return fen(total);
  });
}

function actualsFrom(measure: PlanMeasure, covered: ReadonlySet<YearMonth>, total: (leaves: Iterable<string>, months: readonly YearMonth[]) => Fen): Actuals {
  return {
    measure,
    months: [...covered].sort(),
    sum(leaves, months) {
      const known = months.filter((month) => covered.has(month));
      return known.length === 0 ? null : total(leaves, known);
    },
  };
}
