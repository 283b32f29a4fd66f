import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { type YearMonth, yearMonth } from './month';

dayjs.extend(utc);

/** A calendar day without a clock or zone, `YYYY-MM-DD`. Sorts as text. */
export type Day = string & { readonly __unit: 'day' };
/** Whole days since 1970-01-01: how the ledger's columns hold a day. */
export type EpochDay = number & { readonly __unit: 'epoch-day' };

const MS_PER_DAY = 86_400_000;

export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).format('YYYY-MM-DD') === text;
}

/** Throws on anything but an existing `YYYY-MM-DD` (2024-02-30 does not exist). */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
}

export const toEpochDay = (value: Day): EpochDay => (dayjs.utc(value).valueOf() / MS_PER_DAY) as EpochDay;
export const fromEpochDay = (value: number): Day => dayjs.utc(value * MS_PER_DAY).format('YYYY-MM-DD') as Day;
export const monthOfDay = (value: Day): YearMonth => yearMonth(value.slice(0, 7));
export const addDays = (value: Day, count: number): Day => fromEpochDay(toEpochDay(value) + count);
/** The same date so many years later; 29 February becomes the 28th where there is none. */
export const addYears = (value: Day, count: number): Day => dayjs.utc(value).add(count, 'year').format('YYYY-MM-DD') as Day;
export const firstDayOf = (month: YearMonth): Day => day(`${month}-01`);
export const lastDayOf = (month: YearMonth): Day => dayjs.utc(`${month}-01`).endOf('month').format('YYYY-MM-DD') as Day;
/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (value: Day): number => dayjs.utc(value).day();
/** The instant (ISO, UTC) so many days of 24 hours later; earlier for a negative count. */
export const addDaysToInstant = (instant: string, days: number): string => dayjs.utc(instant).add(days, 'day').toISOString();
/** The day on this machine's wall calendar at an instant (ms since 1970). */
export const localDayOf = (ms: number): Day => dayjs(ms).format('YYYY-MM-DD') as Day;
