import { type FactSource, type SaleRows, LOST, NO_DAY, OPEN, WON } from '@shared/domain/figures/fact-source';
import { UNASSIGNED } from '@shared/contracts/drill';
import { day, monthOfDay, toEpochDay } from '@shared/kernel/day';

/** An order line; negative amounts are returns. */
export interface OrderFact {
  readonly leaf: string;
  readonly day: string;
  readonly amountFen: number;
  readonly marginFen?: number;
  readonly number?: string;
  readonly customer?: string;
  readonly product?: string;
  readonly channel?: string;
  readonly region?: string;
}

export interface OpportunityFact {
  readonly leaf: string;
  readonly outcome: 'open' | 'won' | 'lost';
  readonly created?: string;
  readonly closed?: string;
  readonly amountFen?: number;
  readonly wonFen?: number;
  readonly stage?: string;
  readonly customer?: string;
  readonly product?: string;
}

/** A FactSource over plain rows, added up the slow and plain way. */
export function factsFrom(orders: readonly OrderFact[], opportunities: readonly OpportunityFact[]): FactSource {
  const leaves = [UNASSIGNED, ...new Set([...orders, ...opportunities].map(({ leaf }) => leaf).filter((leaf) => leaf !== UNASSIGNED))];
  const months = [...new Set(orders.map((line) => monthOfDay(day(line.day))))].sort();
  const cells = leaves.flatMap((leaf) => months.map((month) => orders.filter((line) => line.leaf === leaf && monthOfDay(day(line.day)) === month)));
  const sumOf = (pick: (line: OrderFact) => number) => Float64Array.from(cells, (lines) => lines.reduce((sum, line) => sum + pick(line), 0));
  const distinct = (pick: (fact: OpportunityFact) => string) => [...new Set(opportunities.map(pick))];
  const stages = distinct(({ stage = '' }) => stage);
  const customers = ['', ...distinct(({ customer = '' }) => customer).filter((text) => text !== '')];
  const products = ['', ...distinct(({ product = '' }) => product).filter((text) => text !== '')];
  const within = (selected: ReadonlySet<string>, from: string, to: string) => orders.filter((line) => selected.has(line.leaf) && line.day >= from && line.day <= to);
  return {
    orders: {
      months,
      leaves,
      lines: Int32Array.from(cells, (lines) => lines.length),
      salesFen: sumOf(({ amountFen }) => Math.max(0, amountFen)),
      returnsFen: sumOf(({ amountFen }) => Math.min(0, amountFen)),
      marginFen: sumOf(({ marginFen = 0 }) => marginFen),
      marginLines: Int32Array.from(cells, (lines) => lines.filter(({ marginFen }) => marginFen !== undefined).length),
      marginBaseFen: sumOf(({ marginFen, amountFen }) => (marginFen === undefined ? 0 : amountFen)),
    },
    opportunities: {
      count: opportunities.length,
      leaves,
      leaf: Int32Array.from(opportunities, ({ leaf }) => leaves.indexOf(leaf)),
      outcome: Uint8Array.from(opportunities, ({ outcome }) => ({ open: OPEN, won: WON, lost: LOST })[outcome]),
      createdDay: Int32Array.from(opportunities, ({ created }) => (created === undefined ? NO_DAY : toEpochDay(day(created)))),
      closeDay: Int32Array.from(opportunities, ({ closed }) => (closed === undefined ? NO_DAY : toEpochDay(day(closed)))),
      amountFen: Float64Array.from(opportunities, ({ amountFen = 0 }) => amountFen),
      wonFen: Float64Array.from(opportunities, ({ wonFen = 0 }) => wonFen),
      stages,
      stage: Int32Array.from(opportunities, ({ stage = '' }) => stages.indexOf(stage)),
      customers,
      customer: Int32Array.from(opportunities, ({ customer = '' }) => customers.indexOf(customer)),
      products,
      product: Int32Array.from(opportunities, ({ product = '' }) => products.indexOf(product)),
    },
    orderRows: rowsFrom(orders, leaves),
    countOrders: (selected, from, to) => {
      const lines = within(selected, from, to);
      return { orders: new Set(lines.map(({ number = '' }) => number)).size, customers: new Set(lines.flatMap(({ customer = '' }) => (customer === '' ? [] : [customer]))).size };
    },
    netByCustomer: (selected, from, to) => {
      const net = new Map<string, number>();
      for (const { customer = '', amountFen } of within(selected, from, to)) net.set(customer, (net.get(customer) ?? 0) + amountFen);
      return [...net].map(([customer, netFen]) => ({ customer, netFen })).sort((a, b) => b.netFen - a.netFen || (a.customer < b.customer ? -1 : 1));
    },
  };
}

function rowsFrom(orders: readonly OrderFact[], leaves: readonly string[]): SaleRows {
  const texts = (pick: (line: OrderFact) => string | undefined) => ['', ...new Set(orders.map((line) => pick(line) ?? '').filter((text) => text !== ''))];
  const [customers, products, channels, regions] = [texts((line) => line.customer), texts((line) => line.product), texts((line) => line.channel), texts((line) => line.region)];
  return {
    leaves, customers, products, channels, regions,
    visit(from, to, see) {
      for (const line of orders) {
        if ((from !== null && line.day < from) || (to !== null && line.day > to)) continue;
        see({
          day: toEpochDay(day(line.day)), leaf: leaves.indexOf(line.leaf), customer: customers.indexOf(line.customer ?? ''), product: products.indexOf(line.product ?? ''),
          channel: channels.indexOf(line.channel ?? ''), region: regions.indexOf(line.region ?? ''), amountFen: line.amountFen, marginFen: line.marginFen ?? Number.NaN,
        });
      }
    },
  };
}
