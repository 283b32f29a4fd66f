import { call } from '@renderer/platform/workbench';
import { setSaveState } from './save-state';
import type { Workspace } from './workspace';
import { writeFailure } from './write-failure';

/**
 * From now on the save state says when the database has stopped taking writes, whoever met the failure: else the top bar
 * would go on saying «saved». UI thread only; answers how to stop.
 */
export function noteFailures({ db }: Workspace): () => void {
  let stopped = false;
  const note = (cause: unknown) => {
    writeFailure(cause)
      .then((failure) => {
        if (failure !== null && !stopped) setSaveState(db, { kind: 'failed', failure });
      })
      .catch((fault: unknown) => void call('log.write', { level: 'warn', message: `A failed write was not named: ${String(fault)}` }));
  };
  const onRejection = (event: PromiseRejectionEvent) => note(event.reason);
  const onClose = () => note(new DOMException('The database was closed by the browser', 'DatabaseClosedError'));
  addEventListener('unhandledrejection', onRejection);
  db.on('close', onClose);
  return () => {
    stopped = true;
    removeEventListener('unhandledrejection', onRejection);
    db.on('close').unsubscribe(onClose);
  };
}
