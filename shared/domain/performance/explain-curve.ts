import type { FormulaLine } from '../../contracts/explanation';
import { assertNever } from '../../kernel/result';
import type { Curve } from '../../records/scorecard-template';
import { line, namedLine, quantity } from '../figures/formula-line';

type Point = readonly [number, number];
const score = (value: number) => quantity('score', value);

/** An attainment put through a curve, line by line, as curves.ts does it in one go. Not known: the attainment alone. */
export function curveFormula(curve: Curve, attainment: number | null, start: FormulaLine): FormulaLine[] {
  if (attainment === null) return [start];
  switch (curve.kind) {
    case 'linearCapped':
      return [start, line('times', 'part_points', quantity('count', 100)), ...bounds(attainment * 100, curve.floor, curve.cap)];
    case 'banded': {
      const reached = curve.bands.findLast(([from]) => attainment >= from);
      return [start, reached ? namedLine('gives', { key: 'part_band', from: quantity('rate', reached[0]) }, score(reached[1])) : line('gives', 'part_belowFirst', score(0))];
    }
    case 'thresholdTargetStretch':
      return attainment < curve.points[0]![0] ? [start, line('gives', 'part_belowFirst', score(0))] : [start, ...between(curve.points, attainment)];
    case 'interpolate':
      return [start, ...between(curve.points, attainment)];
    case 'manual':
      return [];
    default:
      return assertNever(curve);
  }
}

function bounds(points: number, floor: number, cap: number): FormulaLine[] {
  if (points < floor) return [line('atLeast', 'part_floor', score(floor))];
  return points > cap ? [line('atMost', 'part_cap', score(cap))] : [];
}

function between(points: readonly Point[], x: number): FormulaLine[] {
  const after = points.findIndex(([at]) => x < at);
  if (after === 0 || after === -1) return [line('gives', 'part_curveEnd', score((after === 0 ? points[0] : points.at(-1))![1]))];
  const [x0, y0] = points[after - 1]!;
  const [x1, y1] = points[after]!;
  return [
    line('minus', 'part_pointBelow', quantity('rate', x0)),
    line('over', 'part_pointSpan', quantity('rate', x1 - x0)),
    line('times', 'part_scoreSpan', score(y1 - y0)),
    line('plus', 'part_scoreBelow', score(y0)),
  ];
}
