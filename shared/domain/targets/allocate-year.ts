import type { Fen } from '../../kernel/fen';
import { type Result, assertNever, err } from '../../kernel/result';
import type { TargetRow } from '../../records/target-row';
import { respread } from './respread';
import { ALL_MONTHS, type TargetBook, type TargetRefusal } from './target-book';
import { MONTHS } from './target-sheet';

export type LeafShares = 'lastYear' | 'equal';
export type TimeShape = 'lastYear' | 'equal' | 'workingDays';

/** Last year's actuals of the plan's measure: leaf l, month m at l × 12 + m, in 分. */
export interface LastYearActuals {
  readonly leaves: readonly string[];
  readonly lastYear: Float64Array;
  /** Whose each leaf is, also of memberships that have left the tree. */
  readonly personOf: ReadonlyMap<string, string>;
}

export interface YearAllocation {
  readonly nodeId: string;
  readonly annualFen: Fen;
  readonly shares: LeafShares;
  readonly timeShape: TimeShape;
  readonly actuals: LastYearActuals;
}

/**
 * Hands an annual number down to every leaf and month below a node: a cell's share is its person's share × its month's
 * × the part of the month's working days they are there (a move in mid-month splits by working days). A person's share
 * by last year is what they sold in any unit; losses count as 0. Without any last year, everybody and every month is equal.
 * Locks, buffers and the node's assigned number as in `respread`; it is rounded once, at the leaves.
 */
export function allocateYear(book: TargetBook, allocation: YearAllocation): Result<TargetRow[], TargetRefusal> {
  const { tree } = book;
  const index = tree.indexOf.get(allocation.nodeId);
  if (index === undefined) return err({ code: 'targets.unknownNode' });
  const leaves = tree.nodes[index]!.leaves;
  const monthShare = monthShares(book, leaves, allocation);
  const personShare = personShares(book, leaves, allocation);
  return respread(book, index, 'year', allocation.annualFen, (leaf, month) => {
    const node = tree.nodes[leaf]!;
    const presence = node.activeDays[month]! / (tree.workingDays[month] || 1);
    return (personShare.get(node.personId) ?? 0) * monthShare[month]! * presence;
  });
}

/** Fractions of the largest, so that products of shares stay within a double's precision. */
function scaled(values: readonly number[]): number[] {
  const positive = values.map((value) => Math.max(0, value));
  const largest = Math.max(0, ...positive);
  return largest === 0 ? positive.map(() => 1) : positive.map((value) => value / largest);
}

function monthShares(book: TargetBook, leaves: readonly number[], { timeShape, actuals }: YearAllocation): number[] {
  switch (timeShape) {
    case 'equal':
      return ALL_MONTHS.map(() => 1);
    case 'workingDays':
      return scaled(book.tree.workingDays);
    case 'lastYear': {
      const persons = new Set(leaves.map((leaf) => book.tree.nodes[leaf]!.personId));
      const rows = actuals.leaves.flatMap((leaf, row) => (persons.has(actuals.personOf.get(leaf) ?? null) ? [row] : []));
      return scaled(ALL_MONTHS.map((month) => rows.reduce((total, row) => total + actuals.lastYear[row * MONTHS + month]!, 0)));
    }
    default:
      return assertNever(timeShape);
  }
}

function personShares(book: TargetBook, leaves: readonly number[], { shares, actuals }: YearAllocation): Map<string | null, number> {
  const persons = [...new Set(leaves.map((leaf) => book.tree.nodes[leaf]!.personId))];
  if (shares === 'equal') return new Map(persons.map((person) => [person, 1]));
  const totals = new Map<string | null, number>();
  actuals.leaves.forEach((leaf, row) => {
    const person = actuals.personOf.get(leaf);
    const total = ALL_MONTHS.reduce((sum, month) => sum + actuals.lastYear[row * MONTHS + month]!, 0);
    if (person !== undefined) totals.set(person, (totals.get(person) ?? 0) + total);
  });
  const parts = scaled(persons.map((person) => totals.get(person) ?? 0));
  return new Map(persons.map((person, at) => [person, parts[at]!]));
}
