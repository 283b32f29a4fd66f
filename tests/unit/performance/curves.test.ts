import { curveScore, scoreHundredths } from '@shared/domain/performance/curves';
import { exactAttainment } from '@shared/domain/performance/attainment';
import { toNumber } from '@shared/domain/performance/fraction';
import type { Curve } from '@shared/records/scorecard-template';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const capped: Curve = { kind: 'linearCapped', floor: 0, cap: 120 };
const stretch: Curve = { kind: 'thresholdTargetStretch', points: [[0.5, 80], [1, 100], [1.25, 120]] };

const attained = (actual: number, target: number, direction: 'higher' | 'lower' = 'higher') => exactAttainment(actual, target, direction)!;
const scoreAt = (curve: Curve, actual: number, target: number) => scoreHundredths(curve, attained(actual, target))! / 100;

describe('curves', () => {
  it('a linear KPI scores its attainment and no more than the cap', () => {
    expect(scoreAt(capped, 78_3000, 86_0000)).toBe(91.05);
    expect(scoreAt(capped, 170, 100)).toBe(120);
    expect(scoreAt(capped, -5, 100)).toBe(0);
  });

  it('threshold 10, target 20, stretch 25: 8 → 0, 10 → 80, 14 → 88, 23 → 112, 30 → 120', () => {
    expect([8, 10, 14, 20, 23, 25, 30].map((actual) => scoreAt(stretch, actual, 20))).toEqual([0, 80, 88, 100, 112, 120, 120]);
  });

  it('multi-point interpolation: (620, 50) and (1997, 100) at 1313 give 75.16, and the end scores hold outside', () => {
    const curve: Curve = { kind: 'interpolate', points: [[620, 50], [1997, 100]] };
    expect([100, 620, 1313, 1997, 5000].map((x) => curveScore(curve, x))).toEqual([50, 50, 75.16, 100, 100]);
  });

  it('bands give the score of the last band begun, and 0 before the first', () => {
    const curve: Curve = { kind: 'banded', bands: [[0.6, 60], [0.8, 80], [1, 100]] };
    expect([0.5, 0.6, 0.79, 0.8, 2].map((x) => curveScore(curve, x))).toEqual([0, 60, 60, 80, 100]);
  });

  it('a typed score has no curve', () => {
    expect(curveScore({ kind: 'manual' }, 1)).toBeNull();
  });

  it('rounds half a hundredth up, exactly where binary numbers would fall short', () => {
    expect(scoreAt(capped, 100_005, 1_000_000)).toBe(10);
    expect(scoreAt(capped, 10_005, 100_000)).toBe(10.01);
  });

  it('lower is better: target 50 with 50 → 100 %, 100 → 0 %, 25 → 150 %; target 0 with 0.2 → 80 %', () => {
    expect([50, 100, 25].map((actual) => toNumber(attained(actual, 50, 'lower')))).toEqual([1, 0, 1.5]);
    expect(toNumber(attained(0.2, 0, 'lower'))).toBe(0.8);
  });

  it('higher is better without a target has no attainment', () => {
    expect(exactAttainment(5, 0, 'higher')).toBeNull();
  });

  it('a better result never scores less on a rising curve, and never more than its cap', () => {
    const amounts = fc.integer({ min: -1_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom(capped, stretch), (a, b, target, curve) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(scoreAt(curve, low, target)).toBeLessThanOrEqual(scoreAt(curve, high, target));
        expect(scoreAt(curve, high, target)).toBeLessThanOrEqual(120);
      }),
    );
  });
});
