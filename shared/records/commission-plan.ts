import { z } from 'zod';
import { fenSchema, keySchema, monthSchema, nameSchema } from './parts';

/** One band [fromFen, next band's fromFen) and its rate in whole 1/1,000,000 (10,000 = 1 %), so that pay is exact. */
export const commissionBandSchema = z.strictObject({ fromFen: fenSchema, rateMillionths: z.int().min(0).max(1_000_000) });
export type CommissionBand = z.infer<typeof commissionBandSchema>;

export const commissionPlanSchema = z.strictObject({
  id: keySchema,
  name: nameSchema,
  /** Applies to periods from this month on, until a plan with a later one. */
  fromMonth: monthSchema,
  /** What is paid on: the same measure as the target plan, or always one of the two. */
  base: z.enum(['planMeasure', 'netSales', 'wonValue']),
  /** The mode that is paid; the other is shown beside it. */
  mode: z.enum(['marginal', 'wholeAmount']),
  /** Ascending; the first starts at 0. */
  bands: z.array(commissionBandSchema).min(1),
});
export type CommissionPlan = z.infer<typeof commissionPlanSchema>;
