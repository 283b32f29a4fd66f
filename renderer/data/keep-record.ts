import { call } from '@renderer/platform/workbench';
import { countRows } from './count-rows';
import { saveStateSnapshot, subscribeSaveState } from './save-state';
import type { Workspace } from './workspace';

/** At most this often: counting costs a few ms, and a record a few seconds old notices a loss as well. */
const RECORD_EVERY_MS = 5_000;

/** Tells main how many rows the database holds now, so that a loss is noticed at the next opening. A failure is only logged. */
export async function recordState(ws: Workspace): Promise<void> {
  const recorded = await call('keep.record', await countRows(ws.db));
  if (!recorded.ok) await call('log.write', { level: 'warn', message: `keep.record: ${recorded.error.code} ${recorded.error.detail}` });
}

/** From now on main is told after what was written has reached the journal, at most every few seconds; answers how to stop. */
export function keepRecording(ws: Workspace, everyMs = RECORD_EVERY_MS): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const stop = subscribeSaveState(ws.db, () => {
    if (waiting !== null || saveStateSnapshot(ws.db).kind !== 'saved') return;
    waiting = setTimeout(() => {
      waiting = null;
      recordState(ws).catch((cause: unknown) => void call('log.write', { level: 'warn', message: `Rows were not counted: ${String(cause)}` }));
    }, everyMs);
  });
  return () => {
    stop();
    if (waiting !== null) clearTimeout(waiting);
  };
}
