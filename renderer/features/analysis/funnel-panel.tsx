import type { CohortFunnel } from '@shared/contracts/funnel';
import type { Figures } from '@shared/contracts/figures';
import { type Day, monthOfDay } from '@shared/kernel/day';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { Panel } from '@renderer/ui/panel';
import { explainCohortRate } from './explain-funnel';
import styles from './funnel.module.css';
import { FunnelTable } from './funnel-table';
import { useFunnel } from './use-funnel';

/** The funnel of the period and scope: what became of those created in it, beside what stands open today. */
export function FunnelPanel({ figures }: { readonly figures: Figures }) {
  const { t } = useMessages();
  const funnel = useFunnel(figures.period.key, figures.scope.nodeId);
  return (
    <Panel title={t('funnel.title')} note={funnel && <Total funnel={funnel} />} foot={funnel && funnel.steps.length > 0 ? <Notes funnel={funnel} /> : undefined}>
      {funnel && (funnel.steps.length === 0 && funnel.cohort.created === 0 ? <p className={styles['empty']}>{t('funnel.empty')}</p> : <FunnelTable funnel={funnel} />)}
    </Panel>
  );
}

function Total({ funnel }: { readonly funnel: CohortFunnel }) {
  const { t } = useMessages();
  const { percent, number } = useFormats();
  const { created, won, conversion } = funnel.cohort;
  const text = t('funnel.total', { rate: percent(conversion), won: number(won), created: number(created) });
  return <Figure name={t('funnel.nameTotal')} explain={explainCohortRate(funnel)}>{text}</Figure>;
}

/** How the counts are to be read: what history is, and what one import alone cannot tell. */
function Notes({ funnel }: { readonly funnel: CohortFunnel }) {
  const { t } = useMessages();
  const { percent, number, month } = useFormats();
  const { cohort, history, steps } = funnel;
  const monthOf = (day: Day) => month(monthOfDay(day));
  const notes = [
    ...(cohort.open > 0 ? [t('funnel.noteOpen', { n: number(cohort.open) })] : []),
    ...(history === null
      ? [t('funnel.noteHistory')]
      : [t('funnel.noteHistoryOf', { from: monthOf(history.from), to: monthOf(history.to), created: number(history.created), rate: percent(history.conversion) })]),
    ...(steps.some((step) => step.cohort === null) ? [t('funnel.noteOrder')] : []),
    ...(cohort.seenOnce > 0 ? [t('funnel.noteOnce', { count: cohort.seenOnce })] : []),
    ...(cohort.lostUnseen > 0 ? [t('funnel.noteLost', { count: cohort.lostUnseen })] : []),
  ];
  return <ul className={styles['notes']}>{notes.map((note) => <li key={note}>{note}</li>)}</ul>;
}
