import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type YearMonth, fiscalYearMonths, fiscalYearOf } from '@shared/kernel/month';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './period-menu.module.css';
import { fiscalYearOfPeriod, overlaps } from './period-steps';

interface PeriodMenuProps {
  readonly picked: string;
  readonly fiscalStart: number;
  /** Months that hold data, and the running one. */
  readonly first: YearMonth;
  readonly last: YearMonth;
  readonly running: YearMonth;
  readonly onPick: (period: string) => void;
}

/** A fiscal year at a time: the year, its quarters, its months. What holds no data cannot be picked. */
export function PeriodMenu({ picked, fiscalStart, first, last, running, onPick }: PeriodMenuProps) {
  const { t } = useMessages();
  const { monthName, period: periodName } = useFormats();
  const [year, setYear] = useState(fiscalYearOfPeriod(picked, fiscalStart));
  const choice = (key: string, text: ReactNode, name: string) => (
    <UnstyledButton
      key={key}
      className={styles['choice']}
      aria-label={name}
      aria-pressed={key === picked}
      data-running={key === running || undefined}
      disabled={!overlaps(key, fiscalStart, first, last)}
      onClick={() => onPick(key)}
    >
      {text}
    </UnstyledButton>
  );
  return (
    <div className={styles['menu']}>
      <div className={styles['year']}>
        <ActionIcon size={24} aria-label={t('months.previousYear')} disabled={year <= fiscalYearOf(first, fiscalStart)} onClick={() => setYear(year - 1)}><IconChevronLeft size={14} stroke={1.75} aria-hidden /></ActionIcon>
        {choice(String(year), <b>{periodName(String(year))}</b>, periodName(String(year)))}
        <ActionIcon size={24} aria-label={t('months.nextYear')} disabled={year >= fiscalYearOf(last, fiscalStart)} onClick={() => setYear(year + 1)}><IconChevronRight size={14} stroke={1.75} aria-hidden /></ActionIcon>
      </div>
      <div className={styles['quarters']}>{[1, 2, 3, 4].map((quarter) => choice(`${year}Q${quarter}`, `Q${quarter}`, periodName(`${year}Q${quarter}`)))}</div>
      <div className={styles['months']}>
        {fiscalYearMonths(year, fiscalStart).map((month) => choice(month, monthName(month), month === running ? `${periodName(month)} ${t('months.running')}` : periodName(month)))}
      </div>
      <div className={styles['legend']}><i />{t('months.running')}</div>
    </div>
  );
}
