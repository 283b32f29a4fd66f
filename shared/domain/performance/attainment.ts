import { type Fraction, dividedBy, fraction, fractionOf, minus, plus } from './fraction';

const ONE = fraction(1n, 1n);
const ZERO = fraction(0n, 1n);

/**
 * How far a KPI got, as an exact fraction (1 = on target); null where a target of 0 gives higher-is-better no base.
 * Higher is better: A ÷ T (for a negative target 1 + (A − T) ÷ |T|). Lower is better: 1 − (A − T) ÷ |T|, for T = 0: 1 − A.
 * Source: targets.md «Attainment» (Infor).
 */
export function exactAttainment(actual: number, target: number, direction: 'higher' | 'lower'): Fraction | null {
  const a = fractionOf(actual);
  const t = fractionOf(target);
  const size = t.n < 0n ? minus(ZERO, t) : t;
  if (direction === 'lower') return t.n === 0n ? minus(ONE, a) : minus(ONE, dividedBy(minus(a, t), size));
  if (t.n === 0n) return null;
  return t.n > 0n ? dividedBy(a, t) : plus(ONE, dividedBy(minus(a, t), size));
}
