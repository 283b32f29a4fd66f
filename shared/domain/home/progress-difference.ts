import type { TargetFigures } from '../../contracts/figures';
import { type Fen, fen } from '../../kernel/fen';
import { roundHalfUp } from '../../kernel/rounding';

/** Pace below which somebody is at risk. Source: look/README.md «Status». */
export const RISK_PACE = 0.95;

/** Actual − target × time progress, rounded half-up: how far ahead (or, below 0, behind) of time it stands. Null where one is not known. */
export function progressDifference({ targetFen, actualFen }: Pick<TargetFigures, 'targetFen' | 'actualFen'>, time: { readonly elapsed: number; readonly workingDays: number }): Fen | null {
  if (targetFen === null || actualFen === null || time.workingDays === 0) return null;
  return fen(actualFen - Number(roundHalfUp(BigInt(targetFen) * BigInt(time.elapsed), BigInt(time.workingDays))));
}
