import { z } from 'zod';

/** What this machine remembers outside any workspace. Kept by main in one small file. */
export const preferencesSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  railFolded: z.boolean(),
  /** Route the window was on, with its period and scope. */
  lastRoute: z.string().max(2000),
  /** By workspace id: whether the bar of first steps (in the sample: what it is) stands over the pages. `kept` = even when all is done. */
  guides: z.record(z.string().max(100), z.enum(['shown', 'kept', 'hidden'])).optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;
