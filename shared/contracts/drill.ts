import { z } from 'zod';
import { daySchema, keySchema } from '../records/parts';

/**
 * Names the imported rows that a figure is made of. Every figure on screen carries one;
 * opening it lists exactly the rows whose `part` sums to the figure.
 */
export const drillSchema = z.strictObject({
  fact: z.enum(['orders', 'opportunities']),
  /** Leaf ids (memberships, or UNASSIGNED); null = everybody in the workspace. */
  leaves: z.array(keySchema).nullable(),
  /** Both included; orders by order date, opportunities by close date (won, lost) or creation (created); null = no bound. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /**
   * Which rows and which number of them. orders: net = sales + returns (returns are negative), lines = their count.
   * opportunities: won/lost/closed = closed in the period; open = still open; created = cohort by creation.
   */
  part: z.enum(['net', 'sales', 'returns', 'margin', 'lines', 'won', 'lost', 'closed', 'open', 'created']),
  customer: z.string().nullable(),
  product: z.string().nullable(),
  /** Funnel stage as in the source; null = any. */
  stage: z.string().nullable(),
});
export type Drill = z.infer<typeof drillSchema>;

/** The leaf that takes facts whose owner is undecided, blank or not in the tree: 未分配. Counts in every total. */
export const UNASSIGNED = 'unassigned';

export const drillRowSchema = z.strictObject({
  /** Order date, or close (else creation) date of an opportunity; '' if it has none. */
  day: z.string(),
  number: z.string(),
  customer: z.string(),
  product: z.string(),
  person: z.string(),
  /** Channel of an order line, stage of an opportunity. */
  detail: z.string(),
  /** Amount of the row's `part` in 分; count figures list their rows' amounts too. */
  amountFen: z.int(),
  fileName: z.string(),
  /** Line in the file, the header being line 1. */
  line: z.int(),
});
export type DrillRow = z.infer<typeof drillRowSchema>;

export interface DrillPage {
  readonly total: number;
  readonly sumFen: number;
  readonly rows: DrillRow[];
}
