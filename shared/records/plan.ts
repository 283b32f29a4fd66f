import { z } from 'zod';
import { instantSchema, keySchema } from './parts';

/** What a target counts: net sales of order lines, or the value of won opportunities. Never both added. */
export const planMeasureSchema = z.enum(['netSales', 'wonValue']);
export type PlanMeasure = z.infer<typeof planMeasureSchema>;

/** The targets of one fiscal year. Its working cells are `targetRows`; `committedVersion` is 0 until the first commit. */
export const planSchema = z.strictObject({
  /** `plan-${fiscalYear}` */
  id: keySchema,
  fiscalYear: z.int().min(1970).max(9998),
  fiscalYearStartMonth: z.int().min(1).max(12),
  measure: planMeasureSchema,
  committedVersion: z.int().min(0),
  createdAt: instantSchema,
});
export type Plan = z.infer<typeof planSchema>;
