import type { DryRun } from '@shared/contracts/import-run';
import { fen } from '@shared/kernel/fen';
import { splitByLargestRemainder } from '@shared/kernel/rounding';

export const outcomes = ['added', 'changed', 'unchanged', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

/** Tenths of a percent per outcome, by largest remainder, so that what is read sums to 100.0 %. All 0 for a file without rows. */
export function dryRunShares(dryRun: Pick<DryRun, Outcome>): Record<Outcome, number> {
  const counts = outcomes.map((outcome) => dryRun[outcome]);
  if (counts.every((count) => count === 0)) return { added: 0, changed: 0, unchanged: 0, rejected: 0 };
  const [added, changed, unchanged, rejected] = splitByLargestRemainder(fen(1000), counts);
  return { added: added!, changed: changed!, unchanged: unchanged!, rejected: rejected! };
}
