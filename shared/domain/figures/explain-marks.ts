import type { Drill } from '../../contracts/drill';
import type { Explanation, FigureKey, Quantity } from '../../contracts/explanation';
import type { Figures } from '../../contracts/figures';
import { ratioOf } from '../../kernel/rate';
import { drillForCustomer } from './drills';
import { line, namedLine, quantity, sumOp } from './formula-line';

/** A figure that stands for itself: what its rows come to, beside what it is a part of. */
export function explainRows(figure: FigureKey, of: Explanation['of'], result: Quantity, drill: Drill | null, whole: Omit<NonNullable<Explanation['above']>, 'share'> | null = null): Explanation {
  const above = whole && { ...whole, share: result.value === null || whole.value.value === null ? null : ratioOf(result.value, whole.value.value) };
  return { figure, of, result, lines: [], plan: null, above, drill };
}

/** A quotient of two numbers, each with its name. */
export function explainQuotient(figure: FigureKey, of: Explanation['of'], rate: number | null, lines: Explanation['lines'], drill: Drill | null): Explanation {
  return { ...explainRows(figure, of, quantity('rate', rate), drill), lines };
}

/** What the first `top` customers come to, as part of all; null where all come to nothing or less. */
export function explainPareto(figures: Figures, top: number): Explanation {
  const { pareto, period, measure, nodes, scope } = figures;
  const all = pareto.reduce((sum, { netFen }) => sum + netFen, 0);
  const first = pareto.slice(0, top);
  const lines = first.map(({ customer, netFen }, at) => {
    const name = { text: customer };
    const bought = quantity('fen', netFen);
    return namedLine(sumOp(at), name, bought, null, explainRows('customer', { name, period: period.key }, bought, drillForCustomer(nodes[0]!, customer, period, measure)));
  });
  const of = { name: { text: scope.name }, period: period.key };
  if (first.length === 0) return explainQuotient('pareto', of, null, [], null);
  return explainQuotient('pareto', of, all > 0 ? first.at(-1)!.cumulative : null, [...lines, line('over', 'part_allCustomers', quantity('fen', all))], null);
}
