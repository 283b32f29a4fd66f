import { z } from 'zod';
import { idSchema, instantSchema, keySchema, nameSchema } from './parts';

/** A review pack that was written to a file: the history of packs, and what the month's close asks for. */
export const packExportSchema = z.strictObject({
  id: idSchema,
  /** `2026-09`, `2026Q3`, `2026`. */
  period: keySchema,
  /** Node id of the scope, and its name then. */
  scopeId: keySchema,
  scopeName: nameSchema,
  fileName: nameSchema,
  pages: z.int().min(1),
  /** Reviews printed as drafts, being unsigned. */
  drafts: z.int().min(0),
  language: z.enum(['zh-CN', 'en']),
  exportedAt: instantSchema,
});
export type PackExport = z.infer<typeof packExportSchema>;
