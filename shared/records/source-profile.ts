import { z } from 'zod';
import { keySchema } from './parts';

/** The mapping last used for files with this header, used again without asking. `id` = `${object}:${header fingerprint}`. */
export const sourceProfileSchema = z.strictObject({ id: keySchema, mapping: z.json() });
export type SourceProfile = z.infer<typeof sourceProfileSchema>;
