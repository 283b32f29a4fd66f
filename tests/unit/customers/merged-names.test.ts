import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedNames, wouldCircle } from '@shared/domain/customers/merged-names';
import type { CustomerMerge } from '@shared/records/customer-merge';

test('a chain counts as its end, and who is kept apart counts as itself', () => {
  const names = mergedNames([{ id: 'a', into: 'b' }, { id: 'b', into: 'c' }, { id: 'd', into: null }]);
  expect([...names]).toEqual([['a', 'c'], ['b', 'c']]);
});

test('merging into oneself, or into what counts as oneself, is a circle', () => {
  const merges = [{ id: 'a', into: 'b' }, { id: 'b', into: 'c' }];
  expect(wouldCircle(['c'], 'a', merges)).toBe(true);
  expect(wouldCircle(['x'], 'x', [])).toBe(true);
  expect(wouldCircle(['d'], 'a', merges)).toBe(false);
});

test('whatever is merged without a circle, every name ends at one that counts as itself', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(fc.property(fc.array(fc.tuple(letter, letter), { maxLength: 12 }), (steps) => {
    const standing = new Map<string, CustomerMerge>();
    for (const [id, into] of steps) if (!wouldCircle([id], into, [...standing.values()])) standing.set(id, { id, into });
    const names = mergedNames([...standing.values()]);
    expect(names.size).toBe(standing.size);
    for (const end of names.values()) expect(names.has(end)).toBe(false);
  }));
});
