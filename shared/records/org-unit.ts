import { z } from 'zod';
import { keySchema, nameSchema } from './parts';

/** A node of the organisation above people. The root (parentId null) is the whole workspace. */
export const orgUnitSchema = z.strictObject({
  id: keySchema,
  name: nameSchema,
  kind: z.enum(['company', 'region', 'team']),
  parentId: keySchema.nullable(),
  /** Order among siblings: as first met in the people file. */
  position: z.int().min(0),
});
export type OrgUnit = z.infer<typeof orgUnitSchema>;
