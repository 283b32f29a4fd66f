import { codeKey } from '@shared/messages/message-key';
import { Button, Progress } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconDatabaseImport, IconHelpCircle } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { canRetake } from './can-retake';
import { RetakeButton } from './retake-button';
import type { CommitFailureCode, MappedFile } from './import-flow';
import styles from './ready-foot.module.css';

interface ReadyFootProps {
  readonly file: MappedFile;
  /** Columns whose question waits for an answer. */
  readonly open: number;
  readonly onCancel: () => void;
  readonly onCommit: () => void;
  readonly onRetake: () => void;
}

/** The bottom bar before anything is written: what the dry run read, what stands in the way, and the one filled button. */
export function ReadyFoot({ file: { trial, failure }, open, onCancel, onCommit, onRetake }: ReadyFootProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  const dryRun = trial.at === 'done' ? trial.dryRun : null;
  const fresh = (dryRun?.added ?? 0) + (dryRun?.changed ?? 0);
  const nothing = dryRun !== null && dryRun.rows === dryRun.rejected;
  const label = dryRun === null || nothing ? t('imports.commitNone') : fresh === 0 ? t('imports.commitNothingNew') : t('imports.commit', { count: fresh });
  return (
    <div className={styles['foot']}>
      <div className={styles['state']} aria-live="polite">
        <div className={styles['line']}>
          {dryRun !== null && trial.at === 'done' && (
            <>
              <b className={styles['done']}><IconCircleCheck size={14} stroke={1.75} aria-hidden />{t('imports.trialDone')}</b>
              <span>{t('ui.progressOf', { done: number(dryRun.rows), total: t('imports.rows', { count: dryRun.rows }) })}</span>
              <span className={styles['quiet']}>{t('imports.trialTook', { seconds: number(trial.tookMs / 1000, 1) })}</span>
            </>
          )}
          <span className={styles['grow']} />
          {failure !== null && <Failure code={failure} />}
          {open > 0 && <span className={styles['asks']}><IconHelpCircle size={14} stroke={1.75} aria-hidden />{t('imports.questionsOpen', { count: open })}</span>}
          {failure === null && open === 0 && dryRun !== null && <span className={styles['quiet']}>{t('imports.undoLater')}</span>}
        </div>
        <Progress value={dryRun === null ? 0 : 100} color="var(--ahead)" aria-label={t('imports.barLabelTrial')} />
      </div>
      {failure !== null && canRetake(failure) && <RetakeButton onRetake={onRetake} />}
      <Button onClick={onCancel}>{t('imports.cancel')}</Button>
      <Button variant="filled" disabled={dryRun === null || nothing || open > 0} leftSection={<IconDatabaseImport size={14} stroke={1.75} aria-hidden />} onClick={onCommit}>{label}</Button>
    </div>
  );
}

const ledgerReasons = ['import.cancelled', 'import.unknownRun', 'import.stale'] as const;

function Failure({ code }: { readonly code: CommitFailureCode }) {
  const { t } = useMessages();
  const reason = ledgerReasons.find((known) => known === code);
  const text = reason === undefined ? t('imports.failedKeep', { reason: t(codeKey('calls', code as Exclude<CommitFailureCode, (typeof ledgerReasons)[number]>)) }) : t(codeKey('issues', reason));
  return <span className={styles['failure']} role="alert"><IconAlertCircle size={14} stroke={1.75} aria-hidden />{text}</span>;
}
