import type { PaceStatus } from '@shared/contracts/figures';
import { useMessages } from '@renderer/i18n/use-messages';
import { paceLook } from './pace-look';
import styles from './status-word.module.css';

/** A pace status as icon, word and colour; null (no plan or no time base) shows –. */
export function StatusWord({ status }: { readonly status: PaceStatus | null }) {
  const { t } = useMessages();
  if (status === null) return <span className={styles['none']}>–</span>;
  const { icon: Icon, tone } = paceLook[status];
  return (
    <span className={styles['status']} data-tone={tone}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {t(`ui.${status}`)}
    </span>
  );
}
