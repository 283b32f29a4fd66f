import { z } from 'zod';
import { type FactObject, factObjectSchema } from '../records/import-object';
import { daySchema, instantSchema, keySchema } from '../records/parts';
import { factFiltersSchema } from './fact-filters';

/**
 * Names the imported rows that a figure is made of. Every figure on screen carries one;
 * opening it lists exactly the rows whose `part` sums to the figure.
 */
export const drillSchema = z.strictObject({
  fact: factObjectSchema,
  /** Leaf ids (memberships, or UNASSIGNED); null = everybody in the workspace. */
  leaves: z.array(keySchema).nullable(),
  /** Both included; opportunities by close date (won, lost) or creation (created, reached, createdWon), all others by the day they count on; null = no bound. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /**
   * Which rows and which number of them. orders: net = sales + returns (returns are negative), lines = their count.
   * opportunities: won/lost/closed = closed in the period; open = still open; created = cohort by creation;
   * overdue = still open, by the day their close was expected; stalled = still open, created by `to`, their close not expected before `from`;
   * reached = created in the period and came as far as `stage`; createdWon = created in it and won since.
   * payments: amount. All others, which have no amounts: rows = their count.
   */
  part: z.enum(['rows', 'amount', 'net', 'sales', 'returns', 'margin', 'lines', 'won', 'lost', 'closed', 'open', 'created', 'overdue', 'stalled', 'reached', 'createdWon']),
  customer: z.string().nullable(),
  product: z.string().nullable(),
  /** Funnel stage as in the source; null = any; never null for `reached`. */
  stage: z.string().nullable(),
  /** Only rows that carry these values; absent = whatever they carry. */
  where: factFiltersSchema.optional(),
  /** Only rows of customers whose first order (of opportunities: first won one) of all lies in the days. */
  newCustomers: z.boolean().optional(),
});
export type Drill = z.infer<typeof drillSchema>;

/** The leaf that takes facts whose owner is undecided, blank or not in the tree: 未分配. Counts in every total. */
export const UNASSIGNED = 'unassigned';

export const drillRowSchema = z.strictObject({
  /** The day the row counts on, or close (else creation) date of an opportunity; '' if it has none. */
  day: z.string(),
  number: z.string(),
  customer: z.string(),
  product: z.string(),
  person: z.string(),
  /** Channel of an order line, stage of an opportunity, method of a payment, kind and subject of an activity, category and stage of a complaint, NPS and satisfaction of an answer; several are parted by ` · `. */
  detail: z.string(),
  /** Amount of the row's `part` in 分; count figures list their rows' amounts too. */
  amountFen: z.int(),
  fileName: z.string(),
  /** Sheet of the workbook it came from; '' for a text file. */
  sheet: z.string(),
  /** Line in the file, the header being line 1. */
  line: z.int(),
  /** Which opportunity it is a version of, for its `stageHistory`; '' for all other facts. */
  identity: z.string(),
});
export type DrillRow = z.infer<typeof drillRowSchema>;

/** Facts whose rows stand for money. */
export const hasAmounts = (fact: FactObject): boolean => fact === 'orders' || fact === 'opportunities' || fact === 'payments';

/** What an import said of an opportunity when it was not what the import before had said. */
export const stageStepSchema = z.strictObject({
  /** When it was imported. */
  at: instantSchema,
  fileName: z.string(),
  sheet: z.string(),
  /** Null when the file only repeated a row that was known already. */
  line: z.int().nullable(),
  stage: z.string(),
  outcome: z.enum(['open', 'won', 'lost']),
  /** Won value of a won one, else the expected amount; null = not said. */
  amountFen: z.int().nullable(),
  expectedOn: daySchema.nullable(),
  closedOn: daySchema.nullable(),
});
export type StageStep = z.infer<typeof stageStepSchema>;

export interface DrillPage {
  readonly total: number;
  readonly sumFen: number;
  readonly rows: DrillRow[];
}
