import type { Comparison } from '../../contracts/analysis';
import { type Day, addDays, toEpochDay } from '../../kernel/day';
import { type Period, lastYearOf } from '../../kernel/period';
import { isCalendarEstimated, workingDaysBetween } from '../calendar/working-days';
import { previousPeriod } from '../packs/previous-period';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Which days of a period are compared with which days of last year's and of the one before. A period ends for this where its
 * facts end: today, or on `lastFact` (the last day that anybody's facts reach) when working days have gone by since. Of the earlier
 * periods as many working days are taken from their beginning, with at most as many free days after the last of them; calendar
 * days where the holidays are not known or no working day has passed.
 */
export function comparisonOf(period: Period, lastFact: Day | null, today: Day, fiscalYearStartMonth: number): Comparison {
  const lastYear = daysOf(lastYearOf(period));
  const previous = daysOf(previousPeriod(period, fiscalYearStartMonth));
  const now = lastFact === null ? null : daysReached(period, lastFact, today);
  if (now === null || now.to === period.to) return { basis: 'whole', days: workingDaysBetween(period.from, period.to), now, lastYear, previous };
  const elapsed = workingDaysBetween(now.from, now.to);
  const estimated = [period, lastYear, previous].some(({ from, to }) => isCalendarEstimated(from, to));
  if (elapsed === 0 || estimated) {
    const days = toEpochDay(now.to) - toEpochDay(now.from) + 1;
    const firstDays = (whole: Days): Days => ({ from: whole.from, to: earlier(whole.to, addDays(whole.from, days - 1)) });
    return { basis: 'calendarDays', days, now, lastYear: firstDays(lastYear), previous: firstDays(previous) };
  }
  const free = freeDaysAtEnd(now);
  return { basis: 'workingDays', days: elapsed, now, lastYear: firstWorkingDays(lastYear, elapsed, free), previous: firstWorkingDays(previous, elapsed, free) };
}

const daysOf = ({ from, to }: Days): Days => ({ from, to });
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

function daysReached({ from, to }: Days, lastFact: Day, today: Day): Days | null {
  const due = earlier(to, today);
  if (lastFact < from || due < from) return null;
  const reached = lastFact >= due || workingDaysBetween(addDays(lastFact, 1), due) === 0 ? due : lastFact;
  return { from, to: reached };
}

/** Days of the beginning that hold so many working days, ending in at most `free` days off. */
function firstWorkingDays(whole: Days, count: number, free: number): Days {
  let to = whole.from;
  let off = 0;
  while (to < whole.to) {
    const next = addDays(to, 1);
    const passed = workingDaysBetween(whole.from, next);
    if (passed > count || (passed === count && workingDaysBetween(next, next) === 0 && ++off > free)) break;
    to = next;
  }
  return { from: whole.from, to };
}

function freeDaysAtEnd({ from, to }: Days): number {
  let free = 0;
  for (let at = to; at >= from && workingDaysBetween(at, at) === 0; at = addDays(at, -1)) free++;
  return free;
}
