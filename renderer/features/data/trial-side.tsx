import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import type { SourceMapping } from '@shared/contracts/import-run';
import { DepartmentPanel } from './department-panel';
import { DryRunPanel } from './dry-run-panel';
import { FileRefusal } from './file-refusal';
import type { CommittedFile, CommittingFile, MappedFile } from './import-flow';
import { RejectedPanel } from './rejected-panel';
import { canRetake } from './can-retake';
import { RetakeButton } from './retake-button';
import { TargetTrial } from './target-trial';
import styles from './trial-side.module.css';

interface TrialSideProps {
  readonly name: string;
  readonly file: MappedFile | CommittingFile | CommittedFile;
  readonly onExport: () => void;
  readonly onOwners: () => void;
  readonly onRetry: () => void;
  readonly onRetake: () => void;
  readonly onMap: (mapping: SourceMapping) => void;
}

/** The right column: what the import would do, or did. While a newer run works the last figures stay, greyed. */
export function TrialSide({ name, file, onExport, onOwners, onRetry, onRetake, onMap }: TrialSideProps) {
  const { t } = useMessages();
  if (file.at === 'mapped' && file.trial.at === 'refused') {
    const { code } = file.trial.issue;
    const retry = canRetake(code) ? <RetakeButton onRetake={onRetake} /> : code === 'file.cancelled' && <Button leftSection={<IconRefresh size={14} stroke={1.75} aria-hidden />} onClick={onRetry}>{t('ui.retry')}</Button>;
    return (
      <div className={styles['side']}>
        <Panel title={t('imports.trial')} className={styles['whole']!}><FileRefusal name={name} issue={file.trial.issue} action={retry} /></Panel>
      </div>
    );
  }
  const dryRun = file.at === 'mapped' ? file.lastDryRun : file.dryRun;
  const stale = file.at === 'mapped' && file.trial.at !== 'done';
  return (
    <div className={styles['side']}>
      {dryRun === null ? (
        <Panel title={t('imports.trial')} className={styles['whole']!}><p className={styles['waiting']}>{t('imports.trialRunning')}…</p></Panel>
      ) : (
        <>
          <DryRunPanel dryRun={dryRun} stale={stale} booked={file.at === 'committed'} />
          {dryRun.targets && <TargetTrial trial={dryRun.targets} />}
          {dryRun.departments.length > 0 && <DepartmentPanel departments={dryRun.departments} mapping={file.mapping} onDecide={file.at === 'mapped' ? onMap : null} />}
          <RejectedPanel dryRun={dryRun} isSheet={file.mapping.sheet !== null} stale={stale} onExport={onExport} onOwners={onOwners} />
        </>
      )}
    </div>
  );
}
