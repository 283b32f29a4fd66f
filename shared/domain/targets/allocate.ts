import { type Fen, fen, sumFen } from '../../kernel/fen';
import { type Result, err, ok } from '../../kernel/result';
import { splitByLargestRemainder } from '../../kernel/rounding';

/** Why a total cannot be spread; `byFen` = how far it is off. */
export interface AllocationRefusal {
  /** locksExceed: the locked cells alone go beyond the total. nothingToSpread: no cell is free to take the rest. */
  readonly code: 'targets.locksExceed' | 'targets.nothingToSpread';
  readonly byFen: Fen;
}

/** A cell to be filled: its share, and its number if it is locked. */
export interface AllocationCell {
  /** ≥ 0; if all free cells have 0, `fallback` counts. */
  readonly share: number;
  /** ≥ 0; what counts where nobody has a share: equal is 1 each. */
  readonly fallback: number;
  /** The number of a locked cell, null = free. */
  readonly lockedFen: Fen | null;
}

/**
 * Spreads a total over cells so that they sum to it exactly: locked cells keep theirs and are subtracted first, the rest
 * goes by share and largest remainder, ties by position. A negative total mirrors. A rest of the other sign is refused,
 * with the amount that the locks are beyond the total. Source: targets.md «Allocate».
 */
export function allocate(total: Fen, cells: readonly AllocationCell[]): Result<Fen[], AllocationRefusal> {
  const rest = fen(total - sumFen(cells.flatMap((cell) => (cell.lockedFen === null ? [] : [cell.lockedFen]))));
  if (total >= 0 ? rest < 0 : rest > 0) return err({ code: 'targets.locksExceed', byFen: fen(Math.abs(rest)) });
  const free = cells.filter((cell) => cell.lockedFen === null);
  if (free.length === 0 && rest !== 0) return err({ code: 'targets.nothingToSpread', byFen: fen(Math.abs(rest)) });
  const shares = free.map((cell) => cell.share);
  const parts = splitByLargestRemainder(rest, shares.some((share) => share > 0) ? shares : free.map((cell) => cell.fallback));
  let next = 0;
  return ok(cells.map((cell) => cell.lockedFen ?? parts[next++]!));
}
