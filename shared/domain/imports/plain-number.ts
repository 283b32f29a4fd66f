/** Digits that a spreadsheet keeps of a number; what comes after them is binary noise, or lost. */
export const KEPT_DIGITS = 15;

interface Digits {
  readonly negative: boolean;
  /** Without leading zeros; '' for zero. */
  readonly digits: string;
  /** Power of ten of the last digit. */
  readonly exponent: number;
}

function digitsOf(text: string): Digits | null {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!parts || (parts[2] === '' && parts[3] === '')) return null;
  const decimals = parts[3]!;
  return { negative: parts[1] === '-', digits: (parts[2]! + decimals).replace(/^0+/, ''), exponent: Number(parts[4] ?? '0') - decimals.length };
}

function write({ negative, digits, exponent }: Digits): string {
  if (digits === '') return '0';
  const sign = negative ? '-' : '';
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  const padded = digits.padStart(1 - exponent, '0');
  const decimals = padded.slice(exponent).replace(/0+$/, '');
  return sign + padded.slice(0, exponent) + (decimals === '' ? '' : `.${decimals}`);
}

/** A number as a program writes it (`-1.25E-3`) without an exponent, digit for digit; null for anything else. `power` shifts it by tens. */
export function plainNumber(text: string, power = 0): string | null {
  const found = digitsOf(text);
  return found === null ? null : write({ ...found, exponent: found.exponent + power });
}

/** The same as a spreadsheet shows it in full: binary noise after 15 digits is rounded away. */
export function shownNumber(text: string): string | null {
  const found = digitsOf(text);
  if (found === null) return null;
  return found.digits.length <= KEPT_DIGITS ? write(found) : plainNumber(Number(text).toPrecision(KEPT_DIGITS));
}

/** True for a number so long that a spreadsheet has put zeros for its last digits: as an id it is no longer what was typed. */
export function hasLostDigits(text: string): boolean {
  const found = digitsOf(text);
  return found !== null && found.digits.length + found.exponent > KEPT_DIGITS;
}

/** A number in a form that reads the same whichever mark decimals have: `12.5` is `125E-1`. */
export function markFreeNumber(text: string): string | null {
  const found = digitsOf(text);
  if (found === null) return null;
  const sign = found.negative ? '-' : '';
  return found.digits === '' ? '0' : `${sign}${found.digits}${found.exponent === 0 ? '' : `E${found.exponent}`}`;
}
