import type { CallFailure } from '@shared/contracts/workbench-calls';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChartArrowsVertical, IconCompass, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { Result } from '@shared/kernel/result';
import { useMessages } from '@renderer/i18n/use-messages';
import { call } from '@renderer/platform/workbench';
import { RestoreFile } from '@renderer/parts/restore-file';
import { workspaceRefusal } from '@renderer/parts/workspace-refusal';
import { Chip } from '@renderer/ui/chip';
import { Notice } from '@renderer/ui/notice';
import { Door } from './door';
import { OwnDataDoor } from './own-data-door';
import { RecentWorkspaces } from './recent-workspaces';
import styles from './start-page.module.css';

/** The doors to a workspace. Main reopens the window behind whichever is taken. */
export function StartPage() {
  const { t } = useMessages();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [restoring, setRestoring] = useState(false);

  /** Runs one door; while main opens the workspace the others stay shut. */
  const enter = (door: () => Promise<Result<unknown, CallFailure>>) => {
    setBusy(true);
    setFailure(null);
    void door().then((answer) => {
      setBusy(false);
      if (!answer.ok) setFailure(answer.error);
    });
  };
  return (
    <div className={styles['page']}>
      <div className={styles['doors']}>
        <header className={styles['welcome']}>
          <span className={styles['mark']}><IconChartArrowsVertical size={24} stroke={1.75} aria-hidden /></span>
          <h1>{t('start.title')}</h1>
          <p>{t('start.lead')}</p>
        </header>
        {failure && (
          <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{workspaceRefusal(t, failure, null)}</Notice>
        )}
        <div className={styles['row']}>
          <Door id="sample-door" icon={IconCompass} title={t('start.sampleTitle')} text={t('start.sampleText')} mark={<Chip tone="ontrack">{t('shell.sampleMark')}</Chip>}>
            <Button variant="filled" disabled={busy} onClick={() => enter(() => call('workspace.create', { name: t('start.sampleName'), sample: true }))}>{t('start.sampleOpen')}</Button>
          </Door>
          <OwnDataDoor busy={busy} onCreate={(name) => enter(() => call('workspace.create', { name, sample: false }))} />
          <Door id="restore-door" icon={IconHistory} title={t('start.restoreTitle')} text={t('start.restoreText')}>
            <Button disabled={busy} onClick={() => setRestoring(true)}>{t('start.restoreChoose')}</Button>
          </Door>
        </div>
        <RecentWorkspaces busy={busy} onOpenFolder={() => enter(() => call('workspace.open', { recent: null }))} />
      </div>
      {restoring && <RestoreFile present={null} onClose={() => setRestoring(false)} />}
    </div>
  );
}
