import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextHybridTime } from '@shared/kernel/hybrid-clock';

const device = '01920000-0000-7000-8000-000000000001';
const other = '01920000-0000-7000-8000-000000000000';

test('it follows the wall clock, and counts where that stands still', () => {
  const first = nextHybridTime(null, 1_700_000_000_000, device);
  expect(first).toBe(`001700000000000-000000-${device}`);
  expect(nextHybridTime(first, 1_700_000_000_000, device)).toBe(`001700000000000-000001-${device}`);
  expect(nextHybridTime(`001700000000000-999999-${device}`, 5, device)).toBe(`001700000000001-000000-${device}`);
});

test('it never goes back, whatever the wall clocks of two machines do', () => {
  const events = fc.array(fc.record({ ms: fc.nat(10_000), device: fc.constantFrom(device, other) }), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(events, (list) => {
      const times: string[] = [];
      for (const event of list) times.push(nextHybridTime(times.at(-1) ?? null, event.ms, event.device));
      expect(times).toEqual([...new Set(times)].sort());
    }),
  );
});
