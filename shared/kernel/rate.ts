/** A fraction: 0.64 means 64 %. Percent appears only where it is shown. */
export type Rate = number & { readonly __unit: 'rate' };

export function rate(value: number): Rate {
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite rate: ${value}`);
  return value as Rate;
}

/** part ÷ whole, or null where the whole is 0: a ratio without a base is unknown, not zero. */
export function ratioOf(part: number, whole: number): Rate | null {
  return whole === 0 ? null : rate(part / whole);
}
