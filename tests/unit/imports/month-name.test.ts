import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMonthName, sumKind, unitOfHeader } from '@shared/domain/imports/month-name';
import { importPresets } from '@shared/domain/imports/import-presets';
import { recogniseSource } from '@shared/domain/imports/recognise-source';

test('a month is read however a head office writes it, with its year where it says one', () => {
  const read = (text: string) => {
    const name = readMonthName(text);
    return name && `${name.year ?? '?'}-${name.month}`;
  };
  expect(['1月', '一月', '十二月', '１２月', '1月份', '1月目标', '1月（万元）', 'Jan', 'SEPT', 'December', 'M3', 'Jan target'].map(read)).toEqual(['?-1', '?-1', '?-12', '?-12', '?-1', '?-1', '?-1', '?-1', '?-9', '?-12', '?-3', '?-1']);
  expect(['2026-01', '2026/1', '2026年1月', '26年1月', '202601', '2026.12', '2026-01-01', 'Jan-26', 'Jan 2026', "Jan'26", '2026年十月'].map(read)).toEqual([
    '2026-1', '2026-1', '2026-1', '2026-1', '2026-1', '2026-12', '2026-1', '2026-1', '2026-1', '2026-1', '2026-10',
  ]);
  expect(['合计', '13月', '0月', '2026-13', 'Q1', '姓名', '', '2026', 'janitor', '2026-01-15'].map(read)).toEqual(Array.from({ length: 10 }, () => null));
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2000, max: 2099 }), (month, year) => {
    const two = String(month).padStart(2, '0');
    for (const text of [`${year}-${two}`, `${year}/${month}`, `${year}年${month}月`, `${year}${two}`]) expect(readMonthName(text)).toEqual({ year, month });
  }));
});

test('a column in 万元 says so in brackets; rows of sums are told by their name', () => {
  expect(['1月（万元）', '1月(万)', '目标 [10k]', '1月', '1月（元）'].map(unitOfHeader)).toEqual([10_000, 10_000, 10_000, 1, 1]);
  expect(['合计', '总 计', 'Total', '东区小计', '华东合计', '李娜', ''].map(sumKind)).toEqual(['total', 'total', 'total', 'subtotal', 'subtotal', null, null]);
});

test('a table of targets is recognised by its months, wide or long, and other tables are not taken for one', () => {
  const fields = (headers: string[]) => {
    const found = recogniseSource(headers, null, importPresets);
    return found && [found.object, ...found.columns.map(({ field }) => field ?? '-')].join(' ');
  };
  expect(fields(['姓名', '部门', '1月', '2月（万元）', '合计'])).toBe('targets owner unitPath month1 month2 yearTotal');
  expect(fields(['工号', 'Jan-26', 'Feb-26'])).toBe('targets ownerId month1 month2');
  expect(fields(['Sales Rep', 'Month', 'Target'])).toBe('targets owner targetMonth target');
  expect(fields(['姓名', '工号', '部门'])).toMatch(/^people/);
  expect(fields(['订单号', '日期', '客户', '业务员', '金额'])).toMatch(/^orders/);
  expect(fields(['姓名', '月份'])).toBeNull();
});
