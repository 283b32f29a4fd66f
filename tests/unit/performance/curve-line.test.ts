import { CurveSpark } from '@renderer/charts/curve-spark';
import { curveLine } from '@shared/domain/performance/curve-line';
import { curveScore } from '@shared/domain/performance/curves';
import type { Curve } from '@shared/records/scorecard-template';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

const kinked: Curve = { kind: 'thresholdTargetStretch', points: [[0.5, 60], [1, 100], [1.25, 120]] };

test('the line of a curve has its corners, and a step stands upright', () => {
  const corners = curveLine(kinked, 0, 1.5).map(([x, score]) => [Number(x.toFixed(3)), Math.round(score)]);
  expect(corners).toEqual([[0, 0], [0.5, 0], [0.5, 60], [1, 100], [1, 100], [1.25, 120], [1.25, 120], [1.5, 120]]);
});

test('between its corners the line is the curve, whatever the curve', () => {
  const rising = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 3, maxLength: 3 }).map((xs) => xs.toSorted((a, b) => a - b).map((x): [number, number] => [x / 100, 100 - (x % 70)]));
  const curve = fc.oneof(
    fc.record({ kind: fc.constant('linearCapped' as const), floor: fc.integer({ min: 0, max: 60 }), cap: fc.integer({ min: 61, max: 200 }) }),
    fc.record({ kind: fc.constantFrom('thresholdTargetStretch' as const, 'interpolate' as const), points: rising }),
    fc.record({ kind: fc.constant('banded' as const), bands: rising }),
  );
  fc.assert(fc.property(curve, fc.integer({ min: 0, max: 199 }), (one, at) => {
    const line = curveLine(one, 0, 2);
    const x = at / 100 + 0.005;
    const [before, after] = [line.findLast(([from]) => from <= x)!, line.find(([to]) => to >= x)!];
    const share = after[0] === before[0] ? 0 : (x - before[0]) / (after[0] - before[0]);
    expect(Math.abs(before[1] + share * (after[1] - before[1]) - curveScore(one, x)!)).toBeLessThan(0.02);
  }));
});

test('the spark marks where a person stands; a typed score has no curve to stand on', () => {
  const spark = (curve: Curve) => renderToStaticMarkup(CurveSpark({ line: curveLine(curve), attainment: 0.9, score: 92, width: 56, height: 18, unit: 'px' }));
  expect(spark(kinked)).toContain('<circle');
  expect(spark({ kind: 'manual' })).toBe('');
});
