import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rollUp } from '@shared/domain/targets/roll-up';

test('every parent is the sum of its children, whatever stood there', () => {
  const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 200 }).chain((picks) =>
    fc.record({ parent: fc.constant(Int32Array.from(picks, (pick, node) => (node === 0 ? -1 : pick % node))), values: fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: picks.length * 3, maxLength: picks.length * 3 }) }),
  );
  fc.assert(
    fc.property(trees, ({ parent, values }) => {
      const rolled = Float64Array.from(values);
      rollUp(parent, 3, rolled);
      for (let node = 0; node < parent.length; node++) {
        const children = [...parent.keys()].filter((child) => parent[child] === node);
        for (let cell = 0; cell < 3; cell++) {
          const below = children.reduce((total, child) => total + rolled[child * 3 + cell]!, 0);
          expect(rolled[node * 3 + cell]).toBe(children.length === 0 ? values[node * 3 + cell] : below);
        }
      }
    }),
  );
});
