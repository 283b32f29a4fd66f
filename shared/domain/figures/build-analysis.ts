import type { Analysis, RankedNode, SalesMonth } from '../../contracts/analysis';
import type { FactFilters } from '../../contracts/fact-filters';
import type { Figures } from '../../contracts/figures';
import { type Day, firstDayOf, fromEpochDay, lastDayOf, monthOfDay, toEpochDay } from '../../kernel/day';
import { fen } from '../../kernel/fen';
import { type YearMonth, addMonths, monthsBetween } from '../../kernel/month';
import type { Period } from '../../kernel/period';
import { ratioOf } from '../../kernel/rate';
import { comparisonOf } from './comparison';
import type { FactMasters } from './fact-masters';
import type { FactSource, SaleRows } from './fact-source';
import { growthOf } from './growth';
import { headlinesOf } from './headlines';
import { paretoRows } from './pareto';
import { readDeals } from './read-deals';
import { type NodeSales, childrenOf, readSales } from './read-sales';
import { saleRowsOf } from './sale-rows';

export interface AnalysisInput {
  /** Of the same scope and period. */
  readonly figures: Figures;
  readonly period: Period;
  readonly facts: FactSource;
  readonly masters: FactMasters;
  /** Months that hold facts of the measure, of anybody, oldest first. */
  readonly covered: readonly YearMonth[];
  readonly fiscalYearStartMonth: number;
  readonly filters: FactFilters;
}

/**
 * The analysis of a scope and period under filters: headline figures with growth, mixes, months, ranking and Pareto. Pure, exact in 分;
 * without filters every sum is that of `Figures`. Nothing imported: nulls and empty lists. Source: customers-and-analysis.md «Analysis».
 */
export function buildAnalysis({ figures, period, facts, masters, covered, fiscalYearStartMonth, filters }: AnalysisInput): Analysis {
  const { today, measure } = figures;
  const rows = saleRowsOf(measure, facts);
  const comparison = comparisonOf(period, lastFactDay(rows, covered, today), today, fiscalYearStartMonth);
  const sparkMonths = monthsOver(period, today);
  const yearMonths = figures.months.map(({ month }) => month);
  const lastYearMonths = yearMonths.map((month) => addMonths(month, -12));
  const reading = readSales({ figures, comparison, months: [...lastYearMonths, ...yearMonths, ...sparkMonths], rows, masters, filters });
  const known = new Set(covered);
  const isWhole = ({ from, to }: { from: Day; to: Day }) => monthsBetween(monthOfDay(from), monthOfDay(to)).every((month) => known.has(month));
  const netOf = (month: YearMonth) => (known.has(month) ? reading.months.get(month)!.netFen : null);
  const shownNodes = [figures.nodes[0]!, ...childrenOf(figures.nodes)];
  const hasLastYear = isWhole(comparison.lastYear);
  const hasPrevious = isWhole(comparison.previous);
  const hasNow = comparison.now !== null && isWhole(comparison.now);
  const ofNode = (sales: NodeSales, nodeId: string): RankedNode => {
    const now = hasNow ? sales.now : null;
    return {
      nodeId,
      actualFen: fen(sales.period),
      marginRate: sales.marginLines === 0 ? null : ratioOf(sales.marginFen, sales.marginBaseFen),
      lastYear: growthOf(now, hasLastYear ? sales.lastYear : null),
      previous: growthOf(now, hasPrevious ? sales.previous : null),
    };
  };
  return {
    figures,
    filters,
    offered: Object.fromEntries(reading.mixes.map((mix) => [mix.dimension, mix.offered(reading.carried)])) as Analysis['offered'],
    comparison,
    headlines: headlinesOf({
      period, comparison, reading, sparkMonths, covered,
      deals: filters.channel.length + filters.region.length > 0 ? null : readDeals(facts.opportunities, new Set(figures.nodes[0]!.leaves), filters, masters),
      ofOrders: measure === 'netSales',
    }),
    sparkMonths,
    months: yearMonths.map((month, at): SalesMonth => ({ month, actualFen: netOf(month), lastYearFen: netOf(lastYearMonths[at]!), partial: figures.months[at]!.partial })),
    mixes: reading.mixes.map((mix) => mix.mix(shownNodes, hasLastYear)),
    ranking: figures.nodes.map(({ nodeId }, at) => ofNode(reading.nodes[at]!, nodeId)),
    pareto: paretoRows(reading.customers),
  };
}

/** The last day that anybody's facts reach, up to today; null without any. */
function lastFactDay(rows: SaleRows, covered: readonly YearMonth[], today: Day): Day | null {
  const last = covered.findLast((month) => firstDayOf(month) <= today);
  if (last === undefined) return null;
  let day = -Infinity;
  rows.visit(firstDayOf(last), lastDayOf(last) < today ? lastDayOf(last) : today, (row) => (day = Math.max(day, row.day)));
  // Opportunities can have closed in the month without one that was won.
  return day === -Infinity ? lastDayOf(last) < today ? lastDayOf(last) : today : fromEpochDay(Math.max(day, toEpochDay(firstDayOf(last))));
}

/** Twelve months up to the period's last one that is over. */
function monthsOver(period: Period, today: Day): YearMonth[] {
  const last = period.months.findLast((month) => lastDayOf(month) < today) ?? addMonths(monthOfDay(today < period.to ? today : period.to), -1);
  return monthsBetween(addMonths(last, -11), last);
}
