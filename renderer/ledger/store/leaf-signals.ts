import type { MergedNames } from '@shared/domain/customers/merged-names';
import { NO_DAY, OPEN, WON } from '@shared/domain/figures/fact-source';
import type { Attribution } from '@shared/domain/org/attribution';
import { type Day, fromEpochDay, toEpochDay } from '@shared/kernel/day';
import type { PlanMeasure } from '@shared/records/plan';
import type { ColumnStore } from './column-store';
import { type CountedCustomers, countCustomers, countedAs } from './counted-customers';
import { LeafLookup } from './leaf-lookup';
import { leafOfOpportunity } from './opportunity-columns';
import { type HotSegment, numberAt } from './segments';
import { visitOrders } from './visit-orders';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

export interface SignalQuestion {
  readonly leaves: ReadonlySet<string>;
  readonly measure: PlanMeasure;
  readonly today: Day;
  /** Open opportunities created on this day or before are stalled, unless they are overdue. */
  readonly stalledSince: Day;
  /** Customers are added up over these days; business is looked for in `recent`. */
  readonly now: Days;
  readonly lastYear: Days;
  readonly recent: Days;
}

interface Deals {
  count: number;
  amountFen: number;
}

/** What one leaf's facts say besides its figures. */
export interface LeafSignals {
  readonly overdue: Deals;
  readonly stalled: Deals;
  /** The last day of `recent` with an order line above 0 (or a deal won); null = none. */
  lastBusinessOn: Day | null;
  /** By the name that a customer counts as. */
  readonly customers: ReadonlyMap<string, { readonly nowFen: number; readonly lastYearFen: number }>;
}

type Sums = Map<number, { nowFen: number; lastYearFen: number }>;

/** One pass over the open opportunities and the order lines of the days asked for. Leaves without anything have zeros. */
export function leafSignals(store: ColumnStore, attribution: Attribution, merges: MergedNames, question: SignalQuestion): Map<string, LeafSignals> {
  const lookup = new LeafLookup(attribution);
  const names = countCustomers(store.dictionaries.texts('customer'), merges);
  const found = new Map(Array.from(question.leaves, (leaf) => [leaf, { overdue: noDeals(), stalled: noDeals(), lastDay: NO_DAY, sums: new Map() as Sums }]));
  const at = (leaf: number) => found.get(lookup.leaves[leaf]!);
  const within = ({ from, to }: Days) => {
    const [first, last] = [toEpochDay(from), toEpochDay(to)];
    return (day: number) => day >= first && day <= last;
  };
  const [isNow, isLastYear, isRecent] = [within(question.now), within(question.lastYear), within(question.recent)];
  const count = (leaf: number, hot: HotSegment, row: number, day: number, amountFen: number) => {
    const signals = at(leaf);
    if (signals === undefined) return;
    if (amountFen > 0 && isRecent(day) && day > signals.lastDay) signals.lastDay = day;
    if (isNow(day)) addTo(signals.sums, names, hot, row, amountFen, 0);
    if (isLastYear(day)) addTo(signals.sums, names, hot, row, 0, amountFen);
  };

  const [today, stalledSince] = [toEpochDay(question.today), toEpochDay(question.stalledSince)];
  for (const { hot, live } of store.segments('opportunities')) {
    for (let row = 0; row < hot.count; row++) {
      if (live !== null && live[row] === 0) continue;
      const outcome = hot.numbers['outcome']![row]!;
      if (outcome === WON && question.measure === 'wonValue') count(leafOfOpportunity(hot, row, lookup), hot, row, hot.days['closeDay']![row]!, numberAt(hot.numbers['won'], row) || 0);
      if (outcome !== OPEN) continue;
      const signals = at(leafOfOpportunity(hot, row, lookup));
      if (signals === undefined) continue;
      const expected = hot.days['expectedDay']?.[row] ?? NO_DAY;
      const created = hot.days['createdDay']?.[row] ?? NO_DAY;
      const amountFen = numberAt(hot.numbers['amount'], row) || 0;
      if (expected !== NO_DAY && expected < today) addDeal(signals.overdue, amountFen);
      else if (created !== NO_DAY && created <= stalledSince) addDeal(signals.stalled, amountFen);
    }
  }
  if (question.measure === 'netSales') {
    const segments = store.segments('orders');
    // Days of which a line counts twice (recent and now) are visited once: the spans are joined where they meet.
    for (const { from, to } of joined([question.now, question.lastYear, question.recent])) {
      visitOrders(segments, lookup, question.leaves, from, to, (hot, row, leaf) => count(leaf, hot, row, hot.days['day']![row]!, numberAt(hot.numbers['amount'], row)));
    }
  }
  return new Map(Array.from(found, ([leaf, { overdue, stalled, lastDay, sums }]) => [leaf, { overdue, stalled, lastBusinessOn: lastDay === NO_DAY ? null : fromEpochDay(lastDay), customers: named(sums, names) }]));
}

const noDeals = (): Deals => ({ count: 0, amountFen: 0 });

function addDeal(deals: Deals, amountFen: number): void {
  deals.count++;
  deals.amountFen += amountFen;
}

function addTo(sums: Sums, names: CountedCustomers, hot: HotSegment, row: number, nowFen: number, lastYearFen: number): void {
  const customer = countedAs(names, hot.dimensions['customer']?.[row] ?? 0);
  const sum = sums.get(customer);
  if (sum === undefined) sums.set(customer, { nowFen, lastYearFen });
  else {
    sum.nowFen += nowFen;
    sum.lastYearFen += lastYearFen;
  }
}

const named = (sums: Sums, names: CountedCustomers): LeafSignals['customers'] => new Map(Array.from(sums, ([customer, sum]) => [names.texts[customer]!, sum]));

/** Spans without overlaps that hold the same days. */
function joined(spans: readonly Days[]): Days[] {
  const disjoint: { from: Day; to: Day }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = disjoint.at(-1);
    if (last === undefined || from > last.to) disjoint.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return disjoint;
}
