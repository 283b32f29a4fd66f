import type { Explanation } from '@shared/contracts/explanation';
import { localDayOf } from '@shared/kernel/day';
import { useLiveQuery } from 'dexie-react-hooks';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from './workspace-context';
import styles from './why-figure.module.css';

/** The committed version a target comes from: who set it, when, and why. */
export function PlanVersion({ plan: { planId, version } }: { readonly plan: NonNullable<Explanation['plan']> }) {
  const { t } = useMessages();
  const { fullDay } = useFormats();
  const { db } = useWorkspace();
  const commit = useLiveQuery(async () => (await db.planCommits.get(`${planId}/v${version}`)) ?? null, [db, planId, version]);
  if (commit === undefined) return null;
  if (commit === null) return <p className={styles['version']}>{t('drill.planUncommitted')}</p>;
  return (
    <p className={styles['version']}>
      <b>{t('drill.planVersionLine', { version, date: fullDay(localDayOf(Date.parse(commit.committedAt))), author: commit.author })}</b>
      <span>{commit.reason}</span>
    </p>
  );
}
