import { z } from 'zod';
import { idSchema, nameSchema } from './parts';

/** A page as somebody set it up: its address without period and scope, under a name. */
export const savedViewSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  /** The page's path. */
  page: z.string().regex(/^\/[a-z/]{1,100}$/),
  /** The search params of its address. */
  search: z.record(z.string().min(1).max(40), z.string().max(2_000)),
});
export type SavedView = z.infer<typeof savedViewSchema>;
