import type { Day } from '../../kernel/day';
import type { YearMonth } from '../../kernel/month';

/**
 * What the ledger hands to the figures: columns already added up by leaf and month. `leaves[0]` is UNASSIGNED;
 * cell (leaf l, month m) is at l × months.length + m. Money is 分 in Float64 (whole numbers).
 */
export interface OrderCube {
  readonly months: readonly YearMonth[];
  readonly leaves: readonly string[];
  readonly lines: Int32Array;
  readonly salesFen: Float64Array;
  /** ≤ 0 */
  readonly returnsFen: Float64Array;
  readonly marginFen: Float64Array;
  /** Lines that carry a margin, and the net sales of those lines (the base of a margin rate). */
  readonly marginLines: Int32Array;
  readonly marginBaseFen: Float64Array;
}

export const NO_DAY = -2_147_483_648;
export const OPEN = 0;
export const WON = 1;
export const LOST = 2;

/** Every live opportunity, one entry a column; days are epoch days or NO_DAY. */
export interface OpportunityColumns {
  readonly count: number;
  readonly leaves: readonly string[];
  readonly leaf: Int32Array;
  readonly outcome: Uint8Array;
  readonly createdDay: Int32Array;
  readonly closeDay: Int32Array;
  /** Expected amount of an open one. */
  readonly amountFen: Float64Array;
  readonly wonFen: Float64Array;
  readonly stages: readonly string[];
  readonly stage: Int32Array;
  readonly customers: readonly string[];
  readonly customer: Int32Array;
  readonly products: readonly string[];
  readonly product: Int32Array;
}

/** An order line (or a won opportunity) as numbers into the texts of its `SaleRows`. */
export interface SaleRow {
  /** Epoch day it counts on. */
  day: number;
  leaf: number;
  customer: number;
  product: number;
  channel: number;
  region: number;
  /** < 0 for a return. */
  amountFen: number;
  /** NaN = none is known. */
  marginFen: number;
}

/** Every live sale, one by one; number 0 of each text is '': none is known. Customers are as merged. */
export interface SaleRows {
  readonly leaves: readonly string[];
  readonly customers: readonly string[];
  readonly products: readonly string[];
  readonly channels: readonly string[];
  readonly regions: readonly string[];
  /** In no particular order; null = open. `see` gets the same object each time. */
  visit(from: Day | null, to: Day | null, see: (row: Readonly<SaleRow>) => void): void;
}

export interface FactSource {
  readonly orders: OrderCube;
  readonly orderRows: SaleRows;
  readonly opportunities: OpportunityColumns;
  /** Distinct order numbers and customers of lines of these leaves between two days, both included. */
  countOrders(leaves: ReadonlySet<string>, from: Day, to: Day): { orders: number; customers: number };
  /** Net sales by customer, largest first, ties by name. */
  netByCustomer(leaves: ReadonlySet<string>, from: Day, to: Day): { customer: string; netFen: number }[];
}
