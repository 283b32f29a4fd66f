/** A calendar month, `YYYY-MM`. Sorts as text. */
export type YearMonth = string & { readonly __unit: 'month' };

const PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

export const isYearMonth = (text: string): text is YearMonth => PATTERN.test(text);

/** Throws on anything but `YYYY-MM`. */
export function yearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) throw new RangeError(`Not a month: ${text}`);
  return text;
}

/** Months since year 0: the whole number behind month arithmetic and column indexes. */
export const monthNumber = (month: YearMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

export function monthFromNumber(n: number): YearMonth {
  return yearMonth(`${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`);
}

export const addMonths = (month: YearMonth, count: number): YearMonth => monthFromNumber(monthNumber(month) + count);

/** Every month from first to last, both included; empty if last is before first. */
export function monthsBetween(first: YearMonth, last: YearMonth): YearMonth[] {
  const months: YearMonth[] = [];
  for (let n = monthNumber(first); n <= monthNumber(last); n++) months.push(monthFromNumber(n));
  return months;
}

/** The twelve months of the fiscal year named by the calendar year it starts in. */
export function fiscalYearMonths(year: number, firstMonth: number): YearMonth[] {
  const start = yearMonth(`${String(year).padStart(4, '0')}-${String(firstMonth).padStart(2, '0')}`);
  return monthsBetween(start, addMonths(start, 11));
}

/** The fiscal year a month belongs to. */
export function fiscalYearOf(month: YearMonth, firstMonth: number): number {
  const year = Number(month.slice(0, 4));
  return Number(month.slice(5)) >= firstMonth ? year : year - 1;
}
