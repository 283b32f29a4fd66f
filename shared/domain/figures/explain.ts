import type { Explanation, FigureName, Quantity } from '../../contracts/explanation';
import type { Figures, NodeFigures } from '../../contracts/figures';
import { ratioOf } from '../../kernel/rate';
import type { ExplainRule, NodeFigureKey } from './explain-rules';
import { closingRules } from './explain-sales';
import { targetRules } from './explain-target';

const RULES: Readonly<Record<NodeFigureKey, ExplainRule>> = { ...targetRules, ...closingRules };
/** The same for everybody: there is nothing above it to compare with. */
const SAME_EVERYWHERE: ReadonlySet<NodeFigureKey> = new Set(['time']);

/**
 * Why a node's figure is what it is: the value the screens show, the formula with its numbers, the plan version, the level
 * above and the rows. Worked down from the first, the lines give the result, rounded half-up to 1 分; a figure that is not
 * known has a null result, and its lines show which number is missing.
 */
export function explain(figures: Figures, node: NodeFigures, figure: NodeFigureKey): Explanation {
  const rule = RULES[figure];
  const at = { figures, node };
  const parent = node.parentId === null || SAME_EVERYWHERE.has(figure) ? undefined : figures.nodes.find(({ nodeId }) => nodeId === node.parentId);
  const result = rule.result(at);
  return {
    figure,
    of: { name: nameOf(node), period: figures.period.key },
    result,
    lines: rule.lines?.(at, (part) => explain(figures, node, part)) ?? [],
    plan: rule.planned && figures.plan ? { planId: figures.plan.planId, version: figures.plan.committedVersion } : null,
    above: parent ? aboveOf(parent, rule.result({ figures, node: parent }), result) : null,
    drill: rule.drill?.(at) ?? null,
  };
}

const ADDITIVE: ReadonlySet<Quantity['unit']> = new Set(['fen', 'count']);

/** Amounts and counts are parts of the level above; rates are only compared with it. */
function aboveOf(parent: NodeFigures, value: Quantity, own: Quantity): Explanation['above'] {
  const share = ADDITIVE.has(value.unit) && value.value !== null && own.value !== null ? ratioOf(own.value, value.value) : null;
  return { name: nameOf(parent), value, share };
}

const nameOf = ({ kind, name }: NodeFigures): FigureName => (kind === 'unassigned' ? { key: 'part_unassigned' } : { text: name });
