import type { FactSource } from '@shared/domain/figures/fact-source';
import type { MergedNames } from '@shared/domain/customers/merged-names';
import type { Attribution } from '@shared/domain/org/attribution';
import type { ColumnStore } from './column-store';
import { countCustomers, countedAs } from './counted-customers';
import { LeafLookup } from './leaf-lookup';
import { buildOpportunityColumns } from './opportunity-columns';
import { buildOrderCube } from './order-cube';
import { buildOrderRows } from './order-rows';
import { numberAt } from './segments';
import { visitOrders } from './visit-orders';

/** All facts that stand, by whoever earned them; customers as merged. Figures are added up from the columns each time the facts are built. */
export function buildFacts(store: ColumnStore, attribution: Attribution, merges: MergedNames): FactSource {
  const lookup = new LeafLookup(attribution);
  const lines = store.segments('orders');
  const { dictionaries } = store;
  const names = countCustomers(dictionaries.texts('customer'), merges);
  return {
    orders: buildOrderCube(lines, lookup, dictionaries.texts('owner').length),
    orderRows: buildOrderRows(lines, lookup, dictionaries, names),
    opportunities: buildOpportunityColumns(store.segments('opportunities'), lookup, dictionaries, names),
    countOrders(leaves, from, to) {
      const orders = new Set<number>();
      const customers = new Set<number>();
      visitOrders(lines, lookup, leaves, from, to, (hot, row) => {
        orders.add(hot.numbers['orderKey']![row]!);
        const customer = hot.dimensions['customer']?.[row] ?? 0;
        if (customer !== 0) customers.add(countedAs(names, customer));
      });
      return { orders: orders.size, customers: customers.size };
    },
    netByCustomer(leaves, from, to) {
      const net = new Map<number, number>();
      visitOrders(lines, lookup, leaves, from, to, (hot, row) => {
        const customer = countedAs(names, hot.dimensions['customer']?.[row] ?? 0);
        net.set(customer, (net.get(customer) ?? 0) + numberAt(hot.numbers['amount'], row));
      });
      return [...net].map(([customer, netFen]) => ({ customer: names.texts[customer]!, netFen })).sort((a, b) => b.netFen - a.netFen || (a.customer < b.customer ? -1 : 1));
    },
  };
}
