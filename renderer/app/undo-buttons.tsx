import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { UndoHistory } from './undo-history';
import styles from './undo-buttons.module.css';
import { useUndoSteps } from './undo-provider';

/** Undo by name, and redo; the same as Ctrl Z and Ctrl Shift Z. */
export function UndoButtons() {
  const { t, changeName } = useMessages();
  const { state, undo, redo, upTo } = useUndoSteps();
  const undoLabel = state.undo ? t('shell.undo', { label: changeName(state.undo) }) : t('shell.undoNothing');
  const redoLabel = state.redo ? t('shell.redo', { label: changeName(state.redo) }) : t('shell.redoNothing');
  return (
    <div className={styles['buttons']}>
      {state.undo ? (
        <Button variant="subtle" color="gray" className={styles['undo'] ?? ''} title={`${undoLabel} (Ctrl Z)`} leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />} onClick={undo}>
          {undoLabel}
        </Button>
      ) : (
        <ActionIcon disabled aria-label={undoLabel} title={undoLabel}><IconArrowBackUp size={16} stroke={1.75} aria-hidden /></ActionIcon>
      )}
      <UndoHistory onUpTo={upTo} />
      <ActionIcon disabled={!state.redo} aria-label={redoLabel} title={state.redo ? `${redoLabel} (Ctrl Shift Z)` : redoLabel} onClick={redo}>
        <IconArrowForwardUp size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}
