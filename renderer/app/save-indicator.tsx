import { Button, Loader, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useCallback, useSyncExternalStore } from 'react';
import { type PlainMessageKey, codeKey } from '@shared/messages/message-key';
import { drainJournal } from '@renderer/data/journal';
import { saveStateSnapshot, subscribeSaveState } from '@renderer/data/save-state';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import styles from './save-indicator.module.css';

/** What the user can do about it, where the disk itself refuses. */
const nextSteps: Readonly<Record<string, PlainMessageKey>> = { 'file.diskFull': 'shell.saveNext_diskFull', 'file.readOnly': 'shell.saveNext_readOnly', 'file.missing': 'shell.saveNext_missing' };

/** Saved with its time once the journal has it on disk; a failure with its reason and another try. */
export function SaveIndicator() {
  const { t } = useMessages();
  const { time } = useFormats();
  const workspace = useWorkspace();
  const { db } = workspace;
  const state = useSyncExternalStore(useCallback((watcher: () => void) => subscribeSaveState(db, watcher), [db]), () => saveStateSnapshot(db));
  if (state.kind === 'failed') {
    const reason = t(codeKey('calls', state.failure.code));
    const next = t(nextSteps[state.failure.code] ?? 'shell.saveNext_other');
    return (
      <span className={styles['state']} data-failed role="alert">
        <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
        <Tooltip multiline w={320} openDelay={0} label={next}><span>{t('shell.saveFailed', { reason })}</span></Tooltip>
        <VisuallyHidden>{next}</VisuallyHidden>
        <Button h={24} onClick={() => void drainJournal(workspace)}>{t('shell.saveRetry')}</Button>
      </span>
    );
  }
  if (state.kind === 'saving') {
    return <output className={styles['state']}><Loader size={12} aria-hidden />{t('shell.saving')}</output>;
  }
  return (
    <output className={styles['state']}>
      <IconCheck size={14} stroke={1.75} aria-hidden />
      {state.at === null ? t('shell.savedNothing') : t('shell.saved', { time: time(new Date(state.at).toISOString()) })}
    </output>
  );
}
