import type { WorkbenchEvents } from '@shared/contracts/workbench-calls';
import { Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useMessages } from '@renderer/i18n/use-messages';
import { copyFailure } from '@renderer/parts/copy-failure';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import { call, onEvent } from '@renderer/platform/workbench';
import styles from './keep-watch.module.css';

type Reason = WorkbenchEvents['keep.due']['reason'];

/**
 * Makes a copy whenever main says that one is due. Before the window closes a veil says so until main closes it: nothing
 * written from then on would be in the copy. Stands beside every screen of an open workspace.
 */
export function KeepWatch() {
  const { t } = useMessages();
  const workspace = useWorkspace();
  const ledger = useLedger();
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    const copy = async (reason: Reason) => {
      // Its code waits until the first copy is due.
      const { takeCopy } = await import('@renderer/ledger/backup/take-copy');
      const taken = await takeCopy(workspace, ledger, { reason, to: 'snapshots', passphrase: null });
      if (!taken.ok && reason === 'timer') notifications.show({ color: 'red', message: t('copies.dueFailed', { reason: copyFailure(t, taken.error) }) });
      return taken.ok;
    };
    return onEvent('keep.due', ({ reason }) => {
      if (reason === 'quit') setLeaving(true);
      void copy(reason)
        .catch((error: unknown) => {
          void call('log.write', { level: 'error', message: `A due copy was not made: ${String(error)}` });
          return false;
        })
        .then((made) => {
          // Main waits for a copy before it closes the window: it is told that none will come.
          if (!made && reason === 'quit') void call('keep.cancel', { jobId: crypto.randomUUID() });
        });
    });
  }, [workspace, ledger, t]);
  if (!leaving) return null;
  return (
    <div className={styles['veil']} role="alertdialog" aria-modal="true" aria-label={t('copies.leaving')}>
      <div className={styles['box']}>
        <Loader size={20} aria-hidden />
        <div>
          <b>{t('copies.leaving')}</b>
          <p>{t('copies.leavingText')}</p>
        </div>
      </div>
    </div>
  );
}
