import { type FactDimension, type FactFilters, factDimensions } from '@shared/contracts/fact-filters';
import { z } from 'zod';

/** How this page is set up, in its address beside period and scope; what a saved view keeps. */
const addressSchema = z.object({
  line: z.string().optional(),
  product: z.string().optional(),
  channel: z.string().optional(),
  region: z.string().optional(),
  tier: z.string().optional(),
  against: z.enum(['previous']).optional().catch(undefined),
  mix: z.enum(factDimensions).optional().catch(undefined),
  rank: z.enum(['actual', 'growth', 'marginRate']).optional().catch(undefined),
  of: z.enum(['teams']).optional().catch(undefined),
});

export interface AnalysisSetup {
  readonly filters: FactFilters;
  /** What growth is measured against. */
  readonly against: 'lastYear' | 'previous';
  /** Null = the first dimension that facts say anything of. */
  readonly mix: FactDimension | null;
  readonly rank: RankFigure;
  readonly of: 'people' | 'teams';
}

export type RankFigure = 'attainment' | 'actual' | 'growth' | 'marginRate';

const paramOf = { productLine: 'line', product: 'product', channel: 'channel', region: 'region', tier: 'tier' } as const;

/** Reads an address; what it does not understand is as if it were not there. */
export function readSetup(search: unknown): AnalysisSetup {
  const address = addressSchema.safeParse(search).data ?? {};
  const filters = Object.fromEntries(factDimensions.map((dimension) => [dimension, readList(address[paramOf[dimension]] ?? '')])) as FactFilters;
  return { filters, against: address.against ?? 'lastYear', mix: address.mix ?? null, rank: address.rank ?? 'attainment', of: address.of ?? 'people' };
}

/** The search params of a setup; undefined = not in the address, because it is what the page shows anyway. */
export function writeSetup({ filters, against, mix, rank, of }: AnalysisSetup): Record<string, string | undefined> {
  return {
    ...Object.fromEntries(factDimensions.map((dimension) => [paramOf[dimension], filters[dimension].length === 0 ? undefined : writeList(filters[dimension])])),
    against: against === 'lastYear' ? undefined : against,
    mix: mix ?? undefined,
    rank: rank === 'attainment' ? undefined : rank,
    of: of === 'people' ? undefined : of,
  };
}

/** Only what is in the address: as a saved view keeps it. */
export function viewOf(setup: AnalysisSetup): Record<string, string> {
  return Object.fromEntries(Object.entries(writeSetup(setup)).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Values parted by commas; a comma or backslash within one is written after a backslash, the blank value as `\0`. */
const writeList = (values: readonly string[]): string => values.map((value) => (value === '' ? '\\0' : value.replaceAll(/[\\,]/g, '\\$&'))).join(',');

function readList(text: string): string[] {
  if (text === '') return [];
  const values = [''];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === ',') values.push('');
    else if (char !== '\\') values[values.length - 1] += char;
    else if (text[++at] !== '0') values[values.length - 1] += text[at] ?? '';
  }
  return [...new Set(values)];
}
