import { Button, Progress } from '@mantine/core';
import { IconSquare } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './progress-foot.module.css';

interface ProgressFootProps {
  /** What is going on: 「正在入库」. */
  readonly title: string;
  readonly done: number;
  readonly total: number;
  /** Counts in the unit that people think in (rows, pages); without it done / total is shown. */
  readonly counts?: ReactNode;
  /** Null while it cannot be told yet. */
  readonly secondsLeft: number | null;
  readonly cancelLabel?: string;
  readonly onCancel?: () => void;
}

/** The bottom bar while long work runs: counts, bar, time left and cancel, in place of the page's buttons. */
export function ProgressFoot({ title, done, total, counts, secondsLeft, cancelLabel, onCancel }: ProgressFootProps) {
  const { t } = useMessages();
  const { number } = useFormats();
  return (
    <div className={styles['foot']}>
      <div className={styles['progress']}>
        <div className={styles['line']}>
          <b>{title}</b>
          <output>{counts ?? t('ui.progressOf', { done: number(done), total: number(total) })}</output>
          <span className={styles['grow']} />
          {secondsLeft !== null && <span className={styles['left']}>{secondsLeft < 90 ? t('ui.secondsLeft', { count: Math.ceil(secondsLeft) }) : t('ui.minutesLeft', { count: Math.ceil(secondsLeft / 60) })}</span>}
        </div>
        <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={title} />
      </div>
      {onCancel && <Button leftSection={<IconSquare size={12} stroke={2.25} aria-hidden />} onClick={onCancel}>{cancelLabel ?? t('ui.cancel')}</Button>}
    </div>
  );
}
