import { ratioOf } from '../../kernel/rate';
import { type DrillFigure, drillFor } from './drills';
import type { ExplainRule, FigurePlace, NodeFigureKey } from './explain-rules';
import { line, partLine, quantity } from './formula-line';

const rows = (figure: DrillFigure) => ({ figures, node }: FigurePlace) => drillFor(node, figure, figures.period, figures.measure);
const perNet = ({ node: { sales } }: FigurePlace) => (sales.marginFen === null ? null : ratioOf(sales.marginFen, sales.netFen));

/** Order lines of the period. */
const salesRules = {
  net: {
    drill: rows('net'),
    result: ({ node }) => quantity('fen', node.sales.netFen),
    lines: (_, part) => [partLine('start', part('sales')), partLine('plus', part('returns'))],
  },
  sales: { result: ({ node }) => quantity('fen', node.sales.salesFen), drill: rows('sales') },
  returns: { result: ({ node }) => quantity('fen', node.sales.returnsFen), drill: rows('returns') },
  returnRate: {
    drill: rows('returns'),
    result: ({ node: { sales } }) => quantity('rate', ratioOf(0 - sales.returnsFen, sales.salesFen)),
    lines: ({ node }, part) => [line('start', 'part_returnsSize', quantity('fen', 0 - node.sales.returnsFen), part('returns')), partLine('over', part('sales'))],
  },
  margin: { result: ({ node }) => quantity('fen', node.sales.marginFen), drill: rows('margin') },
  marginRate: {
    drill: rows('margin'),
    result: (at) => quantity('rate', perNet(at)),
    lines: (_, part) => [partLine('start', part('margin')), partLine('over', part('net'))],
  },
  lines: { result: ({ node }) => quantity('count', node.sales.lines), drill: rows('lines') },
} as const satisfies Partial<Record<NodeFigureKey, ExplainRule>>;

/** Opportunities closed in the period. */
const opportunityRules = {
  won: { result: ({ node }) => quantity('count', node.opportunities.won), drill: rows('won') },
  lost: { result: ({ node }) => quantity('count', node.opportunities.lost), drill: rows('lost') },
  closed: {
    drill: rows('closed'),
    result: ({ node: { opportunities } }) => quantity('count', opportunities.won + opportunities.lost),
    lines: (_, part) => [partLine('start', part('won')), partLine('plus', part('lost'))],
  },
  winRate: {
    drill: rows('closed'),
    result: ({ node }) => quantity('rate', node.opportunities.winRate),
    lines: (_, part) => [partLine('start', part('won')), partLine('over', part('closed'))],
  },
  wonValue: { result: ({ node }) => quantity('fen', node.opportunities.wonFen), drill: rows('wonValue') },
  cycle: { result: ({ node }) => quantity('meanDays', node.opportunities.cycleMeanDays), drill: rows('cycle') },
  cycleMedian: { result: ({ node }) => quantity('meanDays', node.opportunities.cycleMedianDays), drill: rows('cycle') },
} as const satisfies Partial<Record<NodeFigureKey, ExplainRule>>;

export const closingRules = { ...salesRules, ...opportunityRules };
