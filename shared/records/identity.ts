import { z } from 'zod';
import { keySchema, nameSchema } from './parts';

/**
 * A decision of the user: this owner of this source is this person (or nobody: 未分配).
 * Owners without a decision are matched by external id, then by a unique name, each time they are asked for.
 */
export const identitySchema = z.strictObject({
  /** `${source}:${ownerKey}` */
  id: keySchema,
  source: nameSchema,
  ownerKey: z.string().max(300),
  ownerName: z.string().max(200),
  personId: keySchema.nullable(),
});
export type Identity = z.infer<typeof identitySchema>;
