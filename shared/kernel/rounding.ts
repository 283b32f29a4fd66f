import { type Fen, fen } from './fen';

/** The only place that rounds. Everything else adds whole numbers. */

/**
 * Splits a whole total over shares so that the parts sum to it exactly (largest remainder, Hamilton).
 * quota_i = |total| × share_i ÷ Σ shares, floored; left-over units go to the largest fractions, ties by position.
 * A negative total mirrors the positive one. Shares must be ≥ 0; if all are 0 the split is equal. No shares: [].
 * The arithmetic is BigInt over shares scaled to whole numbers, so no total or share can lose a unit.
 */
export function splitByLargestRemainder(total: Fen, shares: readonly number[]): Fen[] {
  if (shares.length === 0) return [];
  const weights = wholeWeights(shares);
  const sum = weights.reduce((a, b) => a + b, 0n);
  const magnitude = BigInt(Math.abs(total));
  const floors = weights.map((w) => (magnitude * w) / sum);
  const remainders = weights.map((w, i) => ({ i, remainder: (magnitude * w) % sum }));
  let left = Number(magnitude - floors.reduce((a, b) => a + b, 0n));
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder < b.remainder ? 1 : -1));
  const extra = new Set<number>();
  for (const { i } of remainders) {
    if (left === 0) break;
    extra.add(i);
    left--;
  }
  const sign = total < 0 ? -1 : 1;
  return floors.map((floor, i) => fen(sign * (Number(floor) + (extra.has(i) ? 1 : 0))));
}

function wholeWeights(shares: readonly number[]): bigint[] {
  for (const share of shares) if (!(share >= 0) || !Number.isFinite(share)) throw new RangeError(`Not a share: ${share}`);
  if (shares.every((share) => share === 0)) return shares.map(() => 1n);
  if (shares.every(Number.isSafeInteger)) return shares.map(BigInt);
  const largest = Math.max(...shares);
  return shares.map((share) => BigInt(Math.round((share / largest) * 2 ** 52)));
}

/** A decimal given as whole units of 1/scale, rounded half to even to a whole number: 25/10 → 2, 35/10 → 4. */
export function roundHalfEven(units: bigint, scale: bigint): bigint {
  const sign = units < 0n ? -1n : 1n;
  const magnitude = units * sign;
  const whole = magnitude / scale;
  const twice = (magnitude % scale) * 2n;
  const up = twice > scale || (twice === scale && whole % 2n === 1n);
  return sign * (whole + (up ? 1n : 0n));
}

/** An exact fraction rounded half away from zero to a whole number (pay, scores): 1/2 → 1, −1/2 → −1. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('Denominator must be positive');
  const sign = numerator < 0n ? -1n : 1n;
  return sign * ((numerator * sign * 2n + denominator) / (denominator * 2n));
}

/**
 * Rounds exact parts (whole units of 1/scale, any sign) to whole numbers that sum to `total`: each is floored, the
 * left-over units go to the largest fractions, ties by position. `total` must be Σ parts rounded; no parts: [].
 */
export function roundPartsToTotal(total: number, parts: readonly bigint[], scale: bigint): number[] {
  const fractions = parts.map((part) => ((part % scale) + scale) % scale);
  const floors = parts.map((part, i) => (part - fractions[i]!) / scale);
  const left = BigInt(total) - floors.reduce((a, b) => a + b, 0n);
  if (left < 0n || left > BigInt(parts.length)) throw new RangeError(`${total} is not the rounded sum of the parts`);
  const largestFirst = fractions.map((_, i) => i).sort((a, b) => (fractions[a]! === fractions[b]! ? a - b : fractions[a]! < fractions[b]! ? 1 : -1));
  const raised = new Set(largestFirst.slice(0, Number(left)));
  return floors.map((floor, i) => Number(floor) + (raised.has(i) ? 1 : 0));
}

/** The same rule for plain numbers: whole 1/10,000 (|units| < 2^52) to whole 分 or other hundredths: 50 → 0, 150 → 2, −150 → −2. */
export function halfEvenHundredth(units: number): number {
  const magnitude = Math.abs(units);
  const whole = Math.floor(magnitude / 100);
  const rest = magnitude - whole * 100;
  const rounded = rest > 50 || (rest === 50 && whole % 2 === 1) ? whole + 1 : whole;
  return units < 0 && rounded !== 0 ? -rounded : rounded;
}
