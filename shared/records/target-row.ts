import { z } from 'zod';
import { fenSchema, keySchema } from './parts';

const twelve = <T extends z.ZodType>(item: T) => z.array(item).length(12);

/**
 * One node's row of a plan. A leaf (membership) stores its twelve monthly targets in `months`; only leaves are stored,
 * every unit's figure is their sum. A unit's `months` hold its *assigned* numbers: what was handed down, null = none.
 */
export const targetRowSchema = z.strictObject({
  /** `${planId}/${nodeId}` */
  id: keySchema,
  planId: keySchema,
  nodeId: keySchema,
  kind: z.enum(['leaf', 'unit']),
  months: twelve(fenSchema.nullable()),
  /** A locked month is not moved by any re-spread. */
  locks: twelve(z.boolean()),
  /** The node's assigned annual number; null = none. A leaf's is always null. */
  yearFen: fenSchema.nullable(),
  /** True: an assigned number below Σ children is a declared 超额保险 (over-assignment buffer), not an error. */
  buffer: z.boolean(),
});
export type TargetRow = z.infer<typeof targetRowSchema>;
