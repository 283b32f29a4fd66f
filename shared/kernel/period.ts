import { type Day, firstDayOf, lastDayOf } from './day';
import { type YearMonth, addMonths, fiscalYearMonths, isYearMonth, yearMonth } from './month';
import { type Result, err, ok } from './result';

/** A month `2017-12`, a fiscal quarter `2017Q4` or a fiscal year `2017`; months are in order, never empty. */
export interface Period {
  readonly key: string;
  readonly kind: 'month' | 'quarter' | 'year';
  readonly months: readonly YearMonth[];
  readonly from: Day;
  readonly to: Day;
}

function periodOf(key: string, kind: Period['kind'], months: YearMonth[]): Period {
  return { key, kind, months, from: firstDayOf(months[0]!), to: lastDayOf(months.at(-1)!) };
}

export const monthPeriod = (month: YearMonth): Period => periodOf(month, 'month', [month]);

/** Reads `YYYY-MM`, `YYYYQn` or `YYYY`; quarters and years are fiscal, named by the calendar year they start in. */
export function parsePeriod(text: string, fiscalYearStartMonth: number): Result<Period, 'period.malformed'> {
  if (isYearMonth(text)) return ok(monthPeriod(yearMonth(text)));
  const match = /^(\d{4})(?:Q([1-4]))?$/.exec(text);
  if (!match) return err('period.malformed');
  const months = fiscalYearMonths(Number(match[1]), fiscalYearStartMonth);
  if (!match[2]) return ok(periodOf(text, 'year', months));
  const start = (Number(match[2]) - 1) * 3;
  return ok(periodOf(text, 'quarter', months.slice(start, start + 3)));
}

/** The same period one year earlier. */
export function lastYearOf(period: Period): Period {
  const months = period.months.map((month) => addMonths(month, -12));
  const key = period.key.replace(/^\d{4}/, (year) => String(Number(year) - 1).padStart(4, '0'));
  return periodOf(key, period.kind, months);
}
