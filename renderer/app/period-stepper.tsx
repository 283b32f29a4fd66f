import { Popover, UnstyledButton } from '@mantine/core';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { monthOfDay } from '@shared/kernel/day';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useFigures } from '@renderer/parts/use-figures';
import { usePlace } from '@renderer/parts/use-place';
import { useSettings } from '@renderer/parts/use-settings';
import { Chip } from '@renderer/ui/chip';
import { PeriodMenu } from './period-menu';
import styles from './period-stepper.module.css';
import { overlaps, stepPeriod } from './period-steps';

/** Which month, quarter or year everything on screen is about: one step back, one on, or any by the menu. */
export function PeriodStepper() {
  const { t } = useMessages();
  const { period: periodName } = useFormats();
  const { period, setPeriod } = usePlace();
  const { figures } = useFigures();
  const settings = useSettings();
  const [opened, setOpened] = useState(false);
  const key = period ?? figures?.period.key ?? null;
  if (key === null || !figures || !settings) return null;

  const { fiscalYearStartMonth } = settings;
  const running = monthOfDay(figures.today);
  const first = figures.data.firstMonth ?? running;
  const last = figures.data.lastMonth !== null && figures.data.lastMonth > running ? figures.data.lastMonth : running;
  const isRunning = overlaps(key, fiscalYearStartMonth, running, running);
  const step = (by: -1 | 1) => {
    const next = stepPeriod(key, by, fiscalYearStartMonth);
    return overlaps(next, fiscalYearStartMonth, first, last) ? next : null;
  };
  return (
    <div className={styles['stepper']}>
      <Step name={t('months.previous')} to={step(-1)} onStep={setPeriod}><IconChevronLeft size={14} stroke={1.75} aria-hidden /></Step>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton className={styles['now']} aria-label={t('months.pick', { period: periodName(key) })} onClick={() => setOpened(!opened)}>
            <IconCalendar size={14} stroke={1.75} aria-hidden />
            <b>{periodName(key)}</b>
            {isRunning && <Chip tone="ontrack">{t('months.running')}</Chip>}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0}>
          <PeriodMenu
            picked={key}
            fiscalStart={fiscalYearStartMonth}
            first={first}
            last={last}
            running={running}
            onPick={(next) => {
              setPeriod(next);
              setOpened(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <Step name={t('months.next')} to={step(1)} onStep={setPeriod}><IconChevronRight size={14} stroke={1.75} aria-hidden /></Step>
    </div>
  );
}

function Step({ name, to, onStep, children }: { readonly name: string; readonly to: string | null; readonly onStep: (period: string) => void; readonly children: React.ReactNode }) {
  return (
    <UnstyledButton className={styles['step']} aria-label={name} title={name} disabled={to === null} onClick={() => to !== null && onStep(to)}>
      {children}
    </UnstyledButton>
  );
}
