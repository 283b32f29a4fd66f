import { z } from 'zod';
import { instantSchema, keySchema, monthSchema } from './parts';

/** A month's reviews. `id` = `cycle-${month}`. */
export const reviewCycleSchema = z.strictObject({
  id: keySchema,
  month: monthSchema,
  templateId: keySchema,
  openedAt: instantSchema,
});
export type ReviewCycle = z.infer<typeof reviewCycleSchema>;
