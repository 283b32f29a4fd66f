import { IconCheck } from '@tabler/icons-react';
import { useMessages } from '@renderer/i18n/use-messages';
import type { FileState } from './import-flow';
import styles from './import-steps.module.css';

const steps = ['stepChoose', 'stepInspect', 'stepMap', 'stepTrial', 'stepCommit', 'stepReport'] as const;

/** Where a file stands, as an index into the steps. */
function stepOf(state: FileState, asks: boolean): number {
  switch (state.at) {
    case 'queued':
    case 'inspecting':
    case 'refused':
      return 1;
    case 'mapped':
      return asks ? 2 : 3;
    case 'committing':
      return 4;
    case 'committed':
      return 5;
  }
}

/** The strip of six steps; steps are passed by doing, so they are no buttons. */
export function ImportSteps({ state, asks }: { readonly state: FileState; readonly asks: boolean }) {
  const { t } = useMessages();
  const current = stepOf(state, asks);
  return (
    <ol className={styles['steps']} aria-label={t('imports.stepsLabel')}>
      {steps.map((step, index) => {
        const done = index < current;
        const name = t(`imports.${step}`);
        return (
          <li key={step} data-state={done ? 'done' : index === current ? 'current' : 'ahead'} aria-current={index === current ? 'step' : undefined}>
            <span aria-hidden>{done ? <IconCheck size={12} stroke={2.25} /> : index + 1}</span>
            <em>{done ? <><span className={styles['hidden']}>{t('imports.stepDone', { step: name })}</span><span aria-hidden>{name}</span></> : name}</em>
          </li>
        );
      })}
    </ol>
  );
}
