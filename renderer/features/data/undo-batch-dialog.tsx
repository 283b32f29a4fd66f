import type { ImportBatch } from '@shared/records/import-batch';
import { codeKey } from '@shared/messages/message-key';
import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { drainJournal } from '@renderer/data/journal';
import type { UndoPreview } from '@renderer/ledger/import/preview-undo';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useAnswer } from '@renderer/parts/use-answer';
import { useTask } from '@renderer/parts/use-task';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import { monthSpans } from './month-spans';
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
  const { busy, undo } = useUndoBatch(onUndone, onClose);
  return (
    <Modal opened={batch !== null} onClose={onClose} title={t('imports.undoTitle')} size={520} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      {batch && <UndoBody key={batch.id} batch={batch} busy={busy} onClose={onClose} onConfirm={() => undo(batch)} />}
    </Modal>
  );
}

interface UndoBodyProps {
  readonly batch: ImportBatch;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Counted anew whenever the dialog opens; what cannot be undone says why. */
function UndoBody({ batch: { id, fileName }, busy, onClose, onConfirm }: UndoBodyProps) {
  const { t } = useMessages();
  const ledger = useLedger();
  const { answer: preview } = useAnswer(id, () => ledger.previewUndo(id));
  return (
    <div className={styles['body']}>
      <b>{fileName}</b>
      {preview === null && <p aria-live="polite">{t('importFiles.undoCounting')}…</p>}
      {preview?.ok && <PreviewLines preview={preview.value} />}
      <p role={preview?.ok === false ? 'alert' : undefined}>{preview?.ok === false ? t(codeKey('issues', preview.error)) : t('imports.undoKeeps')}</p>
      <div className={styles['actions']}>
        <Button onClick={onClose} data-autofocus>{t('ui.cancel')}</Button>
        <Button variant="filled" className={styles['danger']} loading={busy} disabled={!preview?.ok} onClick={onConfirm}>{t('imports.undoConfirm')}</Button>
      </div>
    </div>
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
      {months.length > 0 && <li>{t('importFiles.undoMonths', { months: list(monthSpans(months, month)) })}</li>}
      {signedMonths.length > 0 && <li>{t('importFiles.undoSigned', { months: list(monthSpans(signedMonths, month)) })}</li>}
    </ul>
  );
}

function useUndoBatch(onUndone: () => void, onClose: () => void): { busy: boolean; undo: (batch: ImportBatch) => void } {
  const { t } = useMessages();
  const ledger = useLedger();
  const workspace = useWorkspace();
  const { running, run } = useTask();
  const undo = ({ id, fileName }: ImportBatch) =>
    run('undo', async () => {
      const answer = await ledger.undoImport(id);
      onClose();
      if (!answer.ok) return void notifications.show({ color: 'red', message: t(codeKey('issues', answer.error)) });
      const { keptRows } = answer.value;
      notifications.show({ message: keptRows === 0 ? t('imports.undone', { name: fileName }) : t('imports.undoneKept', { name: fileName, count: keptRows }) });
      onUndone();
      await drainJournal(workspace);
    });
  return { busy: running !== null, undo };
}
