import type { OpportunityFigures } from '../../contracts/figures';
import { type Day, monthOfDay, fromEpochDay, toEpochDay } from '../../kernel/day';
import { fen } from '../../kernel/fen';
import type { YearMonth } from '../../kernel/month';
import { rate, ratioOf } from '../../kernel/rate';
import { LOST, NO_DAY, type OpportunityColumns, WON } from './fact-source';

/** What one leaf closed in a period. */
export interface LeafClosings {
  won: number;
  lost: number;
  wonFen: number;
  /** Days from creation to close of each won opportunity with both dates. */
  cycleDays: number[];
}

/** One pass over the columns: what each leaf closed between two days, both included. Leaves that closed nothing are absent. */
export function closingsByLeaf(columns: OpportunityColumns, from: Day, to: Day): Map<string, LeafClosings> {
  const first = toEpochDay(from);
  const last = toEpochDay(to);
  const byLeaf = new Map<string, LeafClosings>();
  for (let i = 0; i < columns.count; i++) {
    const outcome = columns.outcome[i]!;
    const closed = columns.closeDay[i]!;
    if ((outcome !== WON && outcome !== LOST) || closed === NO_DAY || closed < first || closed > last) continue;
    const leaf = columns.leaves[columns.leaf[i]!]!;
    const closings = byLeaf.get(leaf) ?? { won: 0, lost: 0, wonFen: 0, cycleDays: [] };
    byLeaf.set(leaf, closings);
    if (outcome === LOST) {
      closings.lost++;
      continue;
    }
    closings.won++;
    closings.wonFen += columns.wonFen[i]!;
    if (columns.createdDay[i] !== NO_DAY) closings.cycleDays.push(closed - columns.createdDay[i]!);
  }
  return byLeaf;
}

/** Win rate = won ÷ (won + lost) closed in the period; cycle over won ones with both dates. Nothing closed: nulls. */
export function opportunitiesOf(byLeaf: ReadonlyMap<string, LeafClosings>, leaves: Iterable<string>): OpportunityFigures {
  let won = 0;
  let lost = 0;
  let wonFen = 0;
  const cycleDays: number[] = [];
  for (const leaf of leaves) {
    const closings = byLeaf.get(leaf);
    if (!closings) continue;
    won += closings.won;
    lost += closings.lost;
    wonFen += closings.wonFen;
    for (const days of closings.cycleDays) cycleDays.push(days);
  }
  return { won, lost, winRate: ratioOf(won, won + lost), wonFen: fen(wonFen), cycleMeanDays: meanOf(cycleDays), cycleMedianDays: medianOf(cycleDays) };
}

function meanOf(values: readonly number[]): number | null {
  return ratioOf(values.reduce((a, b) => a + b, 0), values.length);
}

/** The middle value; of an even count the mean of the two middle ones. */
function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : rate((sorted[middle - 1]! + sorted[middle]!) / 2);
}

/** Won value by leaf and month, for the actuals of a plan that counts it; and the months in which anything closed. */
export interface WonIndex {
  readonly wonFen: ReadonlyMap<string, ReadonlyMap<YearMonth, number>>;
  readonly months: ReadonlySet<YearMonth>;
}

export function indexWon(columns: OpportunityColumns): WonIndex {
  const wonFen = new Map<string, Map<YearMonth, number>>();
  const months = new Set<YearMonth>();
  const monthOf = new Map<number, YearMonth>();
  for (let i = 0; i < columns.count; i++) {
    const closed = columns.closeDay[i]!;
    if ((columns.outcome[i] !== WON && columns.outcome[i] !== LOST) || closed === NO_DAY) continue;
    const month = monthOf.get(closed) ?? monthOfDay(fromEpochDay(closed));
    monthOf.set(closed, month);
    months.add(month);
    if (columns.outcome[i] === LOST) continue;
    const leaf = columns.leaves[columns.leaf[i]!]!;
    const byMonth = wonFen.get(leaf) ?? new Map<YearMonth, number>();
    wonFen.set(leaf, byMonth.set(month, (byMonth.get(month) ?? 0) + columns.wonFen[i]!));
  }
  return { wonFen, months };
}
