import { z } from 'zod';
import { keySchema } from './parts';

/**
 * A decision of the user about a customer's name as sources write it: it means the customer `into`, or (null) it is a
 * customer of its own and is not offered for merging again. Facts keep the name they came with; figures count by `into`.
 */
export const customerMergeSchema = z.strictObject({
  /** The name as sources write it. */
  id: keySchema,
  into: z.string().min(1).max(200).nullable(),
});
export type CustomerMerge = z.infer<typeof customerMergeSchema>;
