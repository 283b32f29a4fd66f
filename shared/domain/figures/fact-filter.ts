import type { FactFilters } from '../../contracts/fact-filters';
import type { FactMasters } from './fact-masters';

/** Texts that facts number. */
interface NumberedFacts {
  readonly products: readonly string[];
  readonly customers: readonly string[];
  readonly channels: readonly string[];
  readonly regions: readonly string[];
}

/** By number, whether the text is wanted; null = every one is. */
export interface WantedNumbers {
  readonly product: Uint8Array | null;
  readonly customer: Uint8Array | null;
  readonly channel: Uint8Array | null;
  readonly region: Uint8Array | null;
}

/** Filters made ready to be asked row by row. Facts that know no channel (opportunities) carry '' in it, as any other blank. */
export function wantedNumbers(filters: FactFilters, masters: FactMasters, texts: NumberedFacts): WantedNumbers {
  const products = valuesOf(filters.product);
  const lines = valuesOf(filters.productLine);
  const tiers = valuesOf(filters.tier);
  return {
    product: products || lines ? Uint8Array.from(texts.products, (text) => Number((products?.has(text) ?? true) && (lines?.has(masters.lineOf.get(text) ?? '') ?? true))) : null,
    customer: tiers && Uint8Array.from(texts.customers, (text) => Number(tiers.has(masters.tierOf.get(text) ?? ''))),
    channel: wanted(texts.channels, filters.channel),
    region: wanted(texts.regions, filters.region),
  };
}

const valuesOf = (values: readonly string[]): ReadonlySet<string> | null => (values.length === 0 ? null : new Set(values));

function wanted(texts: readonly string[], values: readonly string[]): Uint8Array | null {
  const set = valuesOf(values);
  return set && Uint8Array.from(texts, (text) => Number(set.has(text)));
}

/** Whether a row's numbers are all wanted. */
export const isWantedRow = (wants: WantedNumbers, product: number, customer: number, channel: number, region: number): boolean =>
  (wants.product === null || wants.product[product] === 1) &&
  (wants.customer === null || wants.customer[customer] === 1) &&
  (wants.channel === null || wants.channel[channel] === 1) &&
  (wants.region === null || wants.region[region] === 1);
