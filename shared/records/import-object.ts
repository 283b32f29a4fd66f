import { z } from 'zod';

/** What a file holds: ledger facts or records. */
export const importObjectSchema = z.enum(['orders', 'opportunities', 'customers', 'products', 'people', 'payments', 'activities', 'complaints', 'surveys', 'contacts']);
export type ImportObject = z.infer<typeof importObjectSchema>;
