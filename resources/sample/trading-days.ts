import { workingDaysBetween } from '@shared/domain/calendar/working-days';
import { type Day, addDays, day, firstDayOf, lastDayOf, toEpochDay } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';

/** A working day and how much of an ordinary one is ordered on it. */
export interface TradingDay {
  readonly day: Day;
  readonly weight: number;
}

/** First days of the lunar years 乙巳 and 丙午. */
const springFestivals = [day('2025-01-29'), day('2026-02-17')];

/** Buyers leave before the holiday and are slow to come back: the dip moves with the festival, not with the month. */
function springDip(date: Day): number {
  for (const festival of springFestivals) {
    const away = toEpochDay(date) - toEpochDay(festival);
    if (away >= -4 && away <= 7) return 0.2;
    if (away >= -12 && away < -4) return 0.6;
    if (away > 7 && away <= 16) return 0.65;
  }
  return 1;
}

/** The working days of a month by the Chinese calendar (holidays and 调休), with the spring dip; never empty. */
export function tradingDays(month: YearMonth): TradingDay[] {
  const days: TradingDay[] = [];
  const last = lastDayOf(month);
  for (let date = firstDayOf(month); date <= last; date = addDays(date, 1)) {
    if (workingDaysBetween(date, date) === 1) days.push({ day: date, weight: springDip(date) });
  }
  return days;
}
