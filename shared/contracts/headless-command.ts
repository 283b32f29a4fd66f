import { z } from 'zod';
import { backupPartSchema } from './backup-file';
import { dateOrderSchema, shareUnitSchema } from './import-run';
import { importObjectSchema } from '../records/import-object';
import { daySchema } from '../records/parts';
import { exchangeRateSchema, taxBasisSchema } from '../records/source-rule';

/** A file main has opened for the renderer: read it with `fetch('/file/TOKEN')` in slices by `Range`; never by path. */
export const fileTokenSchema = z.strictObject({ token: z.uuid(), name: z.string().min(1).max(400), bytes: z.int().min(0) });
export type FileToken = z.infer<typeof fileTokenSchema>;

/** What an import on the screen would ask, answered beforehand; columns are named by their header. */
export const importAnswersSchema = z.strictObject({
  taxBasis: taxBasisSchema.nullable(),
  rates: z.array(exchangeRateSchema),
  dates: z.array(z.strictObject({ column: z.string().min(1), order: dateOrderSchema })),
  shares: z.array(z.strictObject({ column: z.string().min(1), unit: shareUnitSchema })),
});
export type ImportAnswers = z.infer<typeof importAnswersSchema>;

/** A command from the command line, carried out by the same code as the screens, in a hidden window. */
export const headlessCommandSchema = z.discriminatedUnion('name', [
  /** `moves`: what a change of department without a date means, for everybody; null = they stay where they are, and it is said who. */
  z.strictObject({ name: z.literal('import'), files: z.array(fileTokenSchema).min(1), as: importObjectSchema.nullable(), moves: z.union([z.literal('correction'), daySchema]).nullable(), answers: importAnswersSchema }),
  z.strictObject({ name: z.literal('figures'), period: z.string().nullable(), scope: z.string().nullable() }),
  z.strictObject({ name: z.literal('pack'), period: z.string(), scope: z.string().nullable(), language: z.enum(['zh-CN', 'en']) }),
  /** `npm start` without a display: fill the sample workspace, then export its pack. */
  z.strictObject({ name: z.literal('sample') }),
  /** Gathers the workspace into the file main was told (`keep.begin` … `keep.finish`). */
  z.strictObject({ name: z.literal('backup'), passphrase: z.string().nullable() }),
  /** Opens the workspace as a window would and says what it holds: last change-set, counts, hash. */
  z.strictObject({ name: z.literal('verify') }),
  /**
   * Never asked for by a person: fills a new database from the verified parts of a copy ([] = empty), then, if `replay`, puts
   * the workspace's journal and stored sources on top. Answers a BackupContent. `scratch`: deletes the database again.
   */
  z.strictObject({ name: z.literal('restore'), databaseName: z.string(), parts: z.array(z.strictObject({ part: backupPartSchema, rows: z.int().min(0), file: fileTokenSchema })), replay: z.boolean(), scratch: z.boolean() }),
]);
export type HeadlessCommand = z.infer<typeof headlessCommandSchema>;
