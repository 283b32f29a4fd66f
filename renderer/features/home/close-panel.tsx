import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { Figures } from '@shared/contracts/figures';
import { type CloseState, closeSteps } from '@shared/domain/home/month-close';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Panel } from '@renderer/ui/panel';
import { closeFact, closePlace } from './close-step';
import { useHome } from './home-context';
import { useGo } from './use-go';
import styles from './home.module.css';

const LOOKS = { done: IconCircleCheck, todo: IconCircle, waiting: IconCircleDashed } as const;

/** The steps of the month's close with how far each is; those to be done now lead to where they are, the first of them in front (where nothing is imported at all, the page's own way to the imports is). */
export function ClosePanel({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const formats = useFormats();
  const { findings, close } = useHome();
  const go = useGo();
  const month = findings?.closing.month;
  const done = close && closeSteps.filter((step) => close.states[step] === 'done').length;
  const first = close && closeSteps.find((step) => close.states[step] === 'todo');
  return (
    <Panel
      title={month === undefined ? t('home.closeTitle', { month: '' }) : t('home.closeTitle', { month: formats.monthName(month) })}
      note={done === null ? t('home.checking') : done === closeSteps.length ? t('home.closed') : t('home.closeNote', { done: formats.number(done), total: formats.number(closeSteps.length) })}
      className={styles['panel'] ?? ''}
    >
      <div className={styles['steps']} aria-hidden>{closeSteps.map((step) => <i key={step} data-state={close?.states[step]} />)}</div>
      <ul className={styles['list']} aria-label={t('home.closeList')} aria-busy={close === null}>
        {closeSteps.map((step) => {
          const state: CloseState = close?.states[step] ?? 'waiting';
          const Look = LOOKS[state];
          return (
            <li key={step} data-state={close === null ? undefined : state} data-step={step}>
              <Look size={16} stroke={1.75} aria-hidden />
              <span className={styles['step']}>{t(`home.step_${step}`)}</span>
              <span className={styles['fact']}>{close && findings && closeFact(step, findings.closing, close, t, formats)}</span>
              <span className={styles['act']}>
                {close !== null && state === 'todo' && findings && (
                  <Button size="compact-xs" variant={step === first && findings.lastImportedAt !== null ? 'filled' : 'default'} onClick={() => go(closePlace(step, findings.closing, figures))}>{t(`home.go_${step}`)}</Button>
                )}
                {close !== null && state !== 'todo' && t(`home.state_${state}`)}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
