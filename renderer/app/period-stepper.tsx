import { Popover, UnstyledButton } from '@mantine/core';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { usePlace } from '@renderer/parts/use-place';
import { Chip } from '@renderer/ui/chip';
import { PeriodMenu } from './period-menu';
import styles from './period-stepper.module.css';
import { overlaps } from './period-steps';
import { usePeriodSteps } from './use-period-steps';

/** Which month, quarter or year everything on screen is about: one step back, one on, or any by the menu. */
export function PeriodStepper() {
  const { t } = useMessages();
  const { period: periodName } = useFormats();
  const { setPeriod } = usePlace();
  const steps = usePeriodSteps();
  const [opened, setOpened] = useState(false);
  if (steps === null) return null;
  const { key, fiscalStart, first, last, running } = steps;
  const isRunning = overlaps(key, fiscalStart, running, running);
  return (
    <div className={styles['stepper']}>
      <Step name={t('months.previous')} to={steps.previous} onStep={setPeriod}><IconChevronLeft size={14} stroke={1.75} aria-hidden /></Step>
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
            fiscalStart={fiscalStart}
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
      <Step name={t('months.next')} to={steps.next} onStep={setPeriod}><IconChevronRight size={14} stroke={1.75} aria-hidden /></Step>
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
