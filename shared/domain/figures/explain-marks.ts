import type { Explanation } from '../../contracts/explanation';
import type { Figures, FunnelStage, MonthPoint } from '../../contracts/figures';
import { ratioOf } from '../../kernel/rate';
import { drillForCustomer, drillForMonth, drillForStage } from './drills';
import { line, namedLine, quantity, sumOp } from './formula-line';

const BARE = { lines: [], plan: null, above: null } as const;

const scopeOf = ({ scope, period }: Figures): Explanation['of'] => ({ name: { text: scope.name }, period: period.key });

/** A month of the trend: its actual, and its part of the fiscal year so far. */
export function explainMonth(figures: Figures, point: MonthPoint): Explanation {
  const known = figures.months.flatMap(({ actualFen }) => actualFen ?? []);
  const year = known.length === 0 ? null : known.reduce((sum, actualFen) => sum + actualFen, 0);
  return {
    ...BARE,
    figure: 'actual',
    of: { ...scopeOf(figures), period: point.month },
    result: quantity('fen', point.actualFen),
    above: { name: { key: 'yearActual' }, value: quantity('fen', year), share: shareOf(point.actualFen, year) },
    drill: drillForMonth(figures.nodes[0]!, point, figures.measure),
  };
}

/** A stage of the snapshot: how many opportunities stand there, and how many there are of their kind (open, won or lost). */
export function explainStage(figures: Figures, stage: FunnelStage): Explanation {
  const all = figures.funnel.reduce((sum, { outcome, count }) => (outcome === stage.outcome ? sum + count : sum), 0);
  return {
    ...BARE,
    figure: 'stage',
    of: scopeOf(figures),
    result: quantity('count', stage.count),
    above: { name: { key: 'part_allStages' }, value: quantity('count', all), share: shareOf(stage.count, all) },
    drill: drillForStage(figures.nodes[0]!, stage, figures.period),
  };
}

/** A customer of the Pareto: what it bought (or what was won), and its part of all customers. Throws where there is no such row. */
export function explainCustomer(figures: Figures, index: number): Explanation {
  const { customer, netFen } = figures.pareto[index]!;
  const all = totalOf(figures);
  return {
    ...BARE,
    figure: 'customer',
    of: { name: { text: customer }, period: figures.period.key },
    result: quantity('fen', netFen),
    above: { name: { key: 'part_allCustomers' }, value: quantity('fen', all), share: shareOf(netFen, all) },
    drill: drillForCustomer(figures.nodes[0]!, customer, figures.period, figures.measure),
  };
}

/** What the first `top` customers come to, as part of all; null where all come to nothing or less. */
export function explainPareto(figures: Figures, top: number): Explanation {
  const all = totalOf(figures);
  const first = figures.pareto.slice(0, top);
  const sum = first.map(({ customer, netFen }, at) => namedLine(sumOp(at), { text: customer }, quantity('fen', netFen), null, explainCustomer(figures, at)));
  return {
    ...BARE,
    figure: 'pareto',
    of: scopeOf(figures),
    result: quantity('rate', all > 0 && first.length > 0 ? first.at(-1)!.cumulative : null),
    lines: sum.length === 0 ? [] : [...sum, line('over', 'part_allCustomers', quantity('fen', all))],
    drill: null,
  };
}

const totalOf = ({ pareto }: Figures): number => pareto.reduce((sum, { netFen }) => sum + netFen, 0);
const shareOf = (part: number | null, whole: number | null): number | null => (part === null || whole === null ? null : ratioOf(part, whole));
