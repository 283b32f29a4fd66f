import { notifications } from '@mantine/notifications';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useRef } from 'react';
import { redo, redoUpTo, undo, undoDownTo, undoState, type UndoState } from '@renderer/data/undo';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { onEvent } from '@renderer/platform/workbench';
import { undoKey } from './undo-key';

export interface Undo {
  readonly state: UndoState;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Several steps, up to the edit of that seq. */
  readonly upTo: (direction: 'undo' | 'redo', seq: number) => void;
}

const NOTHING: UndoState = { undo: null, redo: null };

/** What can be undone and redone now; also listens to the keys and to the window's menu. Used once, by the UndoProvider. */
export function useUndo(): Undo {
  const workspace = useWorkspace();
  const { t, changeName } = useMessages();
  const state = useLiveQuery(() => undoState(workspace), [workspace]) ?? NOTHING;

  // Keys come faster than a step is written: each waits for the one before, or both would take the same step.
  const before = useRef<Promise<void>>(Promise.resolve());
  const failed = useCallback(
    (error: unknown) => {
      notifications.show({ color: 'red', message: t('shell.undoFailed') });
      // Goes on to the window's error log.
      reportError(error);
    },
    [t],
  );
  const run = useCallback(
    (direction: 'undo' | 'redo') => {
      const step = direction === 'undo' ? undo : redo;
      before.current = before.current.then(() => step(workspace)).then(
        (result) => {
          if (result.ok || result.error.code === 'undo.nothing') return;
          const label = state[direction];
          notifications.show({ color: 'orange', withCloseButton: true, closeButtonProps: { 'aria-label': t('ui.close') }, message: t('shell.undoRefused', { label: label ? changeName(label) : '', later: changeName(result.error.by) }) });
        },
        failed,
      );
    },
    [workspace, state, t, changeName, failed],
  );
  const upTo = useCallback(
    (direction: 'undo' | 'redo', seq: number) => {
      const steps = direction === 'undo' ? undoDownTo : redoUpTo;
      before.current = before.current.then(() => steps(workspace, seq)).then(
        ({ taken, stopped }) => {
          if (stopped === null) return;
          const params = { label: stopped.at ? changeName(stopped.at) : '', later: changeName(stopped.blocked.by), count: taken };
          notifications.show({ color: 'orange', withCloseButton: true, closeButtonProps: { 'aria-label': t('ui.close') }, message: t(direction === 'undo' ? 'windows.stopped' : 'windows.redoStopped', params) });
        },
        failed,
      );
    },
    [workspace, t, changeName, failed],
  );
  const runUndo = useCallback(() => run('undo'), [run]);
  const runRedo = useCallback(() => run('redo'), [run]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const direction = undoKey(event);
      if (direction === null) return;
      event.preventDefault();
      run(direction);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [run]);
  useEffect(() => onEvent('menu.undo', runUndo), [runUndo]);
  useEffect(() => onEvent('menu.redo', runRedo), [runRedo]);

  return { state, undo: runUndo, redo: runRedo, upTo };
}
