import type { ImportProgress } from '@shared/contracts/import-run';

/** Below these the first slices say nothing about the pace. */
const MIN_SHARE = 0.03;
const MIN_ELAPSED_MS = 400;

/** What a pace can be told from: what had been done when the stage began to be watched, and when that was. */
export interface PaceStart {
  readonly stage: ImportProgress['stage'];
  readonly atMs: number;
  readonly share: number;
  readonly rows: number;
}

/** Share done of the stage, 0–1; 0 where the total is unknown. */
export function progressShare(progress: ImportProgress | null): number {
  if (progress === null || progress.totalBytes === 0) return 0;
  return Math.min(1, progress.doneBytes / progress.totalBytes);
}

/** The start of the stage in hand: the one before, as long as the stage is the same; null before anything was told. */
export function paceStart(before: PaceStart | null, progress: ImportProgress | null, nowMs: number): PaceStart | null {
  if (progress === null) return null;
  if (before !== null && before.stage === progress.stage && before.rows <= progress.rows) return before;
  return { stage: progress.stage, atMs: nowMs, share: progressShare(progress), rows: progress.rows };
}

export interface Pace {
  /** Rows a second, to two figures; null while it is too early to say. */
  readonly rowsPerSecond: number | null;
  /** Whole seconds left of the stage at the pace so far, at least 1; null while it is too early to say. */
  readonly secondsLeft: number | null;
}

const UNKNOWN: Pace = { rowsPerSecond: null, secondsLeft: null };

/** How fast a stage goes and how long it still takes, from its own start: what came before it went at another pace. */
export function paceOf(start: PaceStart | null, progress: ImportProgress | null, nowMs: number): Pace {
  if (start === null || progress === null) return UNKNOWN;
  const elapsedMs = nowMs - start.atMs;
  const share = progressShare(progress);
  const gained = share - start.share;
  if (elapsedMs < MIN_ELAPSED_MS) return UNKNOWN;
  const rows = progress.rows - start.rows;
  const rowsPerSecond = rows <= 0 ? null : Number(((rows * 1000) / elapsedMs).toPrecision(2));
  const secondsLeft = gained < MIN_SHARE || share >= 1 ? null : Math.max(1, Math.ceil((elapsedMs * (1 - share)) / gained / 1000));
  return { rowsPerSecond, secondsLeft };
}
