import type { TargetFigures } from '../../contracts/figures';
import { type Fen, fen } from '../../kernel/fen';
import { ratioOf } from '../../kernel/rate';
import type { TimeProgress } from '../calendar/working-days';
import { attainmentOf } from '../targets/attainment';

/** What the plan asks of a node: assigned = handed down (null = none), children = Σ of the leaves below. */
export interface PlannedTarget {
  readonly assignedFen: Fen | null;
  readonly childrenFen: Fen | null;
  readonly buffer: boolean;
}

export interface MeasuredActual {
  readonly actualFen: Fen | null;
  readonly lastYearFen: Fen | null;
  readonly yearActualFen: Fen | null;
}

/**
 * Target against actual of one node, as `attainmentOf` has it; the target is the assigned number, else Σ children.
 * Missing actuals are null, not zero. Source: targets.md «Attainment».
 */
export function targetFigures(period: PlannedTarget, year: PlannedTarget, actual: MeasuredActual, time: TimeProgress): TargetFigures {
  const targetFen = period.assignedFen ?? period.childrenFen;
  const yearTargetFen = year.assignedFen ?? year.childrenFen;
  return {
    targetFen,
    assignedFen: period.assignedFen,
    childrenFen: period.childrenFen,
    gapFen: period.assignedFen === null ? null : fen(period.assignedFen - (period.childrenFen ?? 0)),
    buffer: period.buffer,
    actualFen: actual.actualFen,
    ...attainmentOf(actual.actualFen, targetFen, time),
    lastYearFen: actual.lastYearFen,
    yearActualFen: actual.yearActualFen,
    yearTargetFen,
    yearAttainment: fractionOf(actual.yearActualFen, yearTargetFen),
  };
}

const fractionOf = (part: Fen | null, whole: Fen | null): number | null => (part === null || whole === null ? null : ratioOf(part, whole));
