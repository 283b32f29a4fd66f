import { z } from 'zod';
import { keySchema, nameSchema } from './parts';

/** A customer's file as the CRM exports it. Facts refer to customers by name; the file adds what is known of them. */
export const customerSchema = z.strictObject({
  id: keySchema,
  name: nameSchema,
  code: z.string().max(200),
  class: z.string().max(200),
  industry: z.string().max(200),
  city: z.string().max(200),
  ownerName: z.string().max(200),
});
export type Customer = z.infer<typeof customerSchema>;
