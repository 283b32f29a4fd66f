import { z } from 'zod';

/** What a file holds. Orders and opportunities become ledger facts; the others become records. */
export const importObjectSchema = z.enum(['orders', 'opportunities', 'customers', 'products', 'people']);
export type ImportObject = z.infer<typeof importObjectSchema>;
