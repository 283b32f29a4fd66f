import { type Day, day, lastDayOf, toEpochDay } from '@shared/kernel/day';
import { monthsBetween, yearMonth } from '@shared/kernel/month';
import { OPEN_STAGES, type SampleOpportunity, WON_STAGE } from './opportunities';
import { TODAY } from './order-lines';
import type { SeededRandom } from './seeded-random';

const MONTHS = monthsBetween(yearMonth('2025-07'), yearMonth('2026-09'));
/** Of a hundred lost ones, how many get no further than each stage: as a rule, and since the prices rose. */
const LOST_AT = [38, 29, 20, 13] as const;
const LOST_AT_LATELY = [28, 20, 44, 8] as const;
const PRICES_ROSE = day('2026-06-01');

/** What stood open at the end of each month from July 2025 on, as the CRM showed it then: how far each had come by that day. */
export function openAtMonthEnds(random: SeededRandom, deals: readonly SampleOpportunity[]): { day: Day; open: SampleOpportunity[] }[] {
  const furthest = new Map(deals.map((deal) => [deal.id, furthestOf(random, deal)]));
  return MONTHS.map((month) => {
    const end = lastDayOf(month);
    const open = deals.filter(({ createdOn, closedOn }) => createdOn <= end && (closedOn === null || closedOn > end));
    return { day: end, open: open.map((deal) => ({ ...deal, closedOn: null, wonUnits: null, lostReason: '', competitor: '', stage: stageOn(deal, end, furthest.get(deal.id)!) })) };
  });
}

function furthestOf(random: SeededRandom, deal: SampleOpportunity): number {
  const drawn = random.weighted(deal.createdOn >= PRICES_ROSE ? LOST_AT_LATELY : LOST_AT);
  if (deal.closedOn === null) return OPEN_STAGES.findIndex((stage) => stage === deal.stage);
  return deal.stage === WON_STAGE ? OPEN_STAGES.length - 1 : drawn;
}

/** It comes to its furthest stage by two thirds of its way. */
function stageOn({ createdOn, closedOn }: SampleOpportunity, on: Day, furthest: number): string {
  const wayDays = toEpochDay(closedOn ?? TODAY) - toEpochDay(createdOn);
  const gone = (toEpochDay(on) - toEpochDay(createdOn)) / Math.max(1, wayDays);
  return OPEN_STAGES[Math.min(furthest, Math.floor(gone * 1.5 * (furthest + 1)))]!;
}
