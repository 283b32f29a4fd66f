import type { Drill } from '../../contracts/drill';
import { firstDayOf, lastDayOf } from '../../kernel/day';
import { type YearMonth } from '../../kernel/month';
import { ratioOf } from '../../kernel/rate';
import { assertNever } from '../../kernel/result';
import type { PlanMeasure } from '../../records/plan';
import type { KpiMeasure } from '../../records/scorecard-template';
import type { Actuals } from '../figures/actuals';
import { type DrillFigure, drillFor } from '../figures/drills';
import type { FactSource } from '../figures/fact-source';
import { type LeafClosings, closingsByLeaf, opportunitiesOf } from '../figures/opportunity-figures';
import { type OrderIndex, salesOf } from '../figures/sales-figures';

export type ComputedMeasure = Exclude<KpiMeasure, 'manual'>;

/** A month's facts made ready to be asked person by person. */
export interface KpiMonth {
  readonly month: YearMonth;
  readonly orders: OrderIndex;
  readonly closings: ReadonlyMap<string, LeafClosings>;
  readonly actuals: Actuals;
}

export function kpiMonth(month: YearMonth, facts: FactSource, orders: OrderIndex, actuals: Actuals): KpiMonth {
  return { month, orders, actuals, closings: closingsByLeaf(facts.opportunities, firstDayOf(month), lastDayOf(month)) };
}

/**
 * The figure of a measure for a person's leaves in a month, in the measure's own unit (分, fraction, count, days).
 * Null = not known: no facts of its kind imported for the month, or a ratio without a base. Then the KPI is skipped.
 */
export function kpiActual(measure: ComputedMeasure, leaves: readonly string[], { month, orders, closings, actuals }: KpiMonth): number | null {
  const sales = () => salesOf(orders, leaves, [month]);
  const opportunities = () => opportunitiesOf(closings, leaves);
  switch (measure) {
    case 'planAttainment':
      return actuals.sum(leaves, [month]);
    case 'netSales':
      return orders.monthsWithLines.has(month) ? sales().netFen : null;
    case 'marginRate': {
      const { marginFen, marginBaseFen } = sales();
      return marginFen === null ? null : ratioOf(marginFen, marginBaseFen);
    }
    case 'returnRate': {
      const { salesFen, returnsFen } = sales();
      return ratioOf(0 - returnsFen, salesFen);
    }
    case 'wonValue':
      return closings.size === 0 ? null : opportunities().wonFen;
    case 'wonCount':
      return closings.size === 0 ? null : opportunities().won;
    case 'winRate':
      return opportunities().winRate;
    case 'cycleDays':
      return opportunities().cycleMeanDays;
    default:
      return assertNever(measure);
  }
}

const FIGURE_OF = {
  planAttainment: 'actual',
  netSales: 'net',
  wonValue: 'wonValue',
  winRate: 'closed',
  wonCount: 'won',
  marginRate: 'margin',
  returnRate: 'returns',
  cycleDays: 'cycle',
} as const satisfies Record<ComputedMeasure, DrillFigure>;

/** The rows a computed KPI rests on: those of its numerator, or the closed opportunities of a rate or cycle. */
export function kpiDrill(measure: ComputedMeasure, leaves: readonly string[], month: YearMonth, planMeasure: PlanMeasure): Drill {
  return drillFor({ leaves }, FIGURE_OF[measure], { from: firstDayOf(month), to: lastDayOf(month) }, planMeasure);
}
