import { ActionIcon, Button } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleDot, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type FirstStep, type StepState, nextStep } from '@shared/domain/start/first-steps';
import { useMessages } from '@renderer/i18n/use-messages';
import styles from './guide-bar.module.css';
import { GuideInsight } from './guide-insight';
import { stepPlace } from './step-place';
import { type FirstStepsSoFar, useFirstSteps } from './use-first-steps';

interface GuideBarProps {
  /** Asked for from the menu: it does not leave by itself. */
  readonly staysWhenDone: boolean;
  readonly onHide: () => void;
}

/** The first steps of a new workspace in a bar over its pages: what is done ticks itself, what is next has its button. Goes when all is done. */
export function GuideBar({ staysWhenDone, onHide }: GuideBarProps) {
  const soFar = useFirstSteps();
  const leaves = soFar !== null && nextStep(soFar.steps) === null && !staysWhenDone;
  useEffect(() => {
    if (leaves) onHide();
  }, [leaves, onHide]);
  return soFar === null || leaves ? null : <Steps soFar={soFar} onHide={onHide} />;
}

function Steps({ soFar, onHide }: { readonly soFar: FirstStepsSoFar; readonly onHide: () => void }) {
  const { t } = useMessages();
  const { steps, facts, figures } = soFar;
  const next = nextStep(steps);
  const count = steps.filter(({ done }) => done).length;
  return (
    <section className={styles['guide']} data-print-hide aria-label={t('firstSteps.title')}>
      <div className={styles['line']}>
        <b className={styles['title']}>{t('firstSteps.title')}</b>
        <ol className={styles['steps']}>
          {steps.map((step) => <Step key={step.step} step={step} current={step.step === next} people={facts.people} />)}
        </ol>
        <output className={styles['count']}>{t('firstSteps.count', { done: count, total: steps.length })}</output>
        <ActionIcon size={24} aria-label={t('firstSteps.hide')} title={t('firstSteps.hideNote')} onClick={onHide}><IconX size={14} stroke={1.75} aria-hidden /></ActionIcon>
      </div>
      <div className={styles['line']}>
        <div className={styles['text']}>
          <GuideInsight figures={figures} />
          <span>{next === null ? t('firstSteps.allDone') : whatNext(t, next, facts)}</span>
        </div>
        {next !== null && <GoButton step={next} people={facts.people} />}
      </div>
    </section>
  );
}

function whatNext(t: ReturnType<typeof useMessages>['t'], step: FirstStep, { people, undecidedOwners }: FirstStepsSoFar['facts']): string {
  if (step !== 'owners') return t(`firstSteps.${step}Text`);
  return people === 0 ? t('firstSteps.peopleText') : t('firstSteps.ownersText', { count: undecidedOwners });
}

const looks = { done: IconCircleCheck, current: IconCircleDot, open: IconCircle };

function Step({ step: { step, done }, current, people }: { readonly step: StepState; readonly current: boolean; readonly people: number }) {
  const { t } = useMessages();
  const go = useGo(step, people);
  const state = done ? 'done' : current ? 'current' : 'open';
  const StateIcon = looks[state];
  const name = t(`firstSteps.${step}`);
  return (
    <li>
      <button type="button" className={styles['step']} data-state={state} {...(current ? { 'aria-current': 'step' as const } : {})} aria-label={done ? t('firstSteps.stepDone', { name }) : name} onClick={go}>
        <StateIcon size={14} stroke={1.75} aria-hidden />
        {name}
      </button>
    </li>
  );
}

function GoButton({ step, people }: { readonly step: FirstStep; readonly people: number }) {
  const { t } = useMessages();
  const go = useGo(step, people);
  return <Button className={styles['go'] ?? ''} onClick={go}>{step === 'owners' && people === 0 ? t('firstSteps.peopleGo') : t(`firstSteps.${step}Go`)}</Button>;
}

function useGo(step: FirstStep, people: number): () => void {
  const navigate = useNavigate();
  const { to, tab } = stepPlace(step, people);
  return () => void navigate({ to, search: ({ period, scope }: { period?: string; scope?: string }) => ({ ...(period === undefined ? {} : { period }), ...(scope === undefined ? {} : { scope }), ...(tab === null ? {} : { tab }) }) });
}
