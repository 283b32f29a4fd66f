import type { PaceStatus, TargetFigures } from '../../contracts/figures';
import { type Fen, fen } from '../../kernel/fen';
import { ratioOf } from '../../kernel/rate';
import { roundHalfUp } from '../../kernel/rounding';

/** Working days of a period and those that have passed, today included. */
export interface ElapsedTime {
  readonly workingDays: number;
  readonly elapsed: number;
  /** False once the period has ended. */
  readonly running: boolean;
}

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
 * Target against actual of one node. Attainment = actual ÷ (assigned, else Σ children): Σ ÷ Σ, never a mean of percentages;
 * pace = attainment ÷ time progress; forecast = actual ÷ time progress; required = what is left ÷ working days left.
 * Missing actuals are null, not zero; a target of 0 has no attainment. Source: targets.md «Attainment».
 */
export function targetFigures(period: PlannedTarget, year: PlannedTarget, actual: MeasuredActual, time: ElapsedTime): TargetFigures {
  const targetFen = period.assignedFen ?? period.childrenFen;
  const yearTargetFen = year.assignedFen ?? year.childrenFen;
  const attainment = fractionOf(actual.actualFen, targetFen);
  const pace = attainment === null || time.elapsed === 0 ? null : attainment / (time.elapsed / time.workingDays);
  return {
    targetFen,
    assignedFen: period.assignedFen,
    childrenFen: period.childrenFen,
    gapFen: period.assignedFen === null ? null : fen(period.assignedFen - (period.childrenFen ?? 0)),
    buffer: period.buffer,
    actualFen: actual.actualFen,
    attainment,
    pace,
    status: pace === null ? null : paceStatusOf(pace),
    forecastFen: forecastOf(actual.actualFen, time),
    requiredPerDayFen: requiredPerDayOf(actual.actualFen, targetFen, time),
    lastYearFen: actual.lastYearFen,
    yearActualFen: actual.yearActualFen,
    yearTargetFen,
    yearAttainment: fractionOf(actual.yearActualFen, yearTargetFen),
  };
}

/** 超前 from 105 %, 正常 from 95 %, 有风险 from 85 %, else 落后 (look/README «Status»). */
export function paceStatusOf(pace: number): PaceStatus {
  if (pace >= 1.05) return 'ahead';
  if (pace >= 0.95) return 'onTrack';
  return pace >= 0.85 ? 'atRisk' : 'behind';
}

const fractionOf = (part: Fen | null, whole: Fen | null): number | null => (part === null || whole === null ? null : ratioOf(part, whole));

function forecastOf(actualFen: Fen | null, { workingDays, elapsed }: ElapsedTime): Fen | null {
  if (actualFen === null || elapsed === 0) return null;
  return fen(Number(roundHalfUp(BigInt(actualFen) * BigInt(workingDays), BigInt(elapsed))));
}

function requiredPerDayOf(actualFen: Fen | null, targetFen: Fen | null, { workingDays, elapsed, running }: ElapsedTime): Fen | null {
  const left = workingDays - elapsed;
  if (actualFen === null || targetFen === null || !running || left <= 0) return null;
  return actualFen >= targetFen ? fen(0) : fen(Number(roundHalfUp(BigInt(targetFen - actualFen), BigInt(left))));
}
