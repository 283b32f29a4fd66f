import { z } from 'zod';

/** By what facts can be told apart besides who, when and which customer; tier = the customer's class. */
export const factDimensions = ['productLine', 'product', 'channel', 'region', 'tier'] as const;
export type FactDimension = (typeof factDimensions)[number];

const values = z.array(z.string());

/** Facts that carry one of the values, in every dimension that names any; '' = none is known. [] = whatever the value. */
export const factFiltersSchema = z.strictObject({ productLine: values, product: values, channel: values, region: values, tier: values });
export type FactFilters = z.infer<typeof factFiltersSchema>;

export const NO_FILTERS: FactFilters = { productLine: [], product: [], channel: [], region: [], tier: [] };

export const isFiltered = (filters: FactFilters): boolean => factDimensions.some((dimension) => filters[dimension].length > 0);
