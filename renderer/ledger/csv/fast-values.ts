import { isDay, toEpochDay } from '@shared/kernel/day';

/** Not readable by the fast path: the caller decodes the text and asks the full rules. */
export const SLOW = Number.NaN;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const UNKNOWN = -2_147_483_648;
const days = new Int32Array((LAST_YEAR - FIRST_YEAR + 1) * 12 * 31).fill(UNKNOWN);

/** Epoch day of plain `YYYY-MM-DD` (or / or ., one-digit months and days too), also before ` HH:MM…`; SLOW for all else. */
export function fastDay(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 8 || length > 19) return SLOW;
  const year = digits(bytes, start, start + 4);
  const mark = bytes[start + 4]!;
  if (mark !== 45 && mark !== 47 && mark !== 46) return SLOW;
  let at = start + 5;
  const monthEnd = bytes[at + 1] === mark ? at + 1 : at + 2;
  if (bytes[monthEnd] !== mark) return SLOW;
  const month = digits(bytes, at, monthEnd);
  at = monthEnd + 1;
  const dayEnd = at + 2 <= end && isDigit(bytes[at + 1]!) ? at + 2 : at + 1;
  const dayOfMonth = digits(bytes, at, dayEnd);
  if (dayEnd < end && !isClock(bytes, dayEnd, end)) return SLOW;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31)) return SLOW;
  const index = ((year - FIRST_YEAR) * 12 + month - 1) * 31 + dayOfMonth - 1;
  const known = days[index]!;
  return known === UNKNOWN ? learnDay(index, year, month, dayOfMonth) : known;
}

function learnDay(index: number, year: number, month: number, dayOfMonth: number): number {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  if (!isDay(text)) return SLOW;
  return (days[index] = toEpochDay(text));
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** ` 14:56` or `T14:56:28`: the rest of a timestamp. */
function isClock(bytes: Uint8Array, start: number, end: number): boolean {
  if ((bytes[start] !== 32 && bytes[start] !== 84) || end - start < 6) return false;
  for (let i = start + 1; i < end; i++) if (!isDigit(bytes[i]!) && bytes[i] !== 58) return false;
  return true;
}

function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return SLOW;
    value = value * 10 + digit;
  }
  return value;
}

/** 1/10,000 units of a plain `-1234.5678` with a decimal point and at most 11 whole digits; SLOW for all else. */
export function fastUnits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative) at++;
  const wholeStart = at;
  let value = 0;
  while (at < end) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    at++;
  }
  if (at === wholeStart || at - wholeStart > 11) return SLOW;
  let scale = 10_000;
  if (at < end) {
    if (bytes[at] !== 46) return SLOW;
    at++;
    if (at === end || end - at > 4) return SLOW;
    for (; at < end; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9) return SLOW;
      value = value * 10 + digit;
      scale /= 10;
    }
  }
  const units = value * scale;
  return negative && units !== 0 ? -units : units;
}
