import table from 'chinese-days/dist/chinese-days.json';
import { type Day, day, firstDayOf, lastDayOf, monthOfDay, weekdayOf } from '../../kernel/day';
import { type YearMonth, addMonths } from '../../kernel/month';
import type { Period } from '../../kernel/period';
import { type Rate, ratioOf } from '../../kernel/rate';

/** Per month: at d, the working days from the 1st to the dth, so that any span is two look-ups. */
const counts = new Map<YearMonth, readonly number[]>();
const dateOf = (value: Day): number => Number(value.slice(8));

/**
 * The library's table is read, not its functions: those take days in UTC and print them in local time, which is the day
 * before anywhere west of Greenwich.
 */
const holidays: ReadonlySet<string> = new Set(Object.keys(table.holidays));
const madeUpDays: ReadonlySet<string> = new Set(Object.keys(table.workdays));
const knownYears: ReadonlySet<string> = new Set(Object.keys(table.holidays).map((date) => date.slice(0, 4)));

function isWorkingDay(value: Day): boolean {
  const weekday = weekdayOf(value);
  return madeUpDays.has(value) || (weekday !== 0 && weekday !== 6 && !holidays.has(value));
}

function countOf(month: YearMonth): readonly number[] {
  const known = counts.get(month);
  if (known) return known;
  const upTo = [0];
  for (let date = 1; date <= dateOf(lastDayOf(month)); date++) {
    const value = day(`${month}-${String(date).padStart(2, '0')}`);
    upTo.push(upTo.at(-1)! + (isWorkingDay(value) ? 1 : 0));
  }
  counts.set(month, upTo);
  return upTo;
}

/** Working days from a day to a day, both included: weekdays without Chinese holidays, with 调休 days. 0 if to is before from. */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to < from) return 0;
  const first = monthOfDay(from);
  const last = monthOfDay(to);
  let total = countOf(last)[dateOf(to)]! - countOf(first)[dateOf(from) - 1]!;
  for (let month = first; month < last; month = addMonths(month, 1)) total += countOf(month).at(-1)!;
  return total;
}

/** True where the holiday table does not reach (today: after 2026, before 2004): there only weekends are free. */
export function isCalendarEstimated(from: Day, to: Day): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) if (!knownYears.has(String(year).padStart(4, '0'))) return true;
  return false;
}

export interface TimeProgress {
  readonly workingDays: number;
  /** Up to and including today. */
  readonly elapsed: number;
  /** elapsed ÷ workingDays; null for a period without working days. */
  readonly progress: Rate | null;
}

/** 时间进度: 0 before the period, 1 after it. */
export function timeProgress(period: Pick<Period, 'from' | 'to'>, today: Day): TimeProgress {
  const workingDays = workingDaysBetween(period.from, period.to);
  const elapsed = workingDaysBetween(period.from, today < period.to ? today : period.to);
  return { workingDays, elapsed, progress: ratioOf(elapsed, workingDays) };
}

/** Working days of a month that lie within some days, null = open: 0 where they do not meet. */
export function workingDaysOfMonth(month: YearMonth, from: Day | null, to: Day | null): number {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  return workingDaysBetween(from !== null && from > first ? from : first, to !== null && to < last ? to : last);
}
