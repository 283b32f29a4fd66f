import { type Day, isDay } from '../../kernel/day';
import { type Result, err, ok } from '../../kernel/result';
import { cleanText, toHalfWidth } from './normalise-text';
import { readSerial } from './read-serial';

export type DayFailure = 'date.malformed' | 'date.missingDay' | 'date.ambiguous' | 'date.bareNumber' | 'date.serial';
export type DateOrder = 'ymd' | 'mdy' | 'dmy' | 'serial1900' | 'serial1904';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
/** A clock time after the date is dropped: the business date is the one written, in whatever zone. */
const TIME = /(?:[T\s]+|,\s*)(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s*(?:[AP]M)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
/** More digits are a date run together (20240708), or no date at all. */
const BARE_NUMBER = /^-?\d{1,7}(?:\.\d+)?$/;
/** A bare 2024 is a year, not a day of 1905: as text, day numbers begin with the year 1927. */
const LEAST_BARE = 10_000;

/**
 * The calendar day a cell names. Reads 2024-07-08, 2024/7/8, 2024.7.8, 20240708, 2024年7月8日, Oct 7, 2025, 7 Oct 2025 and
 * 07/08/2024, each with or without a time; bare day numbers (45123.5) only where the order says from which year they count.
 * Month and day both ≤ 12 and no order known: `date.ambiguous`. A day that does not exist (2024-02-30), a two-digit year
 * and blank text are `date.malformed`.
 */
export function readDay(text: string, order: DateOrder | null): Result<Day, DayFailure> {
  const plain = cleanText(toHalfWidth(text));
  if (plain.length > 40) return err('date.malformed');
  const date = plain.replace(TIME, '').trim();
  const year = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))$/.exec(date);
  if (year) {
    const found = year.slice(2).filter((part) => part !== undefined);
    return calendarDay(year[1]!, found[0]!, found[1]!);
  }
  if (/^\d{4}(?:[-/.]\d{1,2}|年\d{1,2}月)$/.test(date)) return err('date.missingDay');
  if (BARE_NUMBER.test(plain)) return order === 'serial1900' || order === 'serial1904' ? bareSerial(Number(plain), order) : err('date.bareNumber');
  const named = readNamedMonth(date);
  if (named !== null) return named;
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(date);
  if (!parts) return err('date.malformed');
  const asMdy = calendarDay(parts[4]!, parts[1]!, parts[3]!);
  const asDmy = calendarDay(parts[4]!, parts[3]!, parts[1]!);
  if (order === 'mdy') return asMdy;
  if (order === 'dmy') return asDmy;
  if (!asMdy.ok) return asDmy;
  if (!asDmy.ok || asDmy.value === asMdy.value) return asMdy;
  return err('date.ambiguous');
}

function bareSerial(value: number, order: 'serial1900' | 'serial1904'): Result<Day, 'date.serial'> {
  const serial = readSerial(value, order === 'serial1900' ? '1900' : '1904');
  if (!serial.ok || value < LEAST_BARE || serial.value.day > LAST_DAY) return err('date.serial');
  return ok(serial.value.day);
}

function readNamedMonth(date: string): Result<Day, DayFailure> | null {
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(date);
  const dayFirst = /^(\d{1,2})[\s-]([a-z]{3,9})\.?[\s-](\d{4})$/i.exec(date);
  if (!monthFirst && !dayFirst) return null;
  const name = (monthFirst ? monthFirst[1]! : dayFirst![2]!).toLowerCase();
  const month = Math.max(MONTHS.indexOf(name === 'sept' ? 'sep' : name), MONTH_NAMES.indexOf(name)) + 1;
  if (month === 0) return err('date.malformed');
  return monthFirst ? calendarDay(monthFirst[3]!, String(month), monthFirst[2]!) : calendarDay(dayFirst![3]!, String(month), dayFirst![1]!);
}

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

function calendarDay(year: string, month: string, dayOfMonth: string): Result<Day, DayFailure> {
  const text = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isDay(text) && text >= FIRST_DAY && text <= LAST_DAY ? ok(text) : err('date.malformed');
}

/** How a cell can be read as a date: one way, only with the month (or the day) first, both ways, or not at all. */
export function dateWays(text: string): 'one' | 'mdy' | 'dmy' | 'both' | 'none' {
  const mdy = readDay(text, 'mdy');
  const dmy = readDay(text, 'dmy');
  if (mdy.ok && dmy.ok) return mdy.value === dmy.value ? 'one' : 'both';
  return mdy.ok ? 'mdy' : dmy.ok ? 'dmy' : 'none';
}
