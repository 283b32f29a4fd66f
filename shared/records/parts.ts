import './zod-without-eval';
import { z } from 'zod';
import type { Day } from '../kernel/day';
import { isDay } from '../kernel/day';
import type { Fen } from '../kernel/fen';
import { ID_PATTERN, type Id } from '../kernel/id';
import { isYearMonth, type YearMonth } from '../kernel/month';

/** Building blocks of the record schemas. They refuse NaN, half 分 and impossible dates before anything is stored. */
export const idSchema = z.string().regex(ID_PATTERN).transform((value): Id => value);
/** Text ids that carry meaning: `settings`, `plan-2026`, an identity `source:key`. */
export const keySchema = z.string().min(1).max(400);
export const fenSchema = z.custom<Fen>((value) => Number.isSafeInteger(value) && !Object.is(value, -0), 'not a whole fen');
export const monthSchema = z.custom<YearMonth>((value) => typeof value === 'string' && isYearMonth(value), 'not a month');
export const daySchema = z.custom<Day>((value) => typeof value === 'string' && isDay(value), 'not a day');
/** UTC instant, ISO 8601 with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 });
export const nameSchema = z.string().trim().min(1).max(200);
export const textSchema = z.string().max(20_000);
