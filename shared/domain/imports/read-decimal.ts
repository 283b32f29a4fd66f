import { roundHalfEven } from '../../kernel/rounding';
import { type Result, err, ok } from '../../kernel/result';
import { cleanText, toHalfWidth } from './normalise-text';

export type DecimalFailure = 'number.malformed' | 'number.tooLarge' | 'number.ambiguous';
export type DecimalMark = '.' | ',';

/** Longer numbers are a mistake (or bait), not an amount. */
const LONGEST = 64;
/** A double shown in full carries at least this many digits; its last ones are binary noise. */
const NOISE_DIGITS = 16;

/**
 * A number as people and programs write it, exactly, in 1/10,000 of its unit (half-even beyond that).
 * Reads 1,234.50  ¥1,234.50  (500)  −60.7  12.5万  1.2亿  3E+5  full-width digits; with mark ',' also 1.234,56.
 * Mark null means the column's mark is an open question: a text that reads differently both ways, or only with a decimal
 * comma, is `number.ambiguous`. Blank text is malformed (the caller knows about blanks); so are NaN, percents and other currencies.
 */
export function readDecimal(text: string, mark: DecimalMark | null): Result<bigint, DecimalFailure> {
  if (mark !== null) return readWith(text, mark);
  const point = readWith(text, '.');
  const comma = readWith(text, ',');
  if (!comma.ok) return point;
  if (point.ok && point.value === comma.value) return point;
  return err('number.ambiguous');
}

function readWith(text: string, mark: DecimalMark): Result<bigint, DecimalFailure> {
  if (text.length > LONGEST) return err('number.malformed');
  let rest = cleanText(toHalfWidth(text)).replace(/−|﹣/g, '-').replace(/^(-?)\s*(?:¥|CNY|RMB|人民币)\s*/i, '$1');
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) {
    rest = bracketed[1]!.replace(/^(?:¥|CNY|RMB)\s*/i, '');
    negative = true;
  }
  const parts = /^([+-]?)([\d.,]+)(?:[eE]([+-]?\d{1,4}))?\s*([万亿]?)元?$/.exec(rest);
  if (!parts || (negative && parts[1] !== '')) return err('number.malformed');
  if (parts[1] === '-') negative = true;
  const digits = splitMantissa(parts[2]!, mark);
  if (digits === null) return err('number.malformed');
  const power = Number(parts[3] ?? '0') + (parts[4] === '万' ? 4 : parts[4] === '亿' ? 8 : 0);
  const units = toUnits(digits.whole, digits.decimals, power);
  if (units === null) return err('number.tooLarge');
  return ok(negative ? -units : units);
}

/** Checks thousands groups: 1,234,567 yes; 12,34 and 1,2345 no, nor 0,125, which rather has a decimal comma. */
function splitMantissa(mantissa: string, mark: DecimalMark): { whole: string; decimals: string } | null {
  const pieces = mantissa.split(mark);
  if (pieces.length > 2) return null;
  const [head = '', decimals = ''] = pieces;
  if (!/^\d*$/.test(decimals) || (head === '' && decimals === '')) return null;
  const groups = head.split(mark === '.' ? ',' : '.');
  const grouped = groups.length > 1;
  if (groups.some((group) => !/^\d*$/.test(group))) return null;
  if (grouped && (!/^[1-9]\d{0,2}$/.test(groups[0]!) || groups.slice(1).some((group) => group.length !== 3))) return null;
  return { whole: groups.join(''), decimals };
}

function toUnits(whole: string, decimals: string, power: number): bigint | null {
  let digits = whole + decimals;
  let exponent = power - decimals.length;
  if (decimals.length > 4 && digits.replace(/^0+/, '').length >= NOISE_DIGITS) ({ digits, exponent } = withoutNoise(digits, exponent));
  const scale = exponent + 4;
  if (scale > 30) return /^0*$/.test(digits) ? 0n : null;
  if (scale >= 0) return BigInt(digits) * 10n ** BigInt(scale);
  return scale < -400 ? 0n : roundHalfEven(BigInt(digits), 10n ** BigInt(-scale));
}

/** A binary double printed in full (60.70400000000001) back to the decimal it was meant to be: 15 significant digits. */
function withoutNoise(digits: string, exponent: number): { digits: string; exponent: number } {
  const plain = digits.replace(/^0+/, '');
  const cut = plain.length - 15;
  return { digits: String(roundHalfEven(BigInt(plain), 10n ** BigInt(cut))), exponent: exponent + cut };
}
