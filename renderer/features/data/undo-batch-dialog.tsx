import type { ImportBatch } from '@shared/records/import-batch';
import { codeKey } from '@shared/messages/message-key';
import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { drainJournal } from '@renderer/data/journal';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import styles from './undo-batch-dialog.module.css';
import { useSignedMonths } from './use-import-batches';

interface UndoBatchDialogProps {
  /** Null = closed. */
  readonly batch: ImportBatch | null;
  readonly onClose: () => void;
  readonly onUndone: () => void;
}

/** Says exactly what goes and what stays before a batch is taken back. */
export function UndoBatchDialog({ batch, onClose, onUndone }: UndoBatchDialogProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  const signed = useSignedMonths();
  const { busy, undo } = useUndoBatch(onUndone, onClose);
  return (
    <Modal opened={batch !== null} onClose={onClose} title={t('imports.undoTitle')} size={520} centered closeButtonProps={{ 'aria-label': t('ui.close') }}>
      {batch && (
        <div className={styles['body']}>
          <b>{batch.fileName}</b>
          <p>{t('imports.undoGoes', { added: number(batch.added), changed: number(batch.changed) })}</p>
          {batch.unchanged > 0 && <p>{t('imports.undoStays', { unchanged: number(batch.unchanged) })}</p>}
          {batch.months.some((month) => signed.has(month)) && <p>{t('imports.undoSigned')}</p>}
          <p>{t('imports.undoKeeps')}</p>
          <div className={styles['actions']}>
            <Button onClick={onClose} data-autofocus>{t('ui.cancel')}</Button>
            <Button variant="filled" className={styles['danger']} loading={busy} onClick={() => undo(batch)}>{t('imports.undoConfirm')}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function useUndoBatch(onUndone: () => void, onClose: () => void): { busy: boolean; undo: (batch: ImportBatch) => void } {
  const { t } = useMessages();
  const ledger = useLedger();
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  if (fault !== null) throw fault.error;

  const work = async ({ id, fileName }: ImportBatch) => {
    setBusy(true);
    const answer = await ledger.undoImport(id);
    setBusy(false);
    onClose();
    if (!answer.ok) {
      notifications.show({ color: 'red', message: t(codeKey('issues', answer.error)) });
      return;
    }
    const { keptRows } = answer.value;
    notifications.show({ message: keptRows === 0 ? t('imports.undone', { name: fileName }) : t('imports.undoneKept', { name: fileName, count: keptRows }) });
    onUndone();
    await drainJournal(workspace);
  };
  return { busy, undo: (batch) => void work(batch).catch((error: unknown) => setFault({ error })) };
}
