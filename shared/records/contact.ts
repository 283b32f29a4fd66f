import { z } from 'zod';
import { daySchema, keySchema, nameSchema } from './parts';

/** A person at a customer, as the CRM exports it. `id` = `ct:${code}`, without a code `ct:${customer}/${name}`. */
export const contactSchema = z.strictObject({
  id: keySchema,
  name: nameSchema,
  code: z.string().max(200),
  /** The customer's name, as facts name it; '' = not said. */
  customer: z.string().max(200),
  title: z.string().max(200),
  phone: z.string().max(200),
  email: z.string().max(200),
  birthday: daySchema.nullable(),
  ownerName: z.string().max(200),
});
export type Contact = z.infer<typeof contactSchema>;
