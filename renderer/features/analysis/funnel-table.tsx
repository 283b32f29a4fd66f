import type { CohortFunnel, FunnelStep } from '@shared/contracts/funnel';
import { drillForClosed, drillForCohortWon, drillForCreated, drillForReached, drillForStanding } from '@shared/domain/figures/funnel-drills';
import { IconAlertTriangle, IconArrowDown } from '@tabler/icons-react';
import { unitOfAll } from '@renderer/i18n/formats';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { Chip } from '@renderer/ui/chip';
import styles from './funnel.module.css';

/** Stage by stage: the cohort with its conversions on the left, the snapshot on the right; every count opens its rows. */
export function FunnelTable({ funnel }: { readonly funnel: CohortFunnel }) {
  const { t } = useMessages();
  const { day, period, unit: unitOf, unitName } = useFormats();
  const unit = unitOf(unitOfAll(funnel.steps.map(({ snapshot }) => snapshot.amountFen)));
  const cohort = t('funnel.cohort', { period: period(funnel.period.key) });
  const snapshot = t('funnel.snapshot', { day: day(funnel.today), unit: unitName(unit) });
  return (
    <table className={styles['table']} aria-label={t('funnel.title')}>
      <colgroup><col className={styles['stage']} /><col /><col className={styles['snapshot']} /></colgroup>
      <thead>
        <tr>
          <th scope="col">{t('funnel.stage')}</th>
          <th scope="col" title={cohort}>{cohort}</th>
          <th scope="col" title={snapshot}>{snapshot}</th>
        </tr>
      </thead>
      <tbody>
        {funnel.steps.map((step, at) => (
          <tr key={step.stage}>
            <th scope="row" title={step.stage}>{step.stage}</th>
            <td>{step.cohort === null ? '–' : <Reached funnel={funnel} at={at} cohort={step.cohort} />}</td>
            <td><Standing funnel={funnel} step={step} unit={unit} /></td>
          </tr>
        ))}
        <End funnel={funnel} />
      </tbody>
    </table>
  );
}

interface ReachedProps {
  readonly funnel: CohortFunnel;
  readonly at: number;
  readonly cohort: NonNullable<FunnelStep['cohort']>;
}

/** How many of the cohort came so far, and below it which part of them went on. */
function Reached({ funnel, at, cohort }: ReachedProps) {
  const { t } = useMessages();
  const { number, percent } = useFormats();
  const { stage } = funnel.steps[at]!;
  const names = { from: stage, to: funnel.steps[at + 1]?.stage ?? t('funnel.won') };
  const cameFromBottleneck = funnel.steps[at - 1]?.cohort?.isBottleneck === true;
  return (
    <>
      <div className={styles['bar']}>
        <i style={{ width: lengthOf(cohort.reached, funnel.cohort.created, COUNT_PX) }} data-narrow={cameFromBottleneck || undefined} />
        <b><Figure name={t('funnel.nameReached', { stage })} drill={drillForReached(funnel, funnel.period, stage)}>{number(cohort.reached)}</Figure></b>
      </div>
      <div className={styles['step']}>
        <IconArrowDown size={12} stroke={2.25} aria-hidden />
        <b data-narrow={cohort.isBottleneck || undefined}>
          <Figure name={t('funnel.nameStep', names)} drill={drillForReached(funnel, funnel.period, stage)}>{percent(cohort.conversion)}</Figure>
        </b>
        {funnel.history && cohort.history !== null && (
          <Figure name={t('funnel.nameStepBefore', names)} drill={drillForReached(funnel, funnel.history, stage)}>{t('funnel.history', { rate: percent(cohort.history) })}</Figure>
        )}
        {cohort.isBottleneck && <span title={t('funnel.bottleneckWhy')}><Chip tone="behind" icon={<IconAlertTriangle size={12} stroke={2.25} aria-hidden />}>{t('funnel.bottleneck')}</Chip></span>}
      </div>
    </>
  );
}

interface StandingProps {
  readonly funnel: CohortFunnel;
  readonly step: FunnelStep;
  readonly unit: ReturnType<typeof unitOfAll>;
}

function Standing({ funnel, step: { stage, snapshot }, unit }: StandingProps) {
  const { t } = useMessages();
  const { amount, number } = useFormats();
  const fullest = Math.max(1, ...funnel.steps.map((step) => step.snapshot.count));
  const drill = drillForStanding(funnel, stage);
  return (
    <div className={styles['bar']} data-kind="snapshot">
      <i style={{ width: lengthOf(snapshot.count, fullest, SNAPSHOT_PX) }} />
      <b><Figure name={t('funnel.nameStanding', { stage })} drill={drill}>{number(snapshot.count)}</Figure></b>
      <small><Figure name={t('funnel.nameStandingAmount', { stage })} drill={drill}>{amount(snapshot.amountFen, unit)}</Figure></small>
    </div>
  );
}

/** The end of the funnel: those of the cohort that were won, and what was closed in the period. */
function End({ funnel }: { readonly funnel: CohortFunnel }) {
  const { t } = useMessages();
  const { number, period } = useFormats();
  const { cohort, closed } = funnel;
  const named = { period: period(funnel.period.key) };
  const isNarrow = funnel.steps.at(-1)?.cohort?.isBottleneck === true;
  return (
    <tr>
      <th scope="row">{t('funnel.won')}</th>
      <td>
        <div className={styles['bar']}>
          <i style={{ width: lengthOf(cohort.won, cohort.created, COUNT_PX) }} data-narrow={isNarrow || undefined} />
          <b><Figure name={t('funnel.nameCohortWon')} drill={drillForCohortWon(funnel, funnel.period)}>{number(cohort.won)}</Figure></b>
          {funnel.steps.every((step) => step.cohort === null) && (
            <small>/ <Figure name={t('funnel.nameCreated', named)} drill={drillForCreated(funnel, funnel.period)}>{number(cohort.created)}</Figure></small>
          )}
        </div>
      </td>
      <td>
        <div className={styles['closed']}>
          <span>{t('funnel.closed', named)}</span>
          <Figure name={t('funnel.nameClosedWon', named)} drill={drillForClosed(funnel, funnel.period, 'won')}>{t('funnel.closedWon', { n: number(closed.won.count) })}</Figure>
          <Figure name={t('funnel.nameClosedLost', named)} drill={drillForClosed(funnel, funnel.period, 'lost')}>{t('funnel.closedLost', { n: number(closed.lost.count) })}</Figure>
        </div>
      </td>
    </tr>
  );
}

/** Room for the figures after a bar. */
const COUNT_PX = 44;
const SNAPSHOT_PX = 96;

const lengthOf = (count: number, whole: number, roomPx: number) => `calc((100% - ${roomPx}px) * ${whole === 0 ? 0 : count / whole})`;
