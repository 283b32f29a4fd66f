import { ratioOf } from '../../kernel/rate';

/** Those that have left a stage, forwards or out: what says something about the step. */
export interface StepTrials {
  readonly settled: number;
  /** Of them into the next stage. */
  readonly passed: number;
}

/** Fewer say nothing. */
const MIN_SETTLED = 20;
const MIN_SHORTFALL = 0.05;
/** One-sided 95 % of the normal distribution. */
const Z = 1.645;

/**
 * Whether a step is clearly below its history: at least 20 settled in both, at least 5 points lower, and lower than chance
 * explains (pooled two-proportion z-test, one-sided 95 %). Opportunities that still wait in the stage count in neither, so a
 * young cohort is not taken for a slow one.
 */
export function isBottleneck(now: StepTrials, before: StepTrials): boolean {
  if (now.settled < MIN_SETTLED || before.settled < MIN_SETTLED) return false;
  const [rateNow, rateBefore] = [ratioOf(now.passed, now.settled)!, ratioOf(before.passed, before.settled)!];
  const shortfall = rateBefore - rateNow;
  if (shortfall < MIN_SHORTFALL) return false;
  const pooled = (now.passed + before.passed) / (now.settled + before.settled);
  return shortfall >= Z * Math.sqrt(pooled * (1 - pooled) * (1 / now.settled + 1 / before.settled));
}
