/** An exact fraction with a positive denominator, so that a score on the edge of a grade never falls off it by binary noise. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const fraction = (n: bigint, d: bigint): Fraction => {
  if (d === 0n) throw new RangeError('A fraction needs a denominator');
  return d < 0n ? { n: -n, d: -d } : { n, d };
};

/** Reads a number as the decimal it is shown as (0.1 is one tenth, not its nearest binary); throws unless finite. */
export function fractionOf(value: number): Fraction {
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`);
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const digits = BigInt(whole + decimals);
  const power = Number(exponent) - decimals.length;
  return power >= 0 ? fraction(digits * 10n ** BigInt(power), 1n) : fraction(digits, 10n ** BigInt(-power));
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const dividedBy = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;

/** Nearest binary number, for showing. */
export const toNumber = (value: Fraction): number => Number(value.n) / Number(value.d);

/** The same fractions over one denominator: their numerators, and it. */
export function overOneDenominator(values: readonly Fraction[]): { numerators: bigint[]; denominator: bigint } {
  const denominator = [...new Set(values.map(({ d }) => d))].reduce((product, d) => product * d, 1n);
  return { numerators: values.map(({ n, d }) => n * (denominator / d)), denominator };
}
