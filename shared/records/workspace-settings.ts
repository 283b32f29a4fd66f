import { z } from 'zod';
import { daySchema, nameSchema } from './parts';

/** The one row of `settings` (id `settings`). */
export const workspaceSettingsSchema = z.strictObject({
  id: z.literal('settings'),
  /** Name of the whole organisation: the root of every tree. */
  organisation: nameSchema,
  /** Whose hand signs, commits and edits: asked at first run. */
  actor: nameSchema,
  currency: z.literal('CNY'),
  fiscalYearStartMonth: z.int().min(1).max(12),
  /** The sample workspace lives on a fixed day; null = the real one. */
  fixedToday: daySchema.nullable(),
  sample: z.boolean(),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;
