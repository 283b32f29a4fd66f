import type { Analysis } from '@shared/contracts/analysis';
import type { Drill } from '@shared/contracts/drill';
import { type FactFilters, isFiltered } from '@shared/contracts/fact-filters';
import { type DrillFigure, type DrillPeriod, drillFor } from '@shared/domain/figures/drills';

/** The rows of a figure under the page's filters, or under narrower ones. */
export function drillUnder({ figures, filters }: Analysis, node: { readonly leaves: readonly string[] }, figure: DrillFigure, { period = figures.period, where = filters }: { period?: DrillPeriod; where?: FactFilters } = {}): Drill {
  return { ...drillFor(node, figure, period, figures.measure), ...(isFiltered(where) ? { where } : {}) };
}
