import type { Drill } from '../../contracts/drill';
import type { FunnelStage, MonthPoint } from '../../contracts/figures';
import { firstDayOf, lastDayOf } from '../../kernel/day';
import { assertNever } from '../../kernel/result';
import type { PlanMeasure } from '../../records/plan';

/** A figure that opens its rows. `actual` and its relatives follow the plan's measure. */
export type DrillFigure =
  | 'actual' | 'lastYear' | 'yearActual'
  | 'lines' | 'sales' | 'returns' | 'net' | 'margin'
  | 'won' | 'lost' | 'closed' | 'wonValue' | 'cycle';

/** Days of a figure, both included. */
export interface DrillPeriod {
  readonly from: Drill['from'];
  readonly to: Drill['to'];
}

const ANY = { customer: null, product: null, stage: null } as const;

/**
 * The rows a node's figure is made of, in a period: the one place that screens, pack and tests take them from.
 * Money figures equal Σ amounts of the rows' part; `lines`, `won`, `lost` and `closed` equal their number; `cycle` is taken over them.
 */
export function drillFor(node: { readonly leaves: readonly string[] }, figure: DrillFigure, period: DrillPeriod, measure: PlanMeasure): Drill {
  const base = { ...ANY, leaves: [...node.leaves], from: period.from, to: period.to };
  switch (figure) {
    case 'actual':
    case 'lastYear':
    case 'yearActual':
      return measure === 'netSales' ? { ...base, fact: 'orders', part: 'net' } : { ...base, fact: 'opportunities', part: 'won' };
    case 'lines':
    case 'sales':
    case 'returns':
    case 'net':
    case 'margin':
      return { ...base, fact: 'orders', part: figure };
    case 'won':
    case 'wonValue':
    case 'cycle':
      return { ...base, fact: 'opportunities', part: 'won' };
    case 'lost':
    case 'closed':
      return { ...base, fact: 'opportunities', part: figure };
    default:
      return assertNever(figure);
  }
}

/** The rows behind a bar of the months chart. */
export function drillForMonth(scope: { readonly leaves: readonly string[] }, point: Pick<MonthPoint, 'month'>, measure: PlanMeasure): Drill {
  return drillFor(scope, 'actual', { from: firstDayOf(point.month), to: lastDayOf(point.month) }, measure);
}

/** The opportunities standing in (or closed in the period in) a stage of the funnel. */
export function drillForStage(scope: { readonly leaves: readonly string[] }, stage: FunnelStage, period: DrillPeriod): Drill {
  const when = stage.outcome === 'open' ? { from: null, to: null } : { from: period.from, to: period.to };
  return { ...ANY, fact: 'opportunities', leaves: [...scope.leaves], ...when, part: stage.outcome, stage: stage.stage };
}

/** The rows of a customer in the period: what the Pareto bar adds up. */
export function drillForCustomer(scope: { readonly leaves: readonly string[] }, customer: string, period: DrillPeriod, measure: PlanMeasure): Drill {
  return { ...drillFor(scope, 'actual', period, measure), customer };
}
