import { z } from 'zod';
import { keySchema } from './parts';

/** 含税 (inclusive) or 未税 (exclusive): what a source's amounts are. */
export const taxBasisSchema = z.enum(['inclusive', 'exclusive']);
export type TaxBasis = z.infer<typeof taxBasisSchema>;

/** One unit of a foreign currency in the workspace's, as an exact decimal: `7.1234`. Up to eight decimal places. */
export const exchangeRateSchema = z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), rate: z.string().regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,8})?$/) });
export type ExchangeRate = z.infer<typeof exchangeRateSchema>;

/** What is counted of a source: asked once, proposed for its next file. `id` = the source's name. */
export const sourceRuleSchema = z.strictObject({
  id: keySchema,
  taxBasis: taxBasisSchema.nullable(),
  rates: z.array(exchangeRateSchema).max(50),
});
export type SourceRule = z.infer<typeof sourceRuleSchema>;
