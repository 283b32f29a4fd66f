import { type YearMonth, addMonths, fiscalYearMonths, fiscalYearOf, isYearMonth, yearMonth } from '@shared/kernel/month';

/** The first month of a period key, and how many months it has. The key must be well-formed (the address is checked). */
function monthsOf(key: string, fiscalStart: number): { first: YearMonth; length: 1 | 3 | 12 } {
  if (isYearMonth(key)) return { first: yearMonth(key), length: 1 };
  const start = fiscalYearMonths(Number(key.slice(0, 4)), fiscalStart)[0]!;
  return key.includes('Q') ? { first: addMonths(start, (Number(key.slice(5)) - 1) * 3), length: 3 } : { first: start, length: 12 };
}

/** The period of the same kind before (−1) or after (1): months by one, fiscal quarters and years by theirs. */
export function stepPeriod(key: string, by: -1 | 1, fiscalStart: number): string {
  const { first, length } = monthsOf(key, fiscalStart);
  const next = addMonths(first, by * length);
  if (length === 1) return next;
  return length === 12 ? String(fiscalYearOf(next, fiscalStart)) : quarterOf(next, fiscalStart);
}

/** The fiscal quarter a month belongs to, `2026Q4`. */
export function quarterOf(month: YearMonth, fiscalStart: number): string {
  const year = fiscalYearOf(month, fiscalStart);
  const place = fiscalYearMonths(year, fiscalStart).indexOf(month);
  return `${year}Q${Math.floor(place / 3) + 1}`;
}

/** True when the period has a month between first and last, both included. */
export function overlaps(key: string, fiscalStart: number, first: YearMonth, last: YearMonth): boolean {
  const { first: start, length } = monthsOf(key, fiscalStart);
  return start <= last && addMonths(start, length - 1) >= first;
}

export const fiscalYearOfPeriod = (key: string, fiscalStart: number): number => fiscalYearOf(monthsOf(key, fiscalStart).first, fiscalStart);
