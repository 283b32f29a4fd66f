import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, monthsBetween, yearMonth } from '@shared/kernel/month';
import { monthSpans } from '@renderer/features/data/month-spans';

const spans = (...months: string[]) => monthSpans(months.map(yearMonth), (month) => month);

test('months that follow on each other are one span, across the year too', () => {
  expect(spans('2025-11', '2025-12', '2026-01', '2026-03')).toEqual(['2025-11 – 2026-01', '2026-03']);
  expect(spans()).toEqual([]);
});

test('spans name exactly the months they were made of, and no two of them touch', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40 })), (offsets) => {
      const months = offsets.toSorted((a, b) => a - b).map((offset) => addMonths(yearMonth('2024-01'), offset));
      const ends = monthSpans(months, (month) => month).map((span) => span.split(' – ').map(yearMonth));
      expect(ends.flatMap(([from, to = from]) => monthsBetween(from!, to!))).toEqual(months);
      expect(ends.filter(([from], index) => ends[index - 1]?.at(-1) === addMonths(from!, -1))).toEqual([]);
    }),
  );
});
