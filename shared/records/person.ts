import { z } from 'zod';
import { daySchema, keySchema, nameSchema } from './parts';

/** Somebody who sells. `externalId` is the id in the source system, '' if it has none. */
export const personSchema = z.strictObject({
  id: keySchema,
  name: nameSchema,
  externalId: z.string().max(200),
  title: z.string().max(200),
  managerName: z.string().max(200),
  joinedOn: daySchema.nullable(),
  leftOn: daySchema.nullable(),
});
export type Person = z.infer<typeof personSchema>;
