import type { SnapshotInfo } from '@shared/contracts/keep-calls';
import { Button } from '@mantine/core';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { ScrollBody } from '@renderer/ui/scroll-body';
import styles from './recovery.module.css';

interface RecoveryCopiesProps {
  readonly copies: readonly SnapshotInfo[] | null;
  readonly disabled: boolean;
  readonly onRebuild: (snapshot: SnapshotInfo) => void;
}

/** The last good copies with what they hold; each can be the ground that a rebuild starts from. */
export function RecoveryCopies({ copies, disabled, onRebuild }: RecoveryCopiesProps) {
  const { t } = useMessages();
  const { number, instant } = useFormats();
  const count = (key: 'records' | 'orderLines' | 'opportunities', head: string): Column<SnapshotInfo> => ({ key, head, width: 96, numeric: true, cell: ({ counts }) => number(counts[key]) });
  const columns: Column<SnapshotInfo>[] = [
    { key: 'when', head: t('copies.colWhen'), cell: ({ createdAt }) => instant(createdAt) },
    { key: 'reason', head: t('copies.colReason'), width: 120, cell: ({ reason }) => t(`copies.reason_${reason}`) },
    count('records', t('copies.colRecords')),
    count('orderLines', t('copies.colOrders')),
    count('opportunities', t('copies.colOpportunities')),
    { key: 'seq', head: t('copies.colSeq'), width: 72, numeric: true, cell: ({ journalSeq }) => number(journalSeq) },
    {
      key: 'actions', head: '', label: t('copies.colActions'), width: 168,
      cell: (copy) => <span className={styles['right']}><Button className={styles['small']} disabled={disabled} aria-label={t('recovery.rebuildThisOf', { when: instant(copy.createdAt) })} onClick={() => onRebuild(copy)}>{t('recovery.rebuildThis')}</Button></span>,
    },
  ];
  return (
    <section className={styles['copies']} aria-labelledby="good-copies">
      <h2 id="good-copies">{t('recovery.copies')}<span>{copies === null ? '' : t('recovery.copiesNote', { count: copies.length })}</span></h2>
      <ScrollBody className={styles['table']}>
        {copies !== null && <DataTable label={t('recovery.copies')} columns={columns} rows={copies} rowKey={({ id }) => id} tall empty={t('recovery.copiesNone')} />}
      </ScrollBody>
    </section>
  );
}
