import type { CohortFunnel } from '@shared/contracts/funnel';
import type { Explanation } from '@shared/contracts/explanation';
import { explainQuotient, explainRows } from '@shared/domain/figures/explain-marks';
import { line, partLine, quantity } from '@shared/domain/figures/formula-line';
import { drillForClosed, drillForCohortWon, drillForCreated, drillForReached, drillForStanding } from '@shared/domain/figures/funnel-drills';

const ofScope = ({ scope, period }: CohortFunnel): Explanation['of'] => ({ name: { text: scope.name }, period: period.key });
const ofStage = (funnel: CohortFunnel, stage: string): Explanation['of'] => ({ name: { text: `${funnel.scope.name} · ${stage}` }, period: funnel.period.key });

export const explainCreated = (funnel: CohortFunnel): Explanation => explainRows('created', ofScope(funnel), quantity('count', funnel.cohort.created), drillForCreated(funnel, funnel.period));

/** How many of the cohort came as far as a stage, and which part of all it is. */
export function explainReached(funnel: CohortFunnel, stage: string, reached: number): Explanation {
  return explainRows('reached', ofStage(funnel, stage), quantity('count', reached), drillForReached(funnel, funnel.period, stage), { name: { key: 'created' }, value: quantity('count', funnel.cohort.created) });
}

export const explainCohortWon = (funnel: CohortFunnel): Explanation => explainRows('cohortWon', ofScope(funnel), quantity('count', funnel.cohort.won), drillForCohortWon(funnel, funnel.period), { name: { key: 'created' }, value: quantity('count', funnel.cohort.created) });

/** Which part of those that reached a stage came into the next one; the last: was won. */
export function explainConversion(funnel: CohortFunnel, at: number): Explanation {
  const { stage, cohort } = funnel.steps[at]!;
  const next = funnel.steps[at + 1];
  const reached = explainReached(funnel, stage, cohort?.reached ?? 0);
  const on = next ? line('start', 'part_comesNext', quantity('count', next.cohort?.reached ?? null), explainReached(funnel, next.stage, next.cohort?.reached ?? 0)) : partLine('start', explainCohortWon(funnel));
  return explainQuotient('conversion', ofStage(funnel, stage), cohort?.conversion ?? null, [on, partLine('over', reached)], reached.drill);
}

/** The same of the four periods before, counted together. */
export const explainConversionBefore = (funnel: CohortFunnel, history: NonNullable<CohortFunnel['history']>, stage: string, conversion: number): Explanation =>
  explainRows('conversion', ofStage(funnel, stage), quantity('rate', conversion), drillForReached(funnel, history, stage));

/** What was closed in the period, whenever it was created. */
export const explainClosed = (funnel: CohortFunnel, figure: 'won' | 'lost'): Explanation =>
  explainRows(figure, ofScope(funnel), quantity('count', funnel.closed[figure].count), drillForClosed(funnel, funnel.period, figure));

/** Which part of the cohort was won by today. */
export function explainCohortRate(funnel: CohortFunnel): Explanation {
  const created = explainCreated(funnel);
  return explainQuotient('cohortRate', ofScope(funnel), funnel.cohort.conversion, [partLine('start', explainCohortWon(funnel)), partLine('over', created)], created.drill);
}

/** What stands open in a stage today: how many, or what they are worth. */
export function explainStanding(funnel: CohortFunnel, stage: string, figure: 'stage' | 'stageValue'): Explanation {
  const pick = ({ snapshot }: CohortFunnel['steps'][number]) => (figure === 'stage' ? snapshot.count : snapshot.amountFen);
  const unit = figure === 'stage' ? 'count' : 'fen';
  const all = funnel.steps.reduce((sum, step) => sum + pick(step), 0);
  return explainRows(figure, ofStage(funnel, stage), quantity(unit, pick(funnel.steps.find((step) => step.stage === stage)!)), drillForStanding(funnel, stage), { name: { text: funnel.scope.name }, value: quantity(unit, all) });
}
