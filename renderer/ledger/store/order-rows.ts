import type { SaleRow, SaleRows } from '@shared/domain/figures/fact-source';
import { monthOfDay, toEpochDay } from '@shared/kernel/day';
import type { LoadedSegment } from './column-store';
import { type CountedCustomers, countedAs } from './counted-customers';
import { type LeafLookup, SPLIT } from './leaf-lookup';
import { numberAt } from './segments';
import type { WorkspaceDictionaries } from './workspace-dictionaries';

/** Live order lines one by one, straight from their columns. */
export function buildOrderRows(segments: readonly LoadedSegment[], lookup: LeafLookup, { texts }: WorkspaceDictionaries, customers: CountedCustomers): SaleRows {
  return {
    leaves: lookup.leaves, customers: customers.texts, products: texts('product'), channels: texts('channel'), regions: texts('region'),
    visit(from, to, see) {
      const first = from === null ? -Infinity : toEpochDay(from);
      const last = to === null ? Infinity : toEpochDay(to);
      const row: SaleRow = { day: 0, leaf: 0, customer: 0, product: 0, channel: 0, region: 0, amountFen: 0, marginFen: Number.NaN };
      for (const { hot, live, liveCount } of segments) {
        if (liveCount === 0 || hot.month === null) continue;
        if ((from !== null && hot.month < monthOfDay(from)) || (to !== null && hot.month > monthOfDay(to))) continue;
        const leafOf = lookup.ofMonth(hot.month);
        const { owner, customer, product, channel, region } = hot.dimensions;
        const days = hot.days['day']!;
        const { amount, margin } = hot.numbers;
        for (let at = 0; at < hot.count; at++) {
          const day = days[at]!;
          if ((live !== null && live[at] === 0) || day < first || day > last) continue;
          const leaf = leafOf[owner?.[at] ?? 0] ?? 0;
          row.day = day;
          row.leaf = leaf === SPLIT ? lookup.leafOn(owner?.[at] ?? 0, day) : leaf;
          row.customer = countedAs(customers, customer?.[at] ?? 0);
          row.product = product?.[at] ?? 0;
          row.channel = channel?.[at] ?? 0;
          row.region = region?.[at] ?? 0;
          row.amountFen = numberAt(amount, at);
          row.marginFen = numberAt(margin, at);
          see(row);
        }
      }
    },
  };
}
