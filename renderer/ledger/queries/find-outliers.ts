import type { Outlier } from '@shared/contracts/quality';
import { AMOUNT_CLASSES, type AmountBound, amountBound, amountClass } from '@shared/domain/quality/amount-bounds';
import { firstUsualMonth } from '@shared/domain/quality/early-months';
import { type Day, toEpochDay } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import type { ColumnStore } from '../store/column-store';
import { numberAt } from '../store/segments';
import type { FactScan, RowPlace } from './scan-facts';

/** An order line that stands out, and why; a line is listed once, for the first of these reasons. */
export interface FoundOutlier extends RowPlace {
  readonly kind: Outlier['kind'];
  readonly usualFen: number | null;
  /** How far out it is: worst first within a kind. */
  readonly weight: number;
}

/**
 * Order lines dated after today or far before the rest of their source, of a price of nothing or less (a quantity sold for no
 * money or a negative amount), or of an amount beyond what is usual for the product, or for all lines where the product has few.
 */
export function findOutliers(store: ColumnStore, scan: FactScan, today: Day): FoundOutlier[] {
  const isBeyond = amountJudge(store);
  const todayNumber = toEpochDay(today);
  const firstOf = new Map<string, YearMonth | null>(scan.months.filter(({ object }) => object === 'orders').map(({ source, rowsOf }) => [source, firstUsualMonth(rowsOf)]));
  const found: FoundOutlier[] = [];
  for (const { hot, live, liveCount } of store.segments('orders')) {
    if (liveCount === 0 || hot.month === null) continue;
    const first = firstOf.get(hot.source) ?? null;
    const isEarly = first !== null && hot.month < first;
    const days = hot.days['day']!;
    const amounts = hot.numbers['amount']!;
    const quantities = hot.numbers['quantity'];
    const products = hot.dimensions['product'];
    for (let row = 0; row < hot.count; row++) {
      if (live !== null && live[row] === 0) continue;
      const amount = amounts[row]!;
      if (days[row]! > todayNumber) found.push({ hot, row, kind: 'future', usualFen: null, weight: days[row]! - todayNumber });
      else if (isEarly) found.push({ hot, row, kind: 'early', usualFen: null, weight: -days[row]! });
      else if (amount <= 0 && quantities !== undefined && numberAt(quantities, row) > 0) found.push({ hot, row, kind: 'price', usualFen: null, weight: -amount });
      else {
        const usualFen = isBeyond(products === undefined ? 0 : products[row]!, amount);
        if (usualFen !== null) found.push({ hot, row, kind: 'amount', usualFen, weight: Math.abs(Math.log(Math.abs(amount) / usualFen)) });
      }
    }
  }
  return found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.weight - a.weight || (a.hot.id < b.hot.id ? -1 : a.hot.id > b.hot.id ? 1 : a.row - b.row));
}

const KINDS: readonly Outlier['kind'][] = ['future', 'early', 'amount', 'price'];

/** Answers the usual amount where one of a product is beyond it, else null. */
function amountJudge(store: ColumnStore): (product: number, amount: number) => number | null {
  const { classes, starts } = classesByProduct(store);
  const whole = new Uint32Array(AMOUNT_CLASSES);
  for (const one of classes) whole[one]!++;
  const overall = amountBound(whole);
  const counts = new Uint32Array(AMOUNT_CLASSES);
  const bounds = Array.from({ length: starts.length - 1 }, (_, product): AmountBound | null => {
    // Lines without a product are of many: their own amounts say nothing.
    if (product === 0) return overall;
    const own = classes.subarray(starts[product], starts[product + 1]);
    for (const one of own) counts[one]!++;
    const bound = amountBound(counts) ?? overall;
    for (const one of own) counts[one] = 0;
    return bound;
  });
  return (product, amount) => {
    const bound = bounds[product] ?? null;
    const at = amountClass(amount);
    return bound === null || at === -1 || (at >= bound.low && at <= bound.high) ? null : bound.usualFen;
  };
}

/** The class of every live line's amount, those of one product side by side from `starts[product]` on. */
function classesByProduct(store: ColumnStore): { classes: Uint16Array; starts: Uint32Array } {
  const segments = store.segments('orders');
  const starts = new Uint32Array(store.dictionaries.texts('product').length + 1);
  const each = (take: (product: number, amount: number) => void) => {
    for (const { hot, live } of segments) {
      const amounts = hot.numbers['amount']!;
      const products = hot.dimensions['product'];
      for (let row = 0; row < hot.count; row++) if ((live === null || live[row] === 1) && amounts[row] !== 0) take(products === undefined ? 0 : products[row]!, amounts[row]!);
    }
  };
  each((product) => starts[product + 1]!++);
  for (let product = 1; product < starts.length; product++) starts[product]! += starts[product - 1]!;
  const classes = new Uint16Array(starts.at(-1)!);
  const next = starts.slice();
  each((product, amount) => (classes[next[product]!++] = amountClass(amount)));
  return { classes, starts };
}
