import type { FormulaLine } from '../../contracts/explanation';
import type { Figures } from '../../contracts/figures';
import { firstDayOf, lastDayOf, monthOfDay } from '../../kernel/day';
import { addMonths } from '../../kernel/month';
import { ratioOf } from '../../kernel/rate';
import { type DrillFigure, type DrillPeriod, drillFor } from './drills';
import type { ExplainRule, FigurePlace, NodeFigureKey } from './explain-rules';
import { line, namedLine, partLine, quantity, sumOp } from './formula-line';

const rows = (figure: DrillFigure, span: (figures: Figures) => DrillPeriod = ({ period }) => period) => ({ figures, node }: FigurePlace) => drillFor(node, figure, span(figures), figures.measure);
const lastYear = ({ period }: Figures): DrillPeriod => ({ from: firstDayOf(addMonths(monthOfDay(period.from), -12)), to: lastDayOf(addMonths(monthOfDay(period.to), -12)) });
const yearToDate = ({ months, period }: Figures): DrillPeriod => ({ from: firstDayOf(months[0]!.month), to: period.to });

const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

/** actual ÷ last year − 1; null where last year is not known or not more than nothing. Source: customers-and-analysis.md «Sales». */
export function growthOf({ actualFen, lastYearFen }: { readonly actualFen: number | null; readonly lastYearFen: number | null }): number | null {
  return actualFen === null || lastYearFen === null || lastYearFen <= 0 ? null : ratioOf(actualFen - lastYearFen, lastYearFen);
}

const MOST_CHILDREN = 12;

/** A unit without an assigned number asks for what those below it are asked for. */
function targetLines({ figures, node }: FigurePlace): FormulaLine[] {
  const { assignedFen, childrenFen } = node.target;
  if (node.kind === 'person' || node.kind === 'unassigned') return [];
  if (assignedFen !== null) return [line('start', 'part_assigned', quantity('fen', assignedFen))];
  const below = figures.nodes.filter((one) => one.parentId === node.nodeId && one.target.targetFen !== null);
  const sum = below.reduce((total, one) => total + one.target.targetFen!, 0);
  // Below an assigned number there may be another sum: then the sum stands alone.
  if (below.length === 0 || below.length > MOST_CHILDREN || sum !== childrenFen) return [line('start', 'part_children', quantity('fen', childrenFen))];
  return below.map((one, at) => namedLine(sumOp(at), { text: one.name }, quantity('fen', one.target.targetFen)));
}

/** Target, actual and what follows from the two. Sources: targets.md «Attainment», attainment.ts. */
export const targetRules = {
  target: { planned: true, result: ({ node }) => quantity('fen', node.target.targetFen), lines: targetLines },
  actual: {
    result: ({ node }) => quantity('fen', node.target.actualFen),
    lines: ({ figures, node }, part) => (figures.measure === 'netSales' && node.target.actualFen !== null ? [partLine('start', part('sales')), partLine('plus', part('returns'))] : []),
    drill: rows('actual'),
  },
  attainment: {
    planned: true, drill: rows('actual'),
    result: ({ node }) => quantity('rate', node.target.attainment),
    lines: (_, part) => [partLine('start', part('actual')), partLine('over', part('target'))],
  },
  gap: {
    planned: true, drill: rows('actual'),
    result: ({ node }) => quantity('fen', less(node.target.actualFen, node.target.targetFen)),
    lines: (_, part) => [partLine('start', part('actual')), partLine('minus', part('target'))],
  },
  split: {
    planned: true,
    result: ({ node }) => quantity('fen', node.target.gapFen),
    lines: ({ node }) => [line('start', 'part_assigned', quantity('fen', node.target.assignedFen)), line('minus', 'part_children', quantity('fen', node.target.childrenFen ?? 0))],
  },
  time: {
    result: ({ figures }) => quantity('rate', figures.time.progress),
    lines: ({ figures }) => [line('start', 'part_elapsed', quantity('days', figures.time.elapsed)), line('over', 'part_workingDays', quantity('days', figures.time.workingDays))],
  },
  pace: {
    planned: true, drill: rows('actual'),
    result: ({ node }) => quantity('rate', node.target.pace),
    lines: (_, part) => [partLine('start', part('attainment')), partLine('over', part('time'))],
  },
  forecast: {
    drill: rows('actual'),
    result: ({ node }) => quantity('fen', node.target.forecastFen),
    lines: ({ figures }, part) => [partLine('start', part('actual')), line('times', 'part_workingDays', quantity('days', figures.time.workingDays)), line('over', 'part_elapsed', quantity('days', figures.time.elapsed), part('time'))],
  },
  perDay: {
    planned: true, drill: rows('actual'),
    result: ({ node }) => quantity('fen', node.target.requiredPerDayFen),
    lines: ({ figures: { time }, node: { target } }, part) => [
      partLine('start', part('target')),
      partLine('minus', part('actual')),
      ...((less(target.targetFen, target.actualFen) ?? 0) < 0 ? [line('atLeast', 'part_targetReached', quantity('fen', 0))] : []),
      line('over', 'part_daysLeft', quantity('days', time.workingDays - time.elapsed)),
    ],
  },
  lastYear: { result: ({ node }) => quantity('fen', node.target.lastYearFen), drill: rows('lastYear', lastYear) },
  growth: {
    drill: rows('actual'),
    result: ({ node }) => quantity('rate', growthOf(node.target)),
    lines: (_, part) => [partLine('start', part('actual')), partLine('over', part('lastYear')), line('minus', 'part_lastYearItself', quantity('rate', 1))],
  },
  change: {
    drill: rows('actual'),
    result: ({ node }) => quantity('fen', less(node.target.actualFen, node.target.lastYearFen)),
    lines: (_, part) => [partLine('start', part('actual')), partLine('minus', part('lastYear'))],
  },
  yearTarget: { planned: true, result: ({ node }) => quantity('fen', node.target.yearTargetFen) },
  yearActual: { result: ({ node }) => quantity('fen', node.target.yearActualFen), drill: rows('yearActual', yearToDate) },
  yearProgress: {
    planned: true, drill: rows('yearActual', yearToDate),
    result: ({ node }) => quantity('rate', node.target.yearAttainment),
    lines: (_, part) => [partLine('start', part('yearActual')), partLine('over', part('yearTarget'))],
  },
} as const satisfies Partial<Record<NodeFigureKey, ExplainRule>>;
