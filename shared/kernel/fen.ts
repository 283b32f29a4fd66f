/** Money: a whole number of 分 (1/100 yuan) within the safe integers. The only unit money is stored and added in. */
export type Fen = number & { readonly __unit: 'fen' };

/** Promises a whole, safe 分; throws on a fraction, NaN or a sum beyond 2^53 (a bug, never bad input). −0 becomes 0. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen;
}

/** Exact sum; an empty list is 0. */
export function sumFen(values: Iterable<number>): Fen {
  let total = 0;
  for (const value of values) total += value;
  return fen(total);
}

/** 分 as plain yuan for files and messages, exact: 12345 is `123.45`, −5 is `-0.05`, 0 is `0.00`. No separators, an ASCII minus. */
export function plainYuan(value: bigint | number): string {
  const whole = BigInt(value);
  const magnitude = whole < 0n ? -whole : whole;
  return `${whole < 0n ? '-' : ''}${magnitude / 100n}.${String(magnitude % 100n).padStart(2, '0')}`;
}
