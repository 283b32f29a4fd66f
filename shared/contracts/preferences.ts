import { z } from 'zod';

/** An address within the app: a page with its period, scope and what else it says. */
export const routeSchema = z.string().regex(/^\//).max(2000);

const fields = {
  language: z.enum(['zh-CN', 'en']),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  railFolded: z.boolean(),
  /** Route the window was on, with its period and scope. */
  lastRoute: z.string().max(2000),
  /** The unit that amounts are shown in; `auto` = by their size. */
  moneyUnit: z.enum(['auto', 'yuan', 'wan', 'yi']),
  /** Widths in px of panes that were made wider or narrower, by the pane's name. */
  panes: z.record(z.string().max(60), z.int().min(80).max(2000)),
  /** By workspace id: whether the bar of first steps (in the sample: what it is) stands over the pages. `kept` = even when all is done. */
  guides: z.record(z.string().max(100), z.enum(['shown', 'kept', 'hidden'])),
} as const;

/** What this machine remembers outside any workspace. Kept by main in one small file; one of an older version lacks what came later. */
export const preferencesSchema = z.strictObject({ ...fields, moneyUnit: fields.moneyUnit.default('auto'), panes: fields.panes.default({}), guides: fields.guides.default({}) });
export type Preferences = z.infer<typeof preferencesSchema>;

/** Only what is given is changed. */
export const preferencesChangeSchema = z.strictObject(fields).partial();
