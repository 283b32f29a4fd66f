import type { DryRun } from '@shared/contracts/import-run';
import type { ColumnTotal } from '@shared/records/import-batch';

/** All three in 1/10,000 of the unit. difference = source − booked, exactly. */
export interface TotalDifference {
  readonly source: bigint;
  readonly booked: bigint;
  readonly difference: bigint;
}

/** Money is booked in 分 (1/100), quantities in 1/10,000: both sides are brought to 1/10,000 before they are compared. */
export function totalDifference(total: ColumnTotal): TotalDifference {
  const source = BigInt(total.sourceTotal);
  const booked = BigInt(total.bookedTotal) * (total.unit === 'money' ? 100n : 1n);
  return { source, booked, difference: source - booked };
}

export type DifferenceNote =
  | { readonly kind: 'none' }
  /** Every line was booked; each was rounded half-even to 分. */
  | { readonly kind: 'rounding'; readonly difference: bigint }
  | { readonly kind: 'rejected'; readonly difference: bigint; readonly rows: number; readonly withoutAmount: number }
  | { readonly kind: 'both'; readonly difference: bigint; readonly rejected: bigint; readonly rounding: bigint }
  /** The list of rejected rows is cut or does not carry this column: only what is sure is said. */
  | { readonly kind: 'unlisted'; readonly difference: bigint };

/** Half a 分 per row, in 1/10,000 yuan: more than that rounding cannot explain. */
const ROUNDING_PER_ROW = 50n;

/** Why a column's file total and booked total differ, as far as the rejected rows and rounding to 分 explain it exactly. */
export function explainDifference(total: ColumnTotal, dryRun: DryRun): DifferenceNote {
  const { difference } = totalDifference(total);
  if (difference === 0n) return { kind: 'none' };
  const bound = ROUNDING_PER_ROW * BigInt(dryRun.rows);
  const within = (value: bigint) => value <= bound && value >= -bound;
  if (dryRun.rejected === 0 && within(difference)) return { kind: 'rounding', difference };
  const amounts = amountByLine(dryRun);
  if (amounts.size !== dryRun.rejected) return { kind: 'unlisted', difference };
  const known = [...amounts.values()].filter((amount) => amount !== null);
  const rejected = known.reduce((sum, amount) => sum + BigInt(amount) * 100n, 0n);
  const rounding = difference - rejected;
  if (rounding === 0n) return { kind: 'rejected', difference, rows: known.length, withoutAmount: amounts.size - known.length };
  return within(rounding) ? { kind: 'both', difference, rejected, rounding } : { kind: 'unlisted', difference };
}

/** A row rejected for two reasons is listed twice but counted once. */
function amountByLine(dryRun: DryRun): Map<number, number | null> {
  const amounts = new Map<number, number | null>();
  for (const issue of dryRun.issues) amounts.set(issue.line, amounts.get(issue.line) ?? issue.amountFen);
  return amounts;
}

/** What the file holds in other currencies and is not booked, in 1/10,000 of each: the lines named `amount USD`. */
export function unbookedForeign(totals: readonly ColumnTotal[]): { currency: string; units: bigint }[] {
  return totals.flatMap((total) => {
    const [field, currency] = total.field.split(' ');
    const units = totalDifference(total).difference;
    return currency === undefined || units === 0n || (field !== 'amount' && field !== 'wonAmount') ? [] : [{ currency, units }];
  });
}
