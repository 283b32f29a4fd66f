import { z } from 'zod';
import { instantSchema } from '../records/parts';

/** A folder that files were chosen from, as the import screen lists it. Ids are this window's own and are all that can be asked for. */
export const recentFolderSchema = z.strictObject({
  folder: z.uuid(),
  name: z.string(),
  /** Where it lies, for the eye alone: no call takes a path. */
  place: z.string(),
  /** missing: moved, renamed, or its drive is not there. locked: it may not be read. */
  state: z.enum(['there', 'missing', 'locked']),
  /** The newest first. */
  files: z.array(z.strictObject({ file: z.uuid(), name: z.string(), bytes: z.int().min(0), changedAt: instantSchema, heldOpen: z.boolean() })),
  /** Importable files that are not listed. */
  more: z.int().min(0),
});
export type RecentFolder = z.infer<typeof recentFolderSchema>;

/** Files that were chosen together, and those of them that cannot be opened: by name, with the reason. */
export const chosenFilesUnreadSchema = z.array(z.strictObject({ name: z.string(), code: z.enum(['file.missing', 'file.locked']) }));
export type UnreadFiles = z.infer<typeof chosenFilesUnreadSchema>;
