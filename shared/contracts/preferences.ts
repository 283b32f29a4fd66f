import { z } from 'zod';

/** What this machine remembers outside any workspace. Kept by main in one small file. */
export const preferencesSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  railFolded: z.boolean(),
  /** Route the window was on, with its period and scope. */
  lastRoute: z.string().max(2000),
});
export type Preferences = z.infer<typeof preferencesSchema>;
