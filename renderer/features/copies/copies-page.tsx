import type { SnapshotInfo } from '@shared/contracts/keep-calls';
import { ok } from '@shared/kernel/result';
import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconDatabaseExport, IconFileExport, IconFileImport, IconFolderOpen, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { takeCopy } from '@renderer/ledger/backup/take-copy';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { copyFailure, rememberedFailure } from '@renderer/parts/copy-failure';
import { RestoreDialog } from '@renderer/parts/restore-dialog';
import { RestoreFile } from '@renderer/parts/restore-file';
import { useAsked } from '@renderer/parts/use-asked';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import { call } from '@renderer/platform/workbench';
import { Notice } from '@renderer/ui/notice';
import { PageBar } from '@renderer/ui/page-bar';
import { Panel } from '@renderer/ui/panel';
import { ScrollBody } from '@renderer/ui/scroll-body';
import { ExportDialog } from './export-dialog';
import styles from './copies.module.css';
import { SidePanels } from './side-panels';
import { type SnapshotAction, SnapshotTable } from './snapshot-table';
import { type Copies, useCopies } from './use-copies';
import { usePresent } from './use-present';

type Asked = { readonly dialog: 'exportNow' } | { readonly dialog: 'fromFile' } | { readonly dialog: 'restore' | 'export'; readonly snapshot: SnapshotInfo };

/** Everything about this workspace's copies on one page: what there is, whether it is sound, and what can be done with it. */
export function CopiesPage() {
  const { t } = useMessages();
  const copies = useCopies();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { state, running, failure, act } = copies;
  const busy = running !== null;
  const makeNow = useMakeNow(copies);
  useAsked('makeCopy', busy ? null : makeNow);
  const onSnapshot = useSnapshotActions(copies, setAsked);
  return (
    <>
      <PageBar
        title={t('copies.title')}
        actions={
          <>
            <ActionIcon disabled={busy} aria-label={t('copies.openFolder')} title={t('copies.openFolder')} onClick={() => act('folder', () => call('keep.reveal', { id: null }))}><IconFolderOpen size={16} stroke={1.75} aria-hidden /></ActionIcon>
            <Button leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden />} disabled={busy} onClick={() => setAsked({ dialog: 'fromFile' })}>{t('copies.fromFile')}</Button>
            <Button leftSection={<IconFileExport size={14} stroke={1.75} aria-hidden />} disabled={busy} onClick={() => setAsked({ dialog: 'exportNow' })}>{t('copies.exportNow')}</Button>
            <Button variant="filled" leftSection={<IconDatabaseExport size={14} stroke={1.75} aria-hidden />} disabled={busy && running !== 'make'} loading={running === 'make'} onClick={makeNow}>{t('copies.makeNow')}</Button>
          </>
        }
      >
        {state && <LastCopy snapshots={state.snapshots} />}
      </PageBar>
      <ScrollBody className={styles['page']}>
        <div className={styles['main']}>
          <div className={styles['notices']}>
            {failure && <Notice tone="behind" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}>{t('copies.failed', { reason: copyFailure(t, failure) })}</Notice>}
          </div>
          <Panel title={t('copies.list')} note={t('copies.listNote', { count: state?.snapshots.length ?? 0 })}>
            {state && <SnapshotTable snapshots={state.snapshots} disabled={busy} onAction={onSnapshot} />}
          </Panel>
        </div>
        <div className={styles['side']}>
          {state && (
            <SidePanels
              state={state}
              running={running}
              onDrill={() => act('drill', () => call('keep.drill', {}))}
              onSecondPlace={(forget) => act('second', () => call('keep.secondPlace', { forget }), () => forget && notifications.show({ message: t('copies.secondForgotten') }))}
            />
          )}
        </div>
      </ScrollBody>
      {asked && <Dialogs asked={asked} copies={copies} onClose={() => setAsked(null)} />}
    </>
  );
}

/** When the newest copy that can be used was made. */
function LastCopy({ snapshots }: { readonly snapshots: readonly SnapshotInfo[] }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  const last = snapshots.find(({ fault }) => fault === null);
  if (last === undefined) return <span className={styles['last']}>{t('copies.noCopy')}</span>;
  const when = instant(last.createdAt);
  return <span className={styles['last']}><IconShieldCheck size={14} stroke={1.75} aria-hidden />{last.verifiedAt === null ? t('copies.lastCopyUnchecked', { when }) : t('copies.lastCopy', { when })}</span>;
}

function useMakeNow({ act }: Copies): () => void {
  const { t } = useMessages();
  const { bytes } = useFormats();
  const workspace = useWorkspace();
  const ledger = useLedger();
  return () =>
    act('make', () => takeCopy(workspace, ledger, { reason: 'hand', to: 'snapshots', passphrase: null }), (copy) => notifications.show({ message: copy ? t('copies.made', { size: bytes(copy.bytes) }) : t('copies.unchanged') }));
}

function useSnapshotActions({ act }: Copies, ask: (asked: Asked) => void): (action: SnapshotAction, snapshot: SnapshotInfo) => void {
  const { t } = useMessages();
  const { instant } = useFormats();
  const said = ({ createdAt, fault }: SnapshotInfo) => {
    const when = instant(createdAt);
    notifications.show(fault === null ? { message: t('copies.verifyOk', { when }) } : { color: 'red', message: t('copies.verifyBad', { when, reason: rememberedFailure(t, fault) }) });
  };
  return (action, snapshot) => {
    const { id } = snapshot;
    if (action === 'verify') act(action, () => call('keep.verify', { id }), said);
    else if (action === 'reveal') act(action, () => call('keep.reveal', { id }));
    else ask({ dialog: action, snapshot });
  };
}

function Dialogs({ asked, copies: { running, act }, onClose }: { readonly asked: Asked; readonly copies: Copies; readonly onClose: () => void }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  const workspace = useWorkspace();
  const ledger = useLedger();
  const present = usePresent();
  /** Closes when written; a failure stands on the page. */
  const written = (saved: boolean) => saved && notifications.show({ message: t('copies.exported') });
  switch (asked.dialog) {
    case 'fromFile':
      return <RestoreFile present={present} onClose={onClose} />;
    case 'restore':
      return <RestoreDialog copy={{ snapshot: asked.snapshot.id }} held={asked.snapshot} passphrase={null} foreign={false} present={present} onClose={onClose} />;
    case 'exportNow':
      return (
        <ExportDialog
          text={t('copies.exportText')}
          busy={running === 'export'}
          onClose={onClose}
          onExport={(passphrase) =>
            act('export', async () => {
              const copied = await takeCopy(workspace, ledger, { reason: 'hand', to: 'file', passphrase });
              onClose();
              return copied.ok ? ok(copied.value !== null) : copied;
            }, written)
          }
        />
      );
    case 'export':
      return (
        <ExportDialog
          text={t('copies.exportOneText', { when: instant(asked.snapshot.createdAt) })}
          busy={running === 'export'}
          onClose={onClose}
          onExport={(passphrase) =>
            act('export', async () => {
              const saved = await call('keep.exportSnapshot', { id: asked.snapshot.id, passphrase });
              onClose();
              return saved;
            }, ({ saved }) => written(saved))
          }
        />
      );
  }
}
