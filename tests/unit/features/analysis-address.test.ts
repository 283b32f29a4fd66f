import { factDimensions } from '@shared/contracts/fact-filters';
import { type AnalysisSetup, readSetup, viewOf, writeSetup } from '@renderer/features/analysis/analysis-address';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const list = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', ',', '\\', '0', '直', ' ') }), { maxLength: 4 });
const setups = fc.record({
  filters: fc.record({ productLine: list, product: list, channel: list, region: list, tier: list }),
  against: fc.constantFrom('lastYear' as const, 'previous' as const), mix: fc.constantFrom(null, ...factDimensions),
  rank: fc.constantFrom('attainment' as const, 'actual' as const, 'growth' as const, 'marginRate' as const), of: fc.constantFrom('people' as const, 'teams' as const),
});

describe('the address of the analysis', () => {
  it('brings back any setup as it was, through the text of an address and through a saved view', () => {
    fc.assert(
      fc.property(setups, (setup: AnalysisSetup) => {
        const search = viewOf(setup);
        expect(readSetup(Object.fromEntries(new URLSearchParams(new URLSearchParams(search).toString())))).toEqual(setup);
        expect(Object.values(search)).not.toContain('');
      }),
    );
  });

  it('of a page as it opens is empty, and what nobody understands is left out', () => {
    const plain = readSetup({});
    expect(viewOf(plain)).toEqual({});
    expect(readSetup({ against: 'never', mix: 'taste', rank: 7, of: '', period: '2026' })).toEqual(plain);
    expect(Object.values(writeSetup(plain)).every((value) => value === undefined)).toBe(true);
  });

  it('is readable where values hold no commas', () => {
    expect(viewOf({ ...readSetup({}), filters: { ...readSetup({}).filters, channel: ['直销', '', 'a,b'] } })).toEqual({ channel: '直销,\\0,a\\,b' });
  });
});
