import type { ImportBatch } from '@shared/records/import-batch';
import { codeKey } from '@shared/messages/message-key';
import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { drainJournal } from '@renderer/data/journal';
import type { UndoPreview } from '@renderer/ledger/import/preview-undo';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import styles from './undo-batch-dialog.module.css';

interface UndoBatchDialogProps {
  /** Null = closed. */
  readonly batch: ImportBatch | null;
  readonly onClose: () => void;
  readonly onUndone: () => void;
}

/** Says exactly what goes and what stays before a batch is taken back. */
export function UndoBatchDialog({ batch, onClose, onUndone }: UndoBatchDialogProps) {
  const { t } = useMessages();
  const preview = useUndoPreview(batch);
  const { busy, undo } = useUndoBatch(onUndone, onClose);
  return (
    <Modal opened={batch !== null} onClose={onClose} title={t('imports.undoTitle')} size={520} centered closeButtonProps={{ 'aria-label': t('ui.close') }}>
      {batch && (
        <div className={styles['body']}>
          <b>{batch.fileName}</b>
          {preview === null ? <p aria-live="polite">{t('importFiles.undoCounting')}…</p> : <PreviewLines preview={preview} />}
          <p>{t('imports.undoKeeps')}</p>
          <div className={styles['actions']}>
            <Button onClick={onClose} data-autofocus>{t('ui.cancel')}</Button>
            <Button variant="filled" className={styles['danger']} loading={busy} disabled={preview === null} onClick={() => undo(batch)}>{t('imports.undoConfirm')}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

/** At most this many names are shown of what stays. */
const NAMES_SHOWN = 5;

/** What goes, what comes back, what stays, and which months' figures change. */
function PreviewLines({ preview: { goes, back, kept, months, signedMonths } }: { readonly preview: UndoPreview }) {
  const { t } = useMessages();
  const { month } = useFormats();
  const list = (items: readonly string[]) => items.join(t('importFiles.listSeparator'));
  const names = kept.length > NAMES_SHOWN ? `${list(kept.slice(0, NAMES_SHOWN))}${t('importFiles.undoKeptMore')}` : list(kept);
  return (
    <ul className={styles['preview']}>
      {goes > 0 && <li data-testid="undo-goes">{t('importFiles.undoGoes', { count: goes })}</li>}
      {back > 0 && <li data-testid="undo-back">{t('importFiles.undoBack', { count: back })}</li>}
      {goes + back === 0 && <li>{t('importFiles.undoNothing')}</li>}
      {kept.length > 0 && <li>{t('importFiles.undoKept', { count: kept.length, names })}</li>}
      {months.length > 0 && <li>{t('importFiles.undoMonths', { months: list(months.map(month)) })}</li>}
      {signedMonths.length > 0 && <li>{t('importFiles.undoSigned', { months: list(signedMonths.map(month)) })}</li>}
    </ul>
  );
}

/** Null until it is known, and while the dialog is closed. A batch that was undone meanwhile has nothing to show. */
function useUndoPreview(batch: ImportBatch | null): UndoPreview | null {
  const ledger = useLedger();
  const [found, setFound] = useState<{ readonly id: string; readonly preview: UndoPreview } | null>(null);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  if (fault !== null) throw fault.error;
  const id = batch?.id ?? null;
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    const work = async () => {
      const preview = await ledger.previewUndo(id);
      if (wanted && preview.ok) setFound({ id, preview: preview.value });
    };
    work().catch((error: unknown) => setFault({ error }));
    return () => {
      wanted = false;
      setFound(null);
    };
  }, [id, ledger]);
  return found !== null && found.id === id ? found.preview : null;
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
