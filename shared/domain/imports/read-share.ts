import { roundHalfEven } from '../../kernel/rounding';
import { type Result, err, ok } from '../../kernel/result';
import { cleanText, toHalfWidth } from './normalise-text';
import { readDecimal } from './read-decimal';

export type ShareFailure = 'share.malformed' | 'share.outOfRange' | 'share.ambiguous';
/** What a bare number is a part of: of 1, or of 100. */
export type ShareUnit = 'fraction' | 'percent';

/** A share needs no thousands separator and no 万: `0,012` is rather a decimal comma. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const WHOLE = 10_000;

interface WrittenShare {
  readonly hasSign: boolean;
  /** In 1/10,000 of what is written: 12.5 is 125,000, with or without the sign. */
  readonly units: bigint;
}

/** A share as it is written, before it is known what a bare number means; null for anything else. */
export function writtenShare(text: string): WrittenShare | null {
  const plain = cleanText(toHalfWidth(text)).replace(/−|﹣/g, '-');
  const number = plain.replace(/\s*[%﹪]$/, '');
  if (!NUMBER.test(number)) return null;
  const read = readDecimal(number, '.');
  return read.ok ? { hasSign: number !== plain, units: read.value } : null;
}

/**
 * A share of a whole in 1/10,000 of it (half-even beyond that): `12%`, `12％` and, in a column of per cents, `12` are 1,200.
 * A bare number other than 0 whose unit is not known is `share.ambiguous`; below 0 and above the whole are `share.outOfRange`.
 */
export function readShare(text: string, unit: ShareUnit | null): Result<number, ShareFailure> {
  const written = writtenShare(text);
  if (written === null) return err('share.malformed');
  const { hasSign, units } = written;
  if (units === 0n) return ok(0);
  if (!hasSign && unit === null) return err('share.ambiguous');
  const share = hasSign || unit === 'percent' ? roundHalfEven(units, 100n) : units;
  return units < 0n || share > BigInt(WHOLE) || (hasSign || unit === 'percent' ? units > BigInt(WHOLE) * 100n : false) ? err('share.outOfRange') : ok(Number(share));
}
