import { z } from 'zod';

/** What a file holds: ledger facts or records. */
export const importObjectSchema = z.enum(['orders', 'opportunities', 'customers', 'products', 'people', 'payments', 'activities', 'complaints', 'surveys', 'contacts']);
export type ImportObject = z.infer<typeof importObjectSchema>;

/** Objects whose rows are facts of the ledger; the rows of all others become records. */
export const factObjectSchema = importObjectSchema.extract(['orders', 'opportunities', 'payments', 'activities', 'complaints', 'surveys']);
export type FactObject = z.infer<typeof factObjectSchema>;
export const isFactObject = (object: ImportObject): object is FactObject => factObjectSchema.safeParse(object).success;
