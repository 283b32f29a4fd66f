import { type Day, toEpochDay } from '../../kernel/day';
import type { PlanMeasure } from '../../records/plan';
import { type FactSource, NO_DAY, type OpportunityColumns, type SaleRow, type SaleRows, WON } from './fact-source';

const UNKNOWN = [''];

/** The rows that a measure adds up: order lines, or won opportunities by the day they closed. */
export const saleRowsOf = (measure: PlanMeasure, facts: FactSource): SaleRows => (measure === 'netSales' ? facts.orderRows : wonRows(facts.opportunities));

function wonRows(columns: OpportunityColumns): SaleRows {
  const { leaves, customers, products } = columns;
  return {
    leaves, customers, products, channels: UNKNOWN, regions: UNKNOWN,
    visit(from: Day | null, to: Day | null, see) {
      const first = from === null ? -Infinity : toEpochDay(from);
      const last = to === null ? Infinity : toEpochDay(to);
      const row: SaleRow = { day: 0, leaf: 0, customer: 0, product: 0, channel: 0, region: 0, amountFen: 0, marginFen: Number.NaN };
      for (let i = 0; i < columns.count; i++) {
        const closed = columns.closeDay[i]!;
        if (columns.outcome[i] !== WON || closed === NO_DAY || closed < first || closed > last) continue;
        row.day = closed;
        row.leaf = columns.leaf[i]!;
        row.customer = columns.customer[i]!;
        row.product = columns.product[i]!;
        row.amountFen = columns.wonFen[i]!;
        see(row);
      }
    },
  };
}

const kept = new WeakMap<SaleRows, Int32Array>();

/** Day of each customer's first sale of all, by number; NO_DAY = none. Rows never change, so they are read once. */
export function firstSaleDays(rows: SaleRows): Int32Array {
  const known = kept.get(rows);
  if (known !== undefined) return known;
  const days = new Int32Array(rows.customers.length).fill(NO_DAY);
  rows.visit(null, null, ({ customer, day }) => {
    const first = days[customer]!;
    if (first === NO_DAY || day < first) days[customer] = day;
  });
  kept.set(rows, days);
  return days;
}
