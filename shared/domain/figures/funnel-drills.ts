import type { Drill } from '../../contracts/drill';
import type { CohortFunnel, DaySpan } from '../../contracts/funnel';

type Of = Pick<CohortFunnel, 'scope'>;

const opportunitiesOf = ({ scope }: Of): Omit<Drill, 'from' | 'to' | 'part' | 'stage'> => ({ fact: 'opportunities', leaves: [...scope.leaves], customer: null, product: null });

/** Those created in a span that came as far as a stage: their number is `reached`. */
export const drillForReached = (funnel: Of, span: DaySpan, stage: string): Drill => ({ ...opportunitiesOf(funnel), from: span.from, to: span.to, part: 'reached', stage });

/** Those created in a span and won since: the end of its funnel. */
export const drillForCohortWon = (funnel: Of, span: DaySpan): Drill => ({ ...opportunitiesOf(funnel), from: span.from, to: span.to, part: 'createdWon', stage: null });

/** Those created in a span, whatever became of them. */
export const drillForCreated = (funnel: Of, span: DaySpan): Drill => ({ ...opportunitiesOf(funnel), from: span.from, to: span.to, part: 'created', stage: null });

/** Open ones that stand in a stage today. */
export const drillForStanding = (funnel: Of, stage: string): Drill => ({ ...opportunitiesOf(funnel), from: null, to: null, part: 'open', stage });

/** Closed in the period, whenever they were created. */
export const drillForClosed = (funnel: Of, span: DaySpan, part: 'won' | 'lost'): Drill => ({ ...opportunitiesOf(funnel), from: span.from, to: span.to, part, stage: null });
