import { z } from 'zod';
import { instantSchema, keySchema, nameSchema, textSchema } from './parts';
import { targetRowSchema } from './target-row';

/** An immutable version of a plan, with who, when and why. */
export const planCommitSchema = z.strictObject({
  /** `${planId}/v${version}` */
  id: keySchema,
  planId: keySchema,
  version: z.int().min(1),
  author: nameSchema,
  committedAt: instantSchema,
  reason: textSchema.min(1),
  rows: z.array(targetRowSchema),
});
export type PlanCommit = z.infer<typeof planCommitSchema>;
