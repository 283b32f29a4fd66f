import type { Comparison, Growth, Headline, HeadlineKey } from '../../contracts/analysis';
import { type Day, firstDayOf, lastDayOf, monthOfDay, toEpochDay } from '../../kernel/day';
import { type YearMonth, monthsBetween } from '../../kernel/month';
import { growthOf, shiftOf } from './growth';
import type { DealOutcome } from './read-deals';
import type { SalesReading } from './read-sales';
import type { SaleSums } from './sale-sums';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

interface HeadlineInput {
  readonly period: Days;
  readonly comparison: Comparison;
  readonly reading: SalesReading;
  /** Null where the scope closed no opportunities. */
  readonly deals: ((days: Days | null) => DealOutcome) | null;
  readonly sparkMonths: readonly YearMonth[];
  /** Months that hold facts of the measure, oldest first. */
  readonly covered: readonly YearMonth[];
  /** Order lines, which can come back and carry a margin. */
  readonly ofOrders: boolean;
}

/** One figure as it is asked for any days; the sums are those of the same days. */
type Measure = (sums: SaleSums, days: Days) => number | null;

/**
 * The figures of the strip, each with what it was in the compared days of last year and of the period before. An amount or count of
 * days that are not wholly imported is not known. New customers are not known where the days reach back to the first month of
 * all: then everybody is new. Figures without any base (no margin, no opportunities) are left out.
 */
export function headlinesOf({ period, comparison, reading, deals, sparkMonths, covered, ofOrders }: HeadlineInput): Headline[] {
  const known = new Set(covered);
  const isWhole = ({ from, to }: Days) => monthsBetween(monthOfDay(from), monthOfDay(to)).every((month) => known.has(month));
  const firstMonth = covered[0];
  const measures: Partial<Record<HeadlineKey, Measure>> = {
    actual: (sums) => sums.netFen,
    ...(ofOrders ? { marginRate: (sums) => sums.marginRate, returns: (sums) => sums.returnsFen } : {}),
    customers: (sums) => sums.customers,
    newCustomers: (sums, { from, to }) => (firstMonth === undefined || monthOfDay(from) <= firstMonth ? null : sums.newCustomers(reading.firstDays, toEpochDay(from), toEpochDay(to))),
    ...(deals === null ? {} : { winRate: (_, days) => deals(days).winRate, cycle: (_, days) => deals(days).cycleDays }),
  };
  return (Object.entries(measures) as [HeadlineKey, Measure][]).map(([key, measure]): Headline => {
    const ofDeals = key === 'winRate' || key === 'cycle';
    const inDays = (sums: SaleSums, days: Days | null) => (days === null || !(ofDeals || isWhole(days)) ? null : measure(sums, days));
    const now = inDays(reading.now, comparison.now);
    const against = (sums: SaleSums, days: Days): Growth => {
      const base = inDays(sums, days);
      return key === 'returns' ? growthOf(sizeOf(now), sizeOf(base)) : (isRate.has(key) ? shiftOf : growthOf)(now, base);
    };
    return {
      key,
      value: ofDeals || monthsOf(period).some((month) => known.has(month)) ? measure(reading.period, period) : null,
      lastYear: against(reading.lastYear, comparison.lastYear),
      previous: against(reading.previous, comparison.previous),
      months: sparkMonths.map((month) => inDays(reading.months.get(month)!, { from: firstDayOf(month), to: lastDayOf(month) })),
    };
  }).filter((headline) => headline.key !== 'marginRate' || [headline.value, headline.lastYear.base, headline.previous.base, ...headline.months].some((value) => value !== null));
}

const sizeOf = (value: number | null): number | null => (value === null ? null : Math.abs(value));
const monthsOf = ({ from, to }: Days): YearMonth[] => monthsBetween(monthOfDay(from), monthOfDay(to));
const isRate: ReadonlySet<HeadlineKey> = new Set<HeadlineKey>(['marginRate', 'winRate', 'cycle']);
