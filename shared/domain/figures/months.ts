import type { MonthPoint } from '../../contracts/figures';
import { type Day, firstDayOf, lastDayOf } from '../../kernel/day';
import type { Fen } from '../../kernel/fen';
import { type YearMonth, addMonths } from '../../kernel/month';
import type { Actuals } from './actuals';

/** The twelve months of a fiscal year for a scope: target, actual (null = nothing imported), the same month of last year. */
export function monthPoints(
  yearMonths: readonly YearMonth[],
  actuals: Actuals,
  leaves: readonly string[],
  targetOf: (month: YearMonth) => Fen | null,
  today: Day,
): MonthPoint[] {
  return yearMonths.map((month) => ({
    month,
    targetFen: targetOf(month),
    actualFen: actuals.sum(leaves, [month]),
    lastYearFen: actuals.sum(leaves, [addMonths(month, -12)]),
    partial: firstDayOf(month) <= today && today <= lastDayOf(month),
  }));
}

/** First and last month that hold facts of the measure, and the last of them that had ended before today. */
export function dataRange({ months }: Actuals, today: Day): { firstMonth: YearMonth | null; lastMonth: YearMonth | null; lastCompleteMonth: YearMonth | null } {
  return {
    firstMonth: months[0] ?? null,
    lastMonth: months.at(-1) ?? null,
    lastCompleteMonth: months.findLast((month) => lastDayOf(month) < today) ?? null,
  };
}
