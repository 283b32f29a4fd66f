import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fastDay } from '@renderer/ledger/csv/fast-values';
import { type DateOrder, dateWays, readDay } from '@shared/domain/imports/read-day';
import { fromEpochDay, toEpochDay } from '@shared/kernel/day';

const read = (text: string, order: DateOrder | null = null) => {
  const day = readDay(text, order);
  return day.ok ? day.value : day.error;
};

test.each([
  ['2024-07-08 14:56:28', '2024-07-08'],
  ['Oct 7, 2025 6:55 PM', '2025-10-07'],
  ['7 October 2025', '2025-10-07'],
  ['7-Oct-2025', '2025-10-07'],
  ['2024/7/8', '2024-07-08'],
  ['2024.7.8', '2024-07-08'],
  ['2024年7月8日', '2024-07-08'],
  ['20240708', '2024-07-08'],
  ['２０２４-０７-０８', '2024-07-08'],
  ['2024-07-08T23:30:00Z', '2024-07-08'],
  ['2024-07-08T23:30:00+08:00', '2024-07-08'],
  ['2024-07-08T23:30:00-05:00', '2024-07-08'],
  ['2024/7/8 下午 3:20:00', '2024-07-08'],
  ['13/07/2024', '2024-07-13'],
  ['07/13/2024', '2024-07-13'],
  ['05/05/2024', '2024-05-05'],
])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

test.each(['2024-02-30', '2023-02-29', '24-07-08', '07/08/24', '', 'tomorrow', '2024-13-01', '0000-00-00', '31/02/2024'])('%s is no day', (text) => expect(read(text)).toBe('date.malformed'));

test('a bare number is a day only where the column counts days from a known year, and never one of before 1927', () => {
  expect(read('45123')).toBe('date.bareNumber');
  expect([read('45123', 'serial1900'), read('45123.5', 'serial1900'), read('４５１２３', 'serial1900'), read('45123', 'serial1904')]).toEqual(['2023-07-16', '2023-07-16', '2023-07-16', '2027-07-17']);
  expect(['60', '-3', '0', '2024', '9999', '2958466', '9999999'].map((text) => read(text, 'serial1900'))).toEqual(Array.from({ length: 7 }, () => 'date.serial'));
  expect([read('20240708', 'serial1900'), read('2024-07-08', 'serial1904'), read('2024.07', 'serial1900'), read('05/06/2024', 'serial1900')]).toEqual(['2024-07-08', '2024-07-08', 'date.missingDay', 'date.ambiguous']);
});

test('a month without a day is named as such', () => {
  expect(read('2024-07')).toBe('date.missingDay');
  expect(read('2024年7月')).toBe('date.missingDay');
});

test('05/06/2024 asks until the column knows its order', () => {
  expect(read('05/06/2024')).toBe('date.ambiguous');
  expect(read('05/06/2024', 'mdy')).toBe('2024-05-06');
  expect(read('05/06/2024', 'dmy')).toBe('2024-06-05');
  expect(read('13/06/2024', 'mdy')).toBe('date.malformed');
  expect(['05/06/2024', '13/06/2024', '06/13/2024', '2024-01-01', 'x'].map(dateWays)).toEqual(['both', 'dmy', 'mdy', 'one', 'none']);
});

test('the fast path over bytes reads a day as the full rules do, or leaves it to them', () => {
  const anyDay = fc.integer({ min: toEpochDay(fromEpochDay(-20_000)), max: 60_000 });
  fc.assert(
    fc.property(anyDay, fc.constantFrom('-', '/', '.'), fc.boolean(), fc.constantFrom('', ' 14:56', ' 14:56:28', 'T01:02:03'), (epochDay, mark, padded, time) => {
      const [year, month, day] = fromEpochDay(epochDay).split('-') as [string, string, string];
      const short = (part: string) => (padded ? part : String(Number(part)));
      const text = [year, short(month), short(day)].join(mark) + time;
      const bytes = new TextEncoder().encode(text);
      expect(fastDay(bytes, 0, bytes.length)).toBe(epochDay);
      expect(read(text)).toBe(fromEpochDay(epochDay));
    }),
  );
  for (const text of ['2024-02-30', '2024-7', '2024-07-08x', '2024/07-08', '20240708', '2024-07-0']) expect(fastDay(new TextEncoder().encode(text), 0, text.length)).toBeNaN();
});
