import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameJson } from '@shared/kernel/same-json';

test('the order of keys does not matter, everything else does', () => {
  expect(sameJson({ a: 1, b: [1, null] }, { b: [1, null], a: 1 })).toBe(true);
  expect([sameJson([1, 2], [2, 1]), sameJson({ a: null }, {}), sameJson([], {}), sameJson(0, null), sameJson('1', 1)]).toEqual([false, false, false, false, false]);
});

test('a copy is the same; two that print differently are not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(sameJson(a, JSON.parse(JSON.stringify(a)))).toBe(true);
      expect(sameJson(a, b)).toBe(sorted(a) === sorted(b));
    }),
  );
});

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
