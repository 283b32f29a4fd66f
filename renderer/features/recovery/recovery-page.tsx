import type { SnapshotInfo } from '@shared/contracts/keep-calls';
import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import { ok } from '@shared/kernel/result';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconLifebuoy, IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReconcileFailure } from '@renderer/data/reconcile-failure';
import type { Translate } from '@renderer/i18n/i18n';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { copyFailure } from '@renderer/parts/copy-failure';
import { KeepProgress } from '@renderer/parts/keep-progress';
import { RestoreFile } from '@renderer/parts/restore-file';
import { call } from '@renderer/platform/workbench';
import { Notice } from '@renderer/ui/notice';
import { DiscardDialog } from './discard-dialog';
import { OtherWays } from './other-ways';
import { reasonText, recommendedWay } from './reason-text';
import { RecoveryCopies } from './recovery-copies';
import styles from './recovery.module.css';
import { type Recovery, type WayFailure, isCallFailure, useRecovery } from './use-recovery';

interface RecoveryPageProps {
  readonly info: WorkspaceInfo;
  readonly failure: ReconcileFailure;
}

/** In place of a workspace that does not open: why, what is still there, and every way back. Nothing happens by itself. */
export function RecoveryPage({ info, failure }: RecoveryPageProps) {
  const { t } = useMessages();
  const recovery = useRecovery(info);
  const [dialog, setDialog] = useState<'file' | 'discard' | null>(null);
  const present = useMemo(() => ({ name: info.name, lastSeq: null, keep: () => Promise.resolve(ok(null)) }), [info.name]);
  const { copies, running, act } = recovery;
  const way = recommendedWay(failure);
  const rebuild = (snapshot: SnapshotInfo | null) => act('rebuild', () => call('recovery.rebuild', { snapshot: snapshot?.id ?? null }));
  return (
    <main className={styles['window']}>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <h1><IconLifebuoy size={24} stroke={1.75} aria-hidden />{t('recovery.title', { name: info.name })}</h1>
          <p role="alert" aria-label={t('recovery.reasonLabel')}>{reasonText(t, failure)}</p>
          <p className={styles['kept']}>{t('recovery.kept')}</p>
        </header>
        {recovery.failure && (
          <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{t('recovery.failed', { reason: wayFailureText(t, recovery.failure) })}</Notice>
        )}
        <section className={styles['block']} aria-labelledby="recommended">
          <h2 id="recommended">{t('recovery.recommended')}</h2>
          {way === 'tryAgain' && <TryAgain disabled={running !== null} />}
          {way === 'rewriteJournal' && <Rewrite recovery={recovery} filled />}
          {way === 'rebuild' && <Rebuild copies={copies} running={running} onRebuild={rebuild} filled />}
          {(running === 'rebuild' || running === 'rewrite') && <div className={styles['working']}><KeepProgress title={t('recovery.working')} /></div>}
        </section>
        <RecoveryCopies copies={copies} disabled={running !== null} onRebuild={rebuild} />
        <section className={styles['block']} aria-labelledby="other-ways">
          <h2 id="other-ways">{t('recovery.otherWays')}</h2>
          {way !== 'rebuild' && <Rebuild copies={copies} running={running} onRebuild={rebuild} />}
          {way !== 'rewriteJournal' && failure.code === 'journal.diverged' && <Rewrite recovery={recovery} />}
          <OtherWays
            disabled={running !== null}
            onFile={() => setDialog('file')}
            onRaw={() =>
              act('raw', async () => {
                const exported = await call('recovery.exportRaw', {});
                if (exported.ok && exported.value.saved) notifications.show({ message: t('recovery.exported') });
                return exported;
              })
            }
            onOther={() => act('other', () => call('workspace.close', {}))}
            onDiscard={() => setDialog('discard')}
          />
        </section>
        <details className={styles['details']}>
          <summary>{t('recovery.details')}</summary>
          <pre>{JSON.stringify(failure, null, 1)}</pre>
        </details>
      </div>
      {dialog === 'file' && <RestoreFile present={present} onClose={() => setDialog(null)} />}
      {dialog === 'discard' && <DiscardDialog name={info.name} onClose={() => setDialog(null)} />}
    </main>
  );
}

function wayFailureText(t: Translate, failure: WayFailure): string {
  return isCallFailure(failure) ? t('recovery.failedCode', { text: copyFailure(t, failure) }) : reasonText(t, failure);
}

function TryAgain({ disabled }: { readonly disabled: boolean }) {
  const { t } = useMessages();
  return (
    <div className={styles['way']}>
      <p>{t('recovery.next_lowDisk')}</p>
      <Button variant="filled" leftSection={<IconRefresh size={14} stroke={1.75} aria-hidden />} disabled={disabled} onClick={() => location.reload()}>{t('recovery.tryAgain')}</Button>
    </div>
  );
}

function Rewrite({ recovery: { running, act, rewrite }, filled = false }: { readonly recovery: Recovery; readonly filled?: boolean }) {
  const { t } = useMessages();
  return (
    <div className={styles['way']}>
      <div><b>{t('recovery.rewrite')}</b><p>{t('recovery.rewriteText')}</p></div>
      <Button variant={filled ? 'filled' : 'default'} loading={running === 'rewrite'} disabled={running !== null && running !== 'rewrite'} onClick={() => act('rewrite', rewrite)}>{t('recovery.rewrite')}</Button>
    </div>
  );
}

interface RebuildProps {
  readonly copies: readonly SnapshotInfo[] | null;
  readonly running: string | null;
  readonly onRebuild: (snapshot: SnapshotInfo | null) => void;
  readonly filled?: boolean;
}

function Rebuild({ copies, running, onRebuild, filled = false }: RebuildProps) {
  const { t } = useMessages();
  const { instant, number } = useFormats();
  const newest = copies?.[0] ?? null;
  return (
    <div className={styles['way']}>
      <div>
        <b>{newest ? t('recovery.rebuildFrom', { when: instant(newest.createdAt), seq: number(newest.journalSeq) }) : t('recovery.rebuild')}</b>
        <p>{newest ? t('recovery.rebuildText') : t('recovery.rebuildNothing')}</p>
      </div>
      <Button variant={filled ? 'filled' : 'default'} loading={running === 'rebuild'} disabled={copies === null || (running !== null && running !== 'rebuild')} onClick={() => onRebuild(newest)}>{t('recovery.rebuild')}</Button>
    </div>
  );
}
