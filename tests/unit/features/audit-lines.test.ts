import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen } from '@shared/kernel/fen';
import { yearMonth } from '@shared/kernel/month';
import { audit } from '@shared/messages/zh-CN/audit';
import { audit as enAudit } from '@shared/messages/en/audit';
import { changeSetSchema, type RowChange } from '@shared/records/change-set';
import { recordSchemas, recordTables } from '@shared/records/record-tables';
import { importObjectSchema } from '@shared/records/import-object';
import { formatBytes, formatDay, formatFullDay, formatInstant, formatMoney, formatMonth, formatMonthName, formatNumber, formatPercent, formatPeriod, formatTime, formatWeekday, formatAmount, unitName } from '@renderer/i18n/formats';
import { translatorFor } from '@renderer/i18n/i18n';
import type { Formats } from '@renderer/i18n/use-formats';
import { changeLines, type ChangeWords } from '@renderer/features/audit/change-lines';

const zh = 'zh-CN';
const formats: Formats = {
  number: (value, decimals) => formatNumber(value, zh, decimals),
  unit: (automatic) => automatic ?? 'wan',
  amount: (value, unit) => formatAmount(value, zh, unit ?? 'wan'),
  money: (value, unit) => formatMoney(value, zh, unit),
  unitName: (unit) => unitName(unit, zh),
  percent: (rate, decimals) => formatPercent(rate, zh, decimals),
  day: (day) => formatDay(day, zh),
  fullDay: (day) => formatFullDay(day, zh),
  weekday: (day) => formatWeekday(day, zh),
  month: (month) => formatMonth(month, zh),
  monthName: (month) => formatMonthName(month, zh),
  period: (key) => formatPeriod(key, zh),
  time: (at) => formatTime(at, zh),
  instant: (at) => formatInstant(at, zh),
  bytes: (bytes) => formatBytes(bytes, zh),
};
const words: ChangeWords = {
  t: translatorFor(zh),
  formats,
  names: {
    nameOf: (table, id) => `${table}/${id}`,
    monthAt: (_plan, index) => yearMonth(`2026-${String(index + 1).padStart(2, '0')}`),
    kpiName: (id) => `KPI ${id}`,
  },
};
const lines = (change: RowChange) => changeLines(change, words);
const months = (first: number | null) => [first, ...Array.from({ length: 11 }, () => null)];

describe('a change reads field by field, before and after', () => {
  test('money in yuan to the fen, people and units by name, days and choices in words', () => {
    expect(lines({ table: 'products', id: 'p', before: { priceFen: fen(123_456) }, after: { priceFen: null } })).toEqual([{ field: audit.field_priceFen, before: '1,234.56 元', after: audit.empty }]);
    expect(lines({ table: 'identities', id: 'i', before: { personId: null }, after: { personId: 'ann' } })).toEqual([{ field: audit.field_personId, before: audit.nobody, after: 'people/ann' }]);
    expect(lines({ table: 'people', id: 'p', before: { leftOn: null }, after: { leftOn: '2026-03-31' } })).toEqual([{ field: audit.field_leftOn, before: audit.empty, after: '2026年3月31日' }]);
    expect(lines({ table: 'reviews', id: 'r', before: { state: 'open' }, after: { state: 'signed' } })).toEqual([{ field: audit.field_state, before: audit.value_open, after: audit.value_signed }]);
  });

  test('of a target row only the months that moved are told, each by its name', () => {
    expect(lines({ table: 'targetRows', id: 'plan-2026/ann', before: { months: months(100_00) }, after: { months: months(250_00) } })).toEqual([
      { field: `${audit.field_months} 2026年1月`, before: '100.00 元', after: '250.00 元' },
    ]);
  });

  test('a rate reads as a percentage and a typed score with its note', () => {
    const bands = [{ fromFen: 0, rateMillionths: 10_000 }, { fromFen: 100_000_00, rateMillionths: 25_000 }];
    expect(lines({ table: 'commissionPlans', id: 'c', before: { bands: [] }, after: { bands } })[0]?.after).toMatch(/1\.00%.*2\.50%/);
    expect(lines({ table: 'reviews', id: 'r', before: { manual: {} }, after: { manual: { k1: { score: 87.5, note: 'calls' } } } })).toEqual([{ field: audit.partOf.replace('{{field}}', audit.field_manual).replace('{{part}}', 'KPI k1'), before: audit.empty, after: '87.5 分 · calls' }]);
  });

  test('a row that came shows what it holds and nothing before; fields that hold nothing are left out', () => {
    expect(lines({ table: 'customers', id: 'c', before: null, after: { id: 'c', name: 'Acme', code: '', city: 'Wuxi' } })).toEqual([
      { field: audit.field_name, before: null, after: 'Acme' },
      { field: audit.field_city, before: null, after: 'Wuxi' },
    ]);
  });

  test('whatever was written: a field that stayed equal is not told, one that differs is', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(value, value, (was, is) => {
        const told = lines({ table: 'customers', id: 'c', before: { name: was }, after: { name: is } });
        expect(told).toHaveLength(Object.is(was, is) ? 0 : 1);
      }),
    );
  });
});

describe('nothing that is stored is without words, in both languages', () => {
  const keys = [
    ...recordTables.map((table) => `table_${table}`),
    ...recordTables.flatMap((table) => Object.keys(recordSchemas[table].shape).map((field) => `field_${field}`)),
    ...changeSetSchema.shape.kind.options.map((kind) => `kind_${kind}`),
    ...importObjectSchema.options.map((object) => `value_${object}`),
  ];
  test.each([['zh-CN', audit], ['en', enAudit]] as const)('%s', (_language, catalogue) => {
    expect([...new Set(keys)].filter((key) => !(key in catalogue))).toEqual([]);
    expect(keys.length).toBeGreaterThan(100);
  });
});
