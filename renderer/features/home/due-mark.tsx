import { IconClock, IconClockExclamation } from '@tabler/icons-react';
import { daysOverdue } from '@shared/domain/actions/due-actions';
import type { Day } from '@shared/kernel/day';
import type { Action } from '@shared/records/action';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './home.module.css';

/** When an open action is due: icon, word and colour; a closed one shows the day it was closed. */
export function DueMark({ action, today }: { readonly action: Action; readonly today: Day }) {
  const { t } = useMessages();
  const { day } = useFormats();
  if (action.status !== 'open') return <span className={styles['dueMark']}>{t(`home.status_${action.status}`)} {day(action.closedOn)}</span>;
  const days = daysOverdue(action, today);
  const Look = days > 0 ? IconClockExclamation : IconClock;
  return (
    <span className={styles['dueMark']} data-late={days > 0 || undefined}>
      <Look size={14} stroke={1.75} aria-hidden />
      {days > 0 ? t('home.overdueBy', { count: days }) : days === 0 ? t('home.dueToday') : day(action.dueOn)}
    </span>
  );
}
