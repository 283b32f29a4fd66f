import type { ImportProgress } from '@shared/contracts/import-run';

/** Below these the first slices say nothing about the pace. */
const MIN_SHARE = 0.03;
const MIN_ELAPSED_MS = 400;

/** Share done, 0–1; 0 where the total is unknown. */
export function progressShare(progress: ImportProgress | null): number {
  if (progress === null || progress.totalBytes === 0) return 0;
  return Math.min(1, progress.doneBytes / progress.totalBytes);
}

/** Whole seconds left at the pace so far, at least 1; null while it is too early to say. */
export function secondsLeft(progress: ImportProgress | null, elapsedMs: number): number | null {
  const share = progressShare(progress);
  if (share < MIN_SHARE || elapsedMs < MIN_ELAPSED_MS) return null;
  return Math.max(1, Math.ceil((elapsedMs * (1 - share)) / share / 1000));
}
