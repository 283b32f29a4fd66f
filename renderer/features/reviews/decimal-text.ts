/**
 * A typed decimal as a number, moved by `shift` decimal places (percent → fraction: −2) without a binary fraction in the
 * way. Blank is null; what is no plain number, or has more decimals than allowed, is NaN: refused when it is saved.
 */
export function readDecimalText(text: string, shift: number, decimals: number): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const match = /^\d{1,12}(?:\.(\d+))?$/.exec(trimmed);
  return match && (match[1]?.length ?? 0) <= decimals ? Number(`${trimmed}e${shift}`) : Number.NaN;
}

/** A stored number as it is typed; null and NaN are blank. */
export function writeDecimalText(value: number | null, shift: number): string {
  if (value === null || Number.isNaN(value)) return '';
  const text = String(value);
  // Beyond 21 digits and below 10^-6 numbers are written with an exponent of their own.
  return text.includes('e') ? String(value / 10 ** shift) : String(Number(`${text}e${-shift}`));
}
