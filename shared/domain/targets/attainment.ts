import type { PaceStatus } from '../../contracts/figures';
import { type Fen, fen } from '../../kernel/fen';
import { type Rate, ratioOf } from '../../kernel/rate';
import { roundHalfUp } from '../../kernel/rounding';
import type { TimeProgress } from '../calendar/working-days';

/**
 * Where a node stands against its target. All of it is null where an operand is not known; a target of 0 has no attainment.
 * A parent's is Σ actual ÷ Σ target, so it is asked with sums, never with its children's percentages. Source: targets.md.
 */
export interface Attainment {
  /** actual ÷ target */
  readonly attainment: Rate | null;
  /** attainment ÷ time progress: 64 % of the target at 66.7 % of the time → 96 %. */
  readonly pace: Rate | null;
  readonly status: PaceStatus | null;
  /** actual ÷ time progress, rounded half-up: where the period ends at this pace. */
  readonly forecastFen: Fen | null;
  /** (target − actual) ÷ working days left, rounded half-up; 0 if reached; null after the last working day. */
  readonly requiredPerDayFen: Fen | null;
}

export function attainmentOf(actualFen: Fen | null, targetFen: Fen | null, time: TimeProgress): Attainment {
  const attainment = actualFen === null || targetFen === null ? null : ratioOf(actualFen, targetFen);
  const pace = attainment === null || time.progress === null ? null : ratioOf(attainment, time.progress);
  return { attainment, pace, status: pace === null ? null : statusOfPace(pace), forecastFen: forecast(actualFen, time), requiredPerDayFen: requiredPerDay(actualFen, targetFen, time) };
}

/** Ahead from 105 %, on track from 95 %, at risk from 85 %, else behind. Source: look/README.md «Status». */
export function statusOfPace(pace: number): PaceStatus {
  if (pace >= 1.05) return 'ahead';
  if (pace >= 0.95) return 'onTrack';
  return pace >= 0.85 ? 'atRisk' : 'behind';
}

function forecast(actualFen: Fen | null, time: TimeProgress): Fen | null {
  if (actualFen === null || time.elapsed === 0) return null;
  return fen(Number(roundHalfUp(BigInt(actualFen) * BigInt(time.workingDays), BigInt(time.elapsed))));
}

function requiredPerDay(actualFen: Fen | null, targetFen: Fen | null, time: TimeProgress): Fen | null {
  const daysLeft = time.workingDays - time.elapsed;
  if (actualFen === null || targetFen === null || daysLeft <= 0) return null;
  if (actualFen >= targetFen) return fen(0);
  return fen(Number(roundHalfUp(BigInt(targetFen) - BigInt(actualFen), BigInt(daysLeft))));
}
