import type { ColumnStore, LoadedSegment } from '../store/column-store';
import { type CountedCustomers, countedAs } from '../store/counted-customers';
import type { HotSegment } from '../store/segments';
import type { RowPlace } from './scan-facts';
import { lower53 } from '../import/row-hasher';

/**
 * Order lines that two sources or more seem to hold both: the same day, customer (as counted), product and amount, and at
 * least one of them without an order number, which would tell. Lines of one source are never among them: its own repeated
 * lines are real. Each entry lists its lines, the largest amount first.
 */
export function findRepeats(store: ColumnStore, customers: CountedCustomers): RowPlace[][] {
  const groups: RowPlace[][] = [];
  for (const segments of monthsOfSeveralSources(store)) groups.push(...repeatsAmong(segments, customers));
  return groups.sort((a, b) => Math.abs(amountOf(b[0]!)) - Math.abs(amountOf(a[0]!)) || dayOf(a[0]!) - dayOf(b[0]!) || (a[0]!.hot.id < b[0]!.hot.id ? -1 : 1));
}

const amountOf = ({ hot, row }: RowPlace): number => hot.numbers['amount']![row]!;
const dayOf = ({ hot, row }: RowPlace): number => hot.days['day']![row]!;

function monthsOfSeveralSources(store: ColumnStore): LoadedSegment[][] {
  const byMonth = new Map<string, LoadedSegment[]>();
  for (const segment of store.segments('orders')) {
    if (segment.liveCount === 0 || segment.hot.month === null) continue;
    byMonth.set(segment.hot.month, [...(byMonth.get(segment.hot.month) ?? []), segment]);
  }
  return [...byMonth.values()].filter((segments) => new Set(segments.map(({ hot }) => hot.source)).size > 1);
}

function repeatsAmong(segments: readonly LoadedSegment[], customers: CountedCustomers): RowPlace[][] {
  const likely = new Map<number, string | null>();
  // Sources with a line of this likeness: one source's name, or null for several.
  eachLine(segments, customers, (hot, _row, key) => {
    const source = likely.get(key);
    if (source === undefined) likely.set(key, hot.source);
    else if (source !== hot.source) likely.set(key, null);
  });
  const groups = new Map<number, RowPlace[]>();
  eachLine(segments, customers, (hot, row, key) => {
    if (likely.get(key) !== null) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ hot, row }]);
    else group.push({ hot, row });
  });
  return [...groups.values()].filter((group) => group.some(({ hot, row }) => hasNoNumber(hot, row)));
}

/** Lines with an amount and with a customer or product, each with 53 bits of its day, customer, product and amount. */
function eachLine(segments: readonly LoadedSegment[], customers: CountedCustomers, take: (hot: HotSegment, row: number, key: number) => void): void {
  for (const { hot, live } of segments) {
    const { customer, product } = hot.dimensions;
    const days = hot.days['day']!;
    const amounts = hot.numbers['amount']!;
    for (let row = 0; row < hot.count; row++) {
      if (live !== null && live[row] === 0) continue;
      const who = customer === undefined ? 0 : countedAs(customers, customer[row]!);
      const what = product === undefined ? 0 : product[row]!;
      const amount = amounts[row]!;
      if (amount !== 0 && (who !== 0 || what !== 0)) take(hot, row, likeness(days[row]!, who, what, amount));
    }
  }
}

function likeness(day: number, customer: number, product: number, amount: number): number {
  const [low, high] = [amount | 0, Math.floor(amount / 4_294_967_296)];
  let a = 0x243f6a88;
  let b = 0x85a308d3;
  for (const word of [day, customer, product, low, high]) {
    a = Math.imul(((a << 13) | (a >>> 19)) ^ word, 0x85ebca6b);
    b = Math.imul(((b << 17) | (b >>> 15)) ^ word, 0xc2b2ae35);
  }
  a ^= a >>> 16;
  b ^= b >>> 15;
  return lower53(a, b >>> 0);
}

/** A line without an order number goes by its content (see the order rules). */
const hasNoNumber = (hot: HotSegment, row: number): boolean => hot.numbers['orderKey']![row] === lower53(hot.contentHi[row]!, hot.contentLo[row]!);
