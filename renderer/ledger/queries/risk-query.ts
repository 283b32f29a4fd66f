import type { Figures } from '@shared/contracts/figures';
import type { PersonAtRisk } from '@shared/contracts/home';
import { closingsByLeaf, opportunitiesOf } from '@shared/domain/figures/opportunity-figures';
import { workingDaysBetween } from '@shared/domain/calendar/working-days';
import { type BehindPerson, peopleAtRisk } from '@shared/domain/home/people-at-risk';
import { customerDays, dealsClosedSince } from '@shared/domain/home/risk-days';
import { type RiskSignals, riskReasons, stalledAfterDays } from '@shared/domain/home/risk-reasons';
import type { OrgNode } from '@shared/domain/org/org-tree';
import { type Day, addDays, addYears, firstDayOf, lastDayOf, monthOfDay } from '@shared/kernel/day';
import { type Fen, fen } from '@shared/kernel/fen';
import { addMonths, monthNumber } from '@shared/kernel/month';
import type { ColumnStore } from '../store/column-store';
import { type LeafSignals, leafSignals } from '../store/leaf-signals';
import type { LedgerContext } from './ledger-context';

/** Business is looked for in so many months; a longer silence counts from there. */
const RECENT_MONTHS = 3;
const FEW_WON = 10;

/** Who is behind in these figures, and why as far as facts tell. Asked of everybody at once: one pass over the columns. */
export function riskQuery(store: ColumnStore, context: LedgerContext, figures: Figures): PersonAtRisk[] {
  const behind = peopleAtRisk(figures);
  if (behind.length === 0) return [];
  const { period, today, measure } = figures;
  const { now, lastYear } = customerDays(period, today);
  const recent = { from: firstDayOf(addMonths(monthOfDay(now.to), -RECENT_MONTHS)), to: now.to };
  const stalledDays = stalledAfterDays(usualCycle(context, today));
  const leaves = new Set(behind.flatMap(({ node }) => node.leaves));
  const signals = leafSignals(store, context.attribution, context.merges, { leaves, measure, today, stalledSince: addDays(today, -stalledDays), now, lastYear, recent });
  const since = dealsClosedSince(period, today);
  const closings = closingsByLeaf(context.facts.opportunities, since.from, since.to);
  const nodes = new Map(context.tree.map((node) => [node.id, node]));
  return behind.map((person) => {
    const { node } = person;
    const leaf = nodes.get(node.nodeId)!;
    const team = nodes.get(leaf.parentId ?? '');
    return {
      nodeId: node.nodeId,
      personId: node.personId,
      reasons: riskReasons({
        ...dealsAndCustomers(signals.get(node.nodeId)!, stalledDays),
        quietDays: quietDays(signals.get(node.nodeId)!.lastBusinessOn, leaf, recent),
        closed: opportunitiesOf(closings, node.leaves),
        teamClosed: opportunitiesOf(closings, team?.leaves ?? []),
        targetFen: node.target.targetFen,
        neededFen: node.target.requiredPerDayFen,
        bestFen: bestPerDay(context, figures, person),
        monthsSinceJoining: monthsSinceJoining(context, node.personId, now.to),
      }),
    };
  });
}

function dealsAndCustomers({ overdue, stalled, customers }: LeafSignals, stalledDays: number): Pick<RiskSignals, 'overdue' | 'stalled' | 'bestCustomer'> {
  const best = [...customers].reduce<RiskSignals['bestCustomer']>((most, [customer, sums]) => (sums.lastYearFen > (most?.lastYearFen ?? 0) ? { customer, ...sums } : most), null);
  return { overdue, stalled: { ...stalled, days: stalledDays }, bestCustomer: best };
}

/** Working days after the last business up to the end of `recent`; without any since its beginning, or since the person came. */
function quietDays(last: Day | null, leaf: OrgNode, recent: { readonly from: Day; readonly to: Day }): number {
  const came = leaf.from !== null && leaf.from > recent.from ? leaf.from : recent.from;
  return workingDaysBetween(last === null ? came : addDays(last, 1), recent.to);
}

/** Median days from creation to close of what was won in a year; null where too little was. */
function usualCycle({ facts }: LedgerContext, today: Day): number | null {
  const closings = closingsByLeaf(facts.opportunities, addYears(today, -1), today);
  const all = opportunitiesOf(closings, closings.keys());
  return all.won < FEW_WON ? null : all.cycleMedianDays;
}

/** The most that a person ever made per working day in a month before the period; null without one. */
function bestPerDay(context: LedgerContext, { period, measure }: Figures, { node }: BehindPerson): Fen | null {
  const actuals = context.actuals(measure);
  const leaves = context.tree.filter(({ personId }) => personId === node.personId).map(({ id }) => id);
  const rates = actuals.months.filter((month) => firstDayOf(month) < period.from).map((month) => (actuals.sum(leaves, [month]) ?? 0) / workingDaysBetween(firstDayOf(month), lastDayOf(month)));
  const best = rates.reduce((most, rate) => Math.max(most, rate), 0);
  return best === 0 ? null : fen(Math.round(best));
}

function monthsSinceJoining({ people }: LedgerContext, personId: string, to: Day): number | null {
  const joinedOn = people.find(({ id }) => id === personId)?.joinedOn ?? null;
  return joinedOn === null ? null : monthNumber(monthOfDay(to)) - monthNumber(monthOfDay(joinedOn)) + 1;
}
