import type { Analysis, Headline, RankedNode, SalesMonth } from '@shared/contracts/analysis';
import type { Drill } from '@shared/contracts/drill';
import type { Explanation, Quantity } from '@shared/contracts/explanation';
import { isFiltered } from '@shared/contracts/fact-filters';
import type { NodeFigures, ParetoRow } from '@shared/contracts/figures';
import { explain } from '@shared/domain/figures/explain';
import { explainQuotient, explainRows } from '@shared/domain/figures/explain-marks';
import { line, quantity } from '@shared/domain/figures/formula-line';
import type { AnalysisSetup } from './analysis-address';

const UNITS = { actual: 'fen', marginRate: 'rate', returns: 'fen', customers: 'count', newCustomers: 'count', winRate: 'rate', cycle: 'meanDays' } as const satisfies Record<Headline['key'], Quantity['unit']>;

const ofNode = ({ figures }: Analysis, name: string, period = figures.period.key): Explanation['of'] => ({ name: { text: name }, period });

/** A figure of the strip: with its formula where `Figures` says the same of it, which no filter parts; else by what it is made of. */
export function explainHeadline(analysis: Analysis, { key, value }: Headline, rows: Drill): Explanation {
  const { figures, filters } = analysis;
  const own = isFiltered(filters) || key === 'customers' || key === 'newCustomers' ? null : explain(figures, figures.nodes[0]!, key);
  return own !== null && own.result.value === value ? { ...own, drill: rows } : explainRows(key, ofNode(analysis, figures.scope.name), quantity(UNITS[key], value), rows);
}

const sumOf = (values: readonly (number | null)[]): number | null => (values.every((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0));

/** A month of the trend, and its part of the fiscal year as far as it is imported. */
export function explainMonth(analysis: Analysis, { month, actualFen }: SalesMonth, rows: Drill): Explanation {
  const year = quantity('fen', sumOf(analysis.months.map((one) => one.actualFen)));
  return explainRows('actual', ofNode(analysis, analysis.figures.scope.name, month), quantity('fen', actualFen), rows, { name: { key: 'yearActual' }, value: year });
}

/** What a customer bought, and its part of all customers. */
export function explainCustomer(analysis: Analysis, { netFen }: ParetoRow, name: string, rows: Drill): Explanation {
  const all = quantity('fen', sumOf(analysis.pareto.map((row) => row.netFen)));
  return explainRows('customer', ofNode(analysis, name), quantity('fen', netFen), rows, { name: { key: 'part_allCustomers' }, value: all });
}

/** What a part of the scope sold of one value (or of all), and its part of the scope's. */
export function explainSold(analysis: Analysis, name: string, netFen: number, rows: Drill): Explanation {
  const { figures, ranking } = analysis;
  return explainRows('actual', ofNode(analysis, name), quantity('fen', netFen), rows, { name: { text: figures.scope.name }, value: quantity('fen', ranking[0]!.actualFen) });
}

/** A ranked figure of a node. */
export function explainRanked(analysis: Analysis, node: NodeFigures, sales: RankedNode, { rank, against }: Pick<AnalysisSetup, 'rank' | 'against'>, rows: Drill): Explanation {
  const of = ofNode(analysis, node.name);
  if (rank === 'attainment') return explain(analysis.figures, node, 'attainment');
  if (rank === 'marginRate') return explainRows('marginRate', of, quantity('rate', sales.marginRate), rows);
  if (rank === 'actual') return explainSold(analysis, node.name, sales.actualFen, rows);
  const { base, change, rate } = sales[against];
  const [now, before] = [quantity('fen', base === null || change === null ? null : base + change), quantity('fen', base)];
  return explainQuotient('growth', of, rate, [line('start', 'part_comparedNow', now), line('minus', 'part_comparedBefore', before), line('over', 'part_comparedBefore', before)], rows);
}
