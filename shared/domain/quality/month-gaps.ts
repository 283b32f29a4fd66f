import { type YearMonth, monthFromNumber, monthNumber } from '../../kernel/month';

/** A month with less than this share of the median around it has few rows. */
const FEW = 0.2;
/** Months before and after that a month is held against. */
const AROUND = 3;

export interface GapOfMonths {
  readonly kind: 'empty' | 'few';
  readonly from: YearMonth;
  readonly to: YearMonth;
  readonly rows: number;
  /** Median of the rows of the filled months around. */
  readonly usual: number;
}

/**
 * Months without any row between the first and the last (a run of them is one gap), and months with less than a fifth of the
 * median of the filled ones among three before and three after. `running` is not over yet and is not judged, nor is what comes
 * after it; nothing counted, or a single month: [].
 */
export function monthGaps(rowsOf: ReadonlyMap<YearMonth, number>, running: YearMonth): GapOfMonths[] {
  const filled = [...rowsOf].filter(([month, rows]) => rows > 0 && month < running).sort(([a], [b]) => (a < b ? -1 : 1));
  const gaps: GapOfMonths[] = [];
  for (const [at, [month, rows]] of filled.entries()) {
    const before = filled[at - 1];
    if (before !== undefined && monthNumber(month) - monthNumber(before[0]) > 1) {
      gaps.push({ kind: 'empty', from: monthFromNumber(monthNumber(before[0]) + 1), to: monthFromNumber(monthNumber(month) - 1), rows: 0, usual: medianOf(filled.slice(Math.max(0, at - AROUND), at + AROUND).map(([, count]) => count)) });
    }
    const around = filled.filter(([other], place) => place !== at && Math.abs(monthNumber(other) - monthNumber(month)) <= AROUND).map(([, count]) => count);
    if (around.length < 2) continue;
    const usual = medianOf(around);
    if (rows < FEW * usual) gaps.push({ kind: 'few', from: month, to: month, rows, usual });
  }
  return gaps;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
