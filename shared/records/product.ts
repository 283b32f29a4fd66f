import { z } from 'zod';
import { fenSchema, keySchema, nameSchema } from './parts';

export const productSchema = z.strictObject({
  id: keySchema,
  name: nameSchema,
  code: z.string().max(200),
  line: z.string().max(200),
  priceFen: fenSchema.nullable(),
});
export type Product = z.infer<typeof productSchema>;
