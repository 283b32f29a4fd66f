import { z } from 'zod';
import { importObjectSchema } from './import-object';
import { fenSchema, instantSchema, keySchema, monthSchema, nameSchema } from './parts';

/** A numeric column's exact total in the file (1/10,000 of its unit, as text since it may exceed 2^53) and what was booked. */
export const columnTotalSchema = z.strictObject({
  field: nameSchema,
  /** Header in the file. */
  column: z.string(),
  /** Exact sum over all data rows of the file, in 1/10,000 of the unit; a whole number as text. */
  sourceTotal: z.string().regex(/^-?\d+$/),
  /** Sum that the batch's accepted rows stand for, in 分 (money) or 1/10,000 (quantity). */
  bookedTotal: z.string().regex(/^-?\d+$/),
  unit: z.enum(['money', 'quantity']),
});
export type ColumnTotal = z.infer<typeof columnTotalSchema>;

/** One import, undoable as a whole in any order. */
export const importBatchSchema = z.strictObject({
  id: keySchema,
  object: importObjectSchema,
  /** Which system the file comes from: its identities, mapping and row keys live under this name. */
  source: nameSchema,
  fileName: z.string().min(1).max(400),
  /** sha-256 (hex) of the file; the copy in `sources/` carries it as its name. */
  sourceHash: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  importedAt: instantSchema,
  /** The mapping it was read with (a `SourceMapping`), so that a replay reads the same. */
  mapping: z.json(),
  rows: z.int().min(0),
  added: z.int().min(0),
  changed: z.int().min(0),
  unchanged: z.int().min(0),
  rejected: z.int().min(0),
  totals: z.array(columnTotalSchema),
  months: z.array(monthSchema),
  bookedFen: fenSchema,
  undoneAt: instantSchema.nullable(),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;
