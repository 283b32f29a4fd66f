import type { Drill } from '../../contracts/drill';
import type { Figures, NodeFigures } from '../../contracts/figures';
import { firstDayOf } from '../../kernel/day';
import { ratioOf } from '../../kernel/rate';
import { assertNever } from '../../kernel/result';
import { type DrillFigure, drillFor } from './drills';

/** Figures that can say why they are what they are; each has its formula in words in the messages (`definitions.<figure>How`). */
export type ExplainedFigure = 'attainment' | 'split' | 'pace' | 'forecast' | 'perDay' | 'yearProgress' | 'net' | 'returnRate' | 'winRate' | 'wonValue' | 'cycle';

/** What a number in the formula is called: a key of the messages `explain`. */
export type ExplainLabel =
  | 'actual' | 'target' | 'assigned' | 'children' | 'attainment' | 'timeProgress' | 'workingDays' | 'elapsedDays' | 'daysLeft' | 'yearActual' | 'yearTarget'
  | 'sales' | 'returns' | 'won' | 'lost' | 'medianDays';

export interface ExplanationPart {
  readonly label: ExplainLabel;
  readonly value: number | null;
  readonly unit: 'fen' | 'rate' | 'count' | 'days';
  /** The imported rows behind it; null = none (a target, a calendar). */
  readonly drill: Drill | null;
}

export interface Explanation {
  readonly figure: ExplainedFigure;
  /** As in the figures themselves; null where a part is missing or the base is 0. */
  readonly result: number | null;
  readonly unit: ExplanationPart['unit'];
  readonly parts: readonly ExplanationPart[];
}

/** «Why this number»: the result with every number its formula took, and the rows behind each. */
export function explainFigure(figures: Figures, node: NodeFigures, figure: ExplainedFigure): Explanation {
  const { target, sales, opportunities } = node;
  const { time } = figures;
  const rows = (kind: DrillFigure) => drillFor(node, kind, figures.period, figures.measure);
  const yearRows = () => drillFor(node, 'yearActual', { from: firstDayOf(figures.months[0]!.month), to: figures.period.to }, figures.measure);
  const actual = part('actual', target.actualFen, 'fen', rows('actual'));
  const asked = part('target', target.targetFen, 'fen');
  const progress = part('timeProgress', time.progress, 'rate');
  const explained = (result: number | null, unit: ExplanationPart['unit'], parts: ExplanationPart[]): Explanation => ({ figure, result, unit, parts });
  switch (figure) {
    case 'attainment':
      return explained(target.attainment, 'rate', [actual, asked]);
    case 'split':
      return explained(target.gapFen, 'fen', [part('assigned', target.assignedFen, 'fen'), part('children', target.childrenFen, 'fen')]);
    case 'pace':
      return explained(target.pace, 'rate', [part('attainment', target.attainment, 'rate'), part('elapsedDays', time.elapsed, 'days'), part('workingDays', time.workingDays, 'days'), progress]);
    case 'forecast':
      return explained(target.forecastFen, 'fen', [actual, progress]);
    case 'perDay':
      return explained(target.requiredPerDayFen, 'fen', [asked, actual, part('daysLeft', time.workingDays - time.elapsed, 'days')]);
    case 'yearProgress':
      return explained(target.yearAttainment, 'rate', [part('yearActual', target.yearActualFen, 'fen', yearRows()), part('yearTarget', target.yearTargetFen, 'fen')]);
    case 'net':
      return explained(sales.netFen, 'fen', [part('sales', sales.salesFen, 'fen', rows('sales')), part('returns', sales.returnsFen, 'fen', rows('returns'))]);
    case 'returnRate':
      return explained(ratioOf(0 - sales.returnsFen, sales.salesFen), 'rate', [part('returns', sales.returnsFen, 'fen', rows('returns')), part('sales', sales.salesFen, 'fen', rows('sales'))]);
    case 'winRate':
      return explained(opportunities.winRate, 'rate', [part('won', opportunities.won, 'count', rows('won')), part('lost', opportunities.lost, 'count', rows('lost'))]);
    case 'wonValue':
      return explained(opportunities.wonFen, 'fen', [part('won', opportunities.won, 'count', rows('won'))]);
    case 'cycle':
      return explained(opportunities.cycleMeanDays, 'days', [part('won', opportunities.won, 'count', rows('cycle')), part('medianDays', opportunities.cycleMedianDays, 'days')]);
    default:
      return assertNever(figure);
  }
}

function part(label: ExplainLabel, value: number | null, unit: ExplanationPart['unit'], drill: Drill | null = null): ExplanationPart {
  return { label, value, unit, drill };
}
