import { NO_DAY, WON } from '@shared/domain/figures/fact-source';
import { type Day, fromEpochDay, monthOfDay } from '@shared/kernel/day';
import { type YearMonth, addMonths, monthsBetween } from '@shared/kernel/month';
import type { ColumnStore, LoadedSegment } from '../store/column-store';
import { type HotSegment, numberAt } from '../store/segments';

/** A row in memory. */
export interface RowPlace {
  readonly hot: HotSegment;
  readonly row: number;
}

/** Live rows counted once by the numbers of the dictionaries: what most of the quality page is made of. */
export interface FactScan {
  readonly ownerRows: Uint32Array;
  readonly ownerNetFen: Float64Array;
  readonly ownerWonFen: Float64Array;
  readonly customerRows: Uint32Array;
  readonly productRows: Uint32Array;
  /** The twelve months up to the last one with order lines that has begun; [] without any. */
  readonly year: readonly YearMonth[];
  /** Net sales by customer in these. */
  readonly customerNetFen: Float64Array;
  readonly months: readonly SourceMonths[];
}

/** Rows by month of one source and object: orders by order date, opportunities by creation, else by close. */
interface SourceMonths {
  readonly source: string;
  readonly object: HotSegment['object'];
  readonly rowsOf: Map<YearMonth, number>;
}

export function scanFacts(store: ColumnStore, today: Day): FactScan {
  const size = (kind: string) => store.dictionaries.texts(kind).length;
  const year = lastYear(store, today);
  const scan = {
    year,
    ownerRows: new Uint32Array(size('owner')), ownerNetFen: new Float64Array(size('owner')), ownerWonFen: new Float64Array(size('owner')),
    customerRows: new Uint32Array(size('customer')), productRows: new Uint32Array(size('product')),
    customerNetFen: new Float64Array(size('customer')),
  };
  const months = new Map<string, SourceMonths>();
  const monthsOf = ({ source, object }: HotSegment) => {
    const key = `${object}:${source}`;
    const known = months.get(key) ?? { source, object, rowsOf: new Map<YearMonth, number>() };
    months.set(key, known);
    return known.rowsOf;
  };
  for (const segment of store.segments('orders')) {
    const { hot, liveCount } = segment;
    if (liveCount === 0 || hot.month === null) continue;
    const rowsOf = monthsOf(hot);
    rowsOf.set(hot.month, (rowsOf.get(hot.month) ?? 0) + liveCount);
    scanOrders(segment, scan, year.includes(hot.month));
  }
  const monthOf = dayMonths();
  for (const segment of store.segments('opportunities')) scanOpportunities(segment, scan, monthsOf(segment.hot), monthOf);
  return { ...scan, months: [...months.values()] };
}

function lastYear(store: ColumnStore, today: Day): YearMonth[] {
  const months = store.segments('orders').flatMap(({ hot, liveCount }) => (liveCount > 0 && hot.month !== null && hot.month <= monthOfDay(today) ? [hot.month] : []));
  const last = months.sort().at(-1);
  return last === undefined ? [] : monthsBetween(addMonths(last, -11), last);
}

type Counts = Pick<FactScan, 'ownerRows' | 'ownerNetFen' | 'ownerWonFen' | 'customerRows' | 'customerNetFen' | 'productRows'>;

function scanOrders({ hot, live }: LoadedSegment, counts: Counts, isOfYear: boolean): void {
  const { owner, customer, product } = hot.dimensions;
  const amounts = hot.numbers['amount']!;
  for (let row = 0; row < hot.count; row++) {
    if (live !== null && live[row] === 0) continue;
    const amount = amounts[row]!;
    const from = owner === undefined ? 0 : owner[row]!;
    const to = customer === undefined ? 0 : customer[row]!;
    counts.ownerRows[from]!++;
    counts.ownerNetFen[from]! += amount;
    counts.customerRows[to]!++;
    if (isOfYear) counts.customerNetFen[to]! += amount;
    counts.productRows[product === undefined ? 0 : product[row]!]!++;
  }
}

function scanOpportunities({ hot, live }: LoadedSegment, counts: Counts, rowsOf: Map<YearMonth, number>, monthOf: (day: number) => YearMonth): void {
  const { owner, customer, product } = hot.dimensions;
  for (let row = 0; row < hot.count; row++) {
    if (live !== null && live[row] === 0) continue;
    counts.ownerRows[owner?.[row] ?? 0]!++;
    if (hot.numbers['outcome']![row] === WON) counts.ownerWonFen[owner?.[row] ?? 0]! += numberAt(hot.numbers['won'], row) || 0;
    counts.customerRows[customer?.[row] ?? 0]!++;
    counts.productRows[product?.[row] ?? 0]!++;
    const created = hot.days['createdDay']?.[row] ?? NO_DAY;
    const day = created === NO_DAY ? hot.days['closeDay']![row]! : created;
    if (day === NO_DAY) continue;
    const month = monthOf(day);
    rowsOf.set(month, (rowsOf.get(month) ?? 0) + 1);
  }
}

/** A day's month, worked out once per day. */
function dayMonths(): (day: number) => YearMonth {
  const known = new Map<number, YearMonth>();
  return (day) => {
    let month = known.get(day);
    if (month === undefined) known.set(day, (month = monthOfDay(fromEpochDay(day))));
    return month;
  };
}
