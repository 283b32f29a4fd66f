import type { Drill } from './drill';

/**
 * Every figure the program defines, by the group it stands in: the order of the definitions page. Each has a name and a
 * formula in words in the messages `definitions`; the drawer, the pack and docs/definitions.* take them from there alone.
 */
export const FIGURE_GROUPS = [
  { group: 'groupTarget', figures: ['target', 'actual', 'attainment', 'gap', 'split', 'time', 'pace', 'forecast', 'perDay', 'lastYear', 'growth', 'change', 'yearTarget', 'yearActual', 'yearProgress'] },
  { group: 'groupSales', figures: ['net', 'sales', 'returns', 'returnRate', 'margin', 'marginRate', 'lines', 'customers', 'newCustomers', 'customer', 'pareto'] },
  { group: 'groupOpportunity', figures: ['won', 'lost', 'closed', 'winRate', 'wonValue', 'cycle', 'cycleMedian', 'stage', 'stageValue', 'created', 'reached', 'conversion', 'cohortWon', 'cohortRate'] },
  { group: 'groupReview', figures: ['kpiAttainment', 'kpiScore', 'sectionScore', 'total', 'grade', 'base', 'marginal', 'wholeAmount', 'modeDifference', 'late', 'payable'] },
] as const;

export type FigureKey = (typeof FIGURE_GROUPS)[number]['figures'][number];

/** What stands in a formula and is no figure of its own. */
type PartKey =
  | 'unassigned' | 'assigned' | 'children' | 'elapsed' | 'workingDays' | 'daysLeft' | 'lastYearItself' | 'comparedNow' | 'comparedBefore' | 'comesNext' | 'targetReached' | 'returnsSize' | 'allCustomers'
  | 'kpiTarget' | 'kpiTargetSize' | 'kpiActual' | 'onTarget' | 'points' | 'floor' | 'cap' | 'band' | 'belowFirst' | 'curveEnd' | 'pointBelow' | 'pointSpan' | 'scoreSpan' | 'scoreBelow' | 'weights'
  | 'commissionBand';

/** A defined figure or part by its key in the messages `definitions`, of a period and from a threshold where it has them; or a proper name: a person, a customer, a section. */
export type FigureName =
  | { readonly key: FigureKey | `part_${PartKey}`; readonly period?: string; readonly from?: Quantity }
  | { readonly text: string; readonly from?: Quantity };

/** A number with what it counts: 分, a fraction, whole days, a mean of days, a count, points of a score, a multiplier. Null = not known. */
export interface Quantity {
  readonly unit: 'fen' | 'rate' | 'days' | 'meanDays' | 'count' | 'score' | 'factor';
  readonly value: number | null;
}

/** One line of a formula, worked down from the first like the tape of an adding machine. */
export interface FormulaLine {
  /** What it does to the result so far; the first line starts it, `gives` puts its own in its place (the score of a band). */
  readonly op: 'start' | 'plus' | 'minus' | 'times' | 'over' | 'atLeast' | 'atMost' | 'gives';
  readonly name: FigureName;
  readonly value: Quantity;
  /** The two numbers whose product it is (up to rounding); null where it is none. */
  readonly product: readonly [Quantity, Quantity] | null;
  /** Why this number, in turn; null where nothing more is to be said of it. */
  readonly part: Explanation | null;
}

/** Why a figure is what it is: all that the drawer «why this number» shows but the rows themselves. */
export interface Explanation {
  readonly figure: FigureKey;
  /** Whose it is, and the key of its period. */
  readonly of: { readonly name: FigureName; readonly period: string };
  readonly result: Quantity;
  /** [] = not worked out of other figures: a sum or count of rows, or a number somebody set. */
  readonly lines: readonly FormulaLine[];
  /** The version in force of the plan a target comes from; null where no target takes part. */
  readonly plan: { readonly planId: string; readonly version: number } | null;
  /** The same figure one level up, and what part of it this one is; null for the scope itself. */
  readonly above: { readonly name: FigureName; readonly value: Quantity; readonly share: number | null } | null;
  /** The rows it rests on; null = none (a target, time). */
  readonly drill: Drill | null;
}
