import type { Curve } from '../../records/scorecard-template';
import { curveScore } from './curves';

type CurvePoint = readonly [attainment: number, score: number];

/** Just before a step, as far as the exact arithmetic of curves tells it apart. */
const STEP = 1e-6;

/**
 * A curve between two attainments as the corners of its line: exact, since every curve is straight between them; a step is
 * two corners one above the other. Small pictures show 40 % to 140 %. A typed score has no curve: [].
 */
export function curveLine(curve: Curve, from = 0.4, to = 1.4): CurvePoint[] {
  const inside = cornersOf(curve).flatMap((x) => [x - STEP, x]).filter((x) => x > from && x < to);
  return [...new Set([from, ...inside, to])].sort((a, b) => a - b).flatMap((x): CurvePoint[] => {
    const score = curveScore(curve, x);
    return score === null ? [] : [[x, score]];
  });
}

function cornersOf(curve: Curve): number[] {
  if (curve.kind === 'manual') return [];
  if (curve.kind === 'linearCapped') return [curve.floor / 100, curve.cap / 100];
  return (curve.kind === 'banded' ? curve.bands : curve.points).map(([x]) => x);
}
