import { z } from 'zod';
import { idSchema, instantSchema, keySchema, monthSchema, nameSchema } from './parts';
import { recordTableSchema } from './record-tables';

/**
 * What happened to one row. `before`/`after` hold only the fields that were written:
 * create: before = null and after = the whole row; delete: the reverse; update: the same fields on both sides.
 * An import also lists fields it found already equal (before = after): they say that the value has this source too,
 * so that undoing another import that wrote the same leaves it standing.
 */
export const rowChangeSchema = z.strictObject({
  table: recordTableSchema,
  id: keySchema,
  before: z.record(z.string(), z.json()).nullable(),
  after: z.record(z.string(), z.json()).nullable(),
});
export type RowChange = z.infer<typeof rowChangeSchema>;

/** The button's name in the undo menu: a key of the messages and what to fill in. */
export const labelSchema = z.strictObject({ key: nameSchema, params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type ChangeLabel = z.infer<typeof labelSchema>;

/** One import named as a whole; its rows live in the ledger and in its stored source file, not here. */
export const batchNoteSchema = z.strictObject({
  batchId: keySchema,
  sourceHash: z.string(),
  months: z.array(monthSchema),
  rows: z.int().min(0),
  added: z.int().min(0),
  changed: z.int().min(0),
});

/**
 * The only way anything is written: undo, redo, audit trail, crash recovery and later exchange all read it.
 * Written in the same transaction as its rows, then appended to the journal by main.
 */
export const changeSetSchema = z.strictObject({
  id: idSchema,
  /** 1, 2, 3 … without gaps within a workspace. */
  seq: z.int().min(1),
  workspaceId: idSchema,
  deviceId: idSchema,
  /** Hybrid logical clock: `${ms, 15 digits}-${counter, 6 digits}-${deviceId}`; sorts as text, never goes back. */
  hlc: z.string().regex(/^\d{15}-\d{6}-[0-9a-f-]{36}$/),
  at: instantSchema,
  actor: nameSchema,
  kind: z.enum(['edit', 'import', 'undoImport', 'undo', 'redo', 'commit', 'sign', 'reopen', 'setup']),
  label: labelSchema,
  /** The change-set that this one takes back (undo, redo, undoImport). */
  inverseOf: idSchema.nullable(),
  changes: z.array(rowChangeSchema),
  batch: batchNoteSchema.nullable(),
});
export type ChangeSet = z.infer<typeof changeSetSchema>;
