import { z } from 'zod';
import { daySchema, keySchema } from './parts';

/**
 * A person in a unit from a day to a day (both included; null = open). The leaf of the target tree:
 * a person who moves has two memberships, and targets and actuals stay where they were earned.
 */
export const membershipSchema = z.strictObject({
  id: keySchema,
  personId: keySchema,
  unitId: keySchema,
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  position: z.int().min(0),
});
export type Membership = z.infer<typeof membershipSchema>;
