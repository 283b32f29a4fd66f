import type { SnapshotInfo } from '@shared/contracts/keep-calls';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDots, IconFileExport, IconFolderSearch, IconPin, IconShieldCheck } from '@tabler/icons-react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { rememberedFailure } from '@renderer/parts/copy-failure';
import { Chip } from '@renderer/ui/chip';
import { type Column, DataTable } from '@renderer/ui/data-table';
import styles from './copies.module.css';

export type SnapshotAction = 'restore' | 'verify' | 'export' | 'reveal';

interface SnapshotTableProps {
  readonly snapshots: readonly SnapshotInfo[];
  readonly disabled: boolean;
  readonly onAction: (action: SnapshotAction, snapshot: SnapshotInfo) => void;
}

/** Every copy on this computer, newest first: when, why, how much it holds, whether it is sound. */
export function SnapshotTable({ snapshots, disabled, onAction }: SnapshotTableProps) {
  const { t } = useMessages();
  const { number, instant, bytes } = useFormats();
  const count = (key: 'records' | 'orderLines' | 'opportunities', head: string, width: number): Column<SnapshotInfo> => ({ key, head, width, numeric: true, cell: ({ counts, fault }) => (fault === null ? number(counts[key]) : '–') });
  const columns: Column<SnapshotInfo>[] = [
    { key: 'when', head: t('copies.colWhen'), width: 128, cell: ({ createdAt }) => instant(createdAt) },
    { key: 'reason', head: t('copies.colReason'), width: 108, cell: ({ reason }) => t(`copies.reason_${reason}`) },
    { key: 'size', head: t('copies.colSize'), width: 76, numeric: true, cell: (snapshot) => bytes(snapshot.bytes) },
    count('records', t('copies.colRecords'), 68),
    count('orderLines', t('copies.colOrders'), 80),
    count('opportunities', t('copies.colOpportunities'), 92),
    { key: 'seq', head: t('copies.colSeq'), width: 60, numeric: true, cell: ({ journalSeq }) => number(journalSeq) },
    { key: 'state', head: t('copies.colState'), cell: (snapshot) => <SnapshotState snapshot={snapshot} /> },
    { key: 'actions', head: '', label: t('copies.colActions'), width: 118, cell: (snapshot) => <SnapshotActions snapshot={snapshot} disabled={disabled} onAction={(action) => onAction(action, snapshot)} /> },
  ];
  return <DataTable label={t('copies.list')} columns={columns} rows={snapshots} rowKey={({ id }) => id} tall empty={t('copies.empty')} />;
}

function SnapshotState({ snapshot: { fault, verifiedAt, pinnedUntil } }: { readonly snapshot: SnapshotInfo }) {
  const { t } = useMessages();
  const { instant } = useFormats();
  return (
    <span className={styles['state']}>
      {fault !== null && <span title={rememberedFailure(t, fault)}><Chip tone="behind" icon={<IconAlertTriangle size={12} stroke={2.25} aria-hidden />}>{t('copies.faulty')}</Chip></span>}
      {fault === null && verifiedAt !== null && <span title={t('copies.verifiedAt', { when: instant(verifiedAt) })}><Chip tone="ahead" icon={<IconCircleCheck size={12} stroke={2.25} aria-hidden />}>{t('copies.verified')}</Chip></span>}
      {pinnedUntil !== null && <Chip icon={<IconPin size={12} stroke={2.25} aria-hidden />}>{t('copies.pinned', { when: instant(pinnedUntil) })}</Chip>}
    </span>
  );
}

interface SnapshotActionsProps {
  readonly snapshot: SnapshotInfo;
  readonly disabled: boolean;
  readonly onAction: (action: SnapshotAction) => void;
}

function SnapshotActions({ snapshot: { createdAt, fault }, disabled, onAction }: SnapshotActionsProps) {
  const { t } = useMessages();
  const { instant } = useFormats();
  const when = instant(createdAt);
  const item = (action: SnapshotAction, ActionShown: typeof IconDots, label: string) => (
    <Menu.Item fz="xs" leftSection={<ActionShown size={14} stroke={1.75} aria-hidden />} onClick={() => onAction(action)}>{label}</Menu.Item>
  );
  return (
    <span className={styles['actions']}>
      {fault === null && <Button className={styles['small']} disabled={disabled} aria-label={t('copies.restoreOf', { when })} onClick={() => onAction('restore')}>{t('copies.restore')}</Button>}
      <Menu position="bottom-end" portalProps={{ target: 'main' }}>
        <Menu.Target>
          <ActionIcon size={24} disabled={disabled} aria-label={t('copies.actionsOf', { when })}><IconDots size={16} stroke={1.75} aria-hidden /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {item('verify', IconShieldCheck, t('copies.verify'))}
          {fault === null && item('export', IconFileExport, t('copies.exportOne'))}
          {item('reveal', IconFolderSearch, t('copies.reveal'))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
