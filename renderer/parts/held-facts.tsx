import type { BackupManifest } from '@shared/contracts/backup-file';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './held-facts.module.css';

/** What a backup holds; a snapshot of the open workspace leaves out what goes without saying. */
export type HeldCopy = Pick<BackupManifest, 'createdAt' | 'reason' | 'counts' | 'journalSeq'> & Partial<Pick<BackupManifest, 'name' | 'appVersion'>>;

/** A backup's facts in two columns, for people to recognise it by. */
export function HeldFacts({ copy: { name, createdAt, reason, counts, journalSeq, appVersion } }: { readonly copy: HeldCopy }) {
  const { t } = useMessages();
  const { number, instant } = useFormats();
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('copies.holdWorkspace'), name],
    [t('copies.holdWhen'), instant(createdAt)],
    [t('copies.holdReason'), t(`copies.reason_${reason}`)],
    [t('copies.holdRecords'), number(counts.records)],
    [t('copies.holdOrders'), number(counts.orderLines)],
    [t('copies.holdOpportunities'), number(counts.opportunities)],
    [t('copies.holdSteps'), number(journalSeq)],
    [t('copies.holdVersion'), appVersion],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([term, value]) => value !== undefined && <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
