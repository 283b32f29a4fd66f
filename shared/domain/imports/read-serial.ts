import type { DateSystem } from '../../contracts/import-run';
import { type Day, fromEpochDay } from '../../kernel/day';
import { type Result, err, ok } from '../../kernel/result';

/** Epoch days of day number 0 in each system; the 1900 system counts a 29 February 1900 that never was (60), so days before it are one further on. */
const ZERO_1900 = -25_569;
const ZERO_1904 = -24_107;
const FEB_29_1900 = 60;
/** 9999-12-31 in either system. */
const LAST = { '1900': 2_958_465, '1904': 2_957_003 } as const;
const SECONDS = 86_400;
/** A midnight computed in binary falls short by less than this part of a day. */
const SHORT_OF_MIDNIGHT = 0.001 / SECONDS;

export interface SerialDay {
  readonly day: Day;
  /** Seconds of the day, rounded; 0 = no clock time. */
  readonly seconds: number;
}

/**
 * The day that a workbook's day number means, with its clock time. Numbers that Excel itself cannot show as a day (negative,
 * beyond 9999-12-31, 0 and the invented 60 of the 1900 system) are `date.serial`. Source: ECMA-376 part 1, 18.17.4.1.
 */
export function readSerial(serial: number, system: DateSystem): Result<SerialDay, 'date.serial'> {
  const whole = Math.floor(serial + SHORT_OF_MIDNIGHT);
  const least = system === '1900' ? 1 : 0;
  if (!(whole >= least && whole <= LAST[system]) || (system === '1900' && whole === FEB_29_1900)) return err('date.serial');
  const early = system === '1900' && whole < FEB_29_1900 ? 1 : 0;
  const day = fromEpochDay(whole + early + (system === '1900' ? ZERO_1900 : ZERO_1904));
  return ok({ day, seconds: Math.min(SECONDS - 1, Math.max(0, Math.round((serial - whole) * SECONDS))) });
}
