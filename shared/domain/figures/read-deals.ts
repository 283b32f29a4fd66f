import type { FactFilters } from '../../contracts/fact-filters';
import { type Day, toEpochDay } from '../../kernel/day';
import { ratioOf } from '../../kernel/rate';
import { isWantedRow, wantedNumbers } from './fact-filter';
import type { FactMasters } from './fact-masters';
import { NO_DAY, OPEN, type OpportunityColumns, WON } from './fact-source';

/** How opportunities that closed in some days ended. */
export interface DealOutcome {
  /** won ÷ (won + lost) */
  readonly winRate: number | null;
  /** Mean days from creation to close of won ones with both dates. */
  readonly cycleDays: number | null;
}

interface Tally {
  won: number;
  closed: number;
  cycled: number;
  days: number;
}

/** The opportunities of some leaves under the filters, ready to be asked by days; null when the leaves closed none at all. Blank channels and regions are all they have. */
export function readDeals(columns: OpportunityColumns, leaves: ReadonlySet<string>, filters: FactFilters, masters: FactMasters): ((days: { from: Day; to: Day } | null) => DealOutcome) | null {
  const wants = wantedNumbers(filters, masters, { ...columns, channels: [''], regions: [''] });
  const isIn = Uint8Array.from(columns.leaves, (leaf) => Number(leaves.has(leaf)));
  const byDay = new Map<number, Tally>();
  for (let i = 0; i < columns.count; i++) {
    const closed = columns.closeDay[i]!;
    const outcome = columns.outcome[i]!;
    if (outcome === OPEN || closed === NO_DAY || isIn[columns.leaf[i]!] === 0 || !isWantedRow(wants, columns.product[i]!, columns.customer[i]!, 0, 0)) continue;
    const tally = byDay.get(closed) ?? { won: 0, closed: 0, cycled: 0, days: 0 };
    byDay.set(closed, tally);
    tally.closed++;
    if (outcome !== WON) continue;
    tally.won++;
    if (columns.createdDay[i] === NO_DAY) continue;
    tally.cycled++;
    tally.days += closed - columns.createdDay[i]!;
  }
  if (byDay.size === 0) return null;
  return (days) => {
    const sum: Tally = { won: 0, closed: 0, cycled: 0, days: 0 };
    const [first, last] = days === null ? [Infinity, -Infinity] : [toEpochDay(days.from), toEpochDay(days.to)];
    for (const [day, tally] of byDay) {
      if (day < first || day > last) continue;
      sum.won += tally.won;
      sum.closed += tally.closed;
      sum.cycled += tally.cycled;
      sum.days += tally.days;
    }
    return { winRate: ratioOf(sum.won, sum.closed), cycleDays: ratioOf(sum.days, sum.cycled) };
  };
}
