import { assertNever } from '../../kernel/result';
import { roundHalfUp } from '../../kernel/rounding';
import type { Curve } from '../../records/scorecard-template';
import { type Fraction, dividedBy, fraction, fractionOf, isLess, minus, plus, times } from './fraction';

type Point = readonly [number, number];
const HUNDRED = fraction(100n, 1n);
const ZERO = fraction(0n, 1n);

/** Score of an attainment (1 = on target) in whole hundredths of a point, rounded half-up once. Null: the score is typed. */
export function scoreHundredths(curve: Curve, attainment: Fraction): number | null {
  const score = exactScore(curve, attainment);
  if (score === null) return null;
  const hundredths = times(score, HUNDRED);
  return Number(roundHalfUp(hundredths.n, hundredths.d));
}

/** The same for a picture of the curve: attainment as a number → score; null for a typed one. */
export function curveScore(curve: Curve, attainment: number): number | null {
  const hundredths = scoreHundredths(curve, fractionOf(attainment));
  return hundredths === null ? null : hundredths / 100;
}

function exactScore(curve: Curve, x: Fraction): Fraction | null {
  switch (curve.kind) {
    case 'linearCapped':
      return clamped(times(x, HUNDRED), curve.floor, curve.cap);
    case 'thresholdTargetStretch':
      return isLess(x, fractionOf(curve.points[0]![0])) ? ZERO : between(curve.points, x);
    case 'interpolate':
      return between(curve.points, x);
    case 'banded':
      return fractionOf(curve.bands.findLast(([from]) => !isLess(x, fractionOf(from)))?.[1] ?? 0);
    case 'manual':
      return null;
    default:
      return assertNever(curve);
  }
}

function clamped(score: Fraction, floor: number, cap: number): Fraction {
  const low = fractionOf(floor);
  const high = fractionOf(cap);
  if (isLess(score, low)) return low;
  return isLess(high, score) ? high : score;
}

/** Straight line between the two points around x; the first and the last score hold outside. */
function between(points: readonly Point[], x: Fraction): Fraction {
  const after = points.findIndex(([at]) => isLess(x, fractionOf(at)));
  if (after === 0) return fractionOf(points[0]![1]);
  if (after === -1) return fractionOf(points.at(-1)![1]);
  const [x0, y0] = points[after - 1]!.map(fractionOf) as [Fraction, Fraction];
  const [x1, y1] = points[after]!.map(fractionOf) as [Fraction, Fraction];
  return plus(y0, times(dividedBy(minus(x, x0), minus(x1, x0)), minus(y1, y0)));
}
