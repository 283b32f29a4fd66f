import { expect, test } from 'vitest';
import type { SourceMapping } from '@shared/contracts/import-run';
import { fromEpochDay } from '@shared/kernel/day';
import { packedText } from '@renderer/ledger/import/packed-texts';
import { type SheetCell, type WorkbookStyle, xlsxBytes } from '../../builders/xlsx-workbook';
import { amounts, look, read, rejected } from './read-workbook';

const HEADER = ['order no', 'date', 'customer', 'amount'];
const DAY = 'yyyy-mm-dd';
const workbook = (rows: SheetCell[][], style: WorkbookStyle = {}, merges: string[] = []) => xlsxBytes([{ name: 'Orders', rows: [HEADER, ...rows], merges }], style);
/** One row per date cell; the rest of the row is in order. */
const dated = (cells: SheetCell[], style: WorkbookStyle = {}) => workbook(cells.map((cell, at): SheetCell[] => [`S${at}`, cell, 'Acme', 1]), style);
const daysOf = (facts: Awaited<ReturnType<typeof read>>) => [...facts.table.days['day']!].map(fromEpochDay);

test('a day is read by its number format, in the system of the workbook', async () => {
  const cells: SheetCell[] = [{ number: 45_300, format: DAY }, { number: 45_300.75, format: 'yyyy"年"m"月"d"日" h:mm' }, { number: 61, format: '[$-804]d/m/yy;@' }, { number: 1, format: 'mmm-yy' }];
  expect(daysOf(await read(await dated(cells)))).toEqual(['2024-01-09', '2024-01-09', '1900-03-01', '1900-01-01']);
  expect(daysOf(await read(await dated(cells, { date1904: true })))).toEqual(['2028-01-10', '2028-01-10', '1904-03-02', '1904-01-02']);
});

test('day numbers that are no day of the calendar are rejected with their cell: 60, 0, negative, too large', async () => {
  const facts = await read(await dated([60, 0, -3, 2_958_466, 45_300].map((number): SheetCell => ({ number, format: DAY }))));
  expect(rejected(facts)).toEqual(['B2 date.serial 60', 'B3 date.serial 0', 'B4 date.serial -3', 'B5 date.serial 2958466']);
  expect(facts.rows).toBe(5);
});

test('a bare number among dates is asked about, proposed in the workbook’s own system, and rejected while nobody has answered', async () => {
  const cells: SheetCell[] = [45_300, 20_240_708, { number: 45_300, format: DAY }];
  const unanswered = (mapping: SourceMapping): SourceMapping => ({ ...mapping, columns: mapping.columns.map((column) => ({ ...column, dateOrder: null })) });
  for (const [date1904, order, bare, formatted] of [[false, 'serial1900', '2024-01-09', '2024-01-09'], [true, 'serial1904', '2028-01-10', '2028-01-10']] as const) {
    const bytes = await dated(cells, { date1904 });
    const inspected = await look(bytes);
    if ('code' in inspected) throw new Error(inspected.code);
    expect(inspected.mapping.columns[1]).toMatchObject({ dateOrder: order });
    expect(inspected.evidence[1]).toMatchObject({ dayNumbers: 1, dayNumberSample: '45300' });
    expect(daysOf(await read(bytes))).toEqual([bare, '2024-07-08', formatted]);
    const open = await read(bytes, unanswered);
    expect(rejected(open)).toEqual(['B2 date.bareNumber 45300']);
    expect(daysOf(open)).toEqual(['2024-07-08', formatted]);
  }
});

test('bare numbers that are hardly days are not proposed as such: they are asked about', async () => {
  const bytes = await dated([45_300, 12_345]);
  expect(await look(bytes)).toMatchObject({ mapping: { columns: [{}, { dateOrder: null }, {}, {}] } });
  expect(rejected(await read(bytes))).toEqual(['B2 date.bareNumber 45300', 'B3 date.bareNumber 12345']);
  const answered = await read(await dated([45_300, 60, -3, 3_000_000, 45_123.5]), (mapping) => ({ ...mapping, columns: mapping.columns.map((column) => (column.field === 'orderDate' ? { ...column, dateOrder: 'serial1900' } : column)) }));
  expect(rejected(answered)).toEqual(['B3 date.serial 60', 'B4 date.serial -3', 'B5 date.serial 3000000']);
  expect(daysOf(answered)).toEqual(['2024-01-09', '2023-07-16']);
});

test('dates written as text go the way of CSV dates: read, asked about, or rejected', async () => {
  const bytes = await dated(['2024年7月8日', 'Oct 7, 2025 6:55 PM', '2024-02-30', '05/06/2024']);
  const facts = await read(bytes);
  expect(rejected(facts)).toEqual(['B4 date.malformed 2024-02-30', 'B5 date.ambiguous 05/06/2024']);
  const inspected = await look(bytes);
  expect('code' in inspected ? null : inspected.evidence[1]).toMatchObject({ ambiguousDates: 1 });
  const asked = await read(bytes, (mapping) => ({ ...mapping, columns: mapping.columns.map((column) => (column.field === 'orderDate' ? { ...column, dateOrder: 'dmy' } : column)) }));
  expect(daysOf(asked)).toEqual(['2024-07-08', '2025-10-07', '2024-06-05']);
});

test('error values are rejected with their cell, in text columns too', async () => {
  const facts = await read(await workbook([['S1', '2024-01-01', { error: '#N/A' }, 1], ['S2', '2024-01-01', 'Acme', { error: '#DIV/0!' }], ['S3', '2024-01-01', 'Acme', 3]]));
  expect(rejected(facts)).toEqual(['C2 cell.error #N/A', 'D3 cell.error #DIV/0!']);
  expect(amounts(facts)).toEqual([300]);
});

test('a formula counts with its stored value, without one its cell is named', async () => {
  const facts = await read(await workbook([['S1', '2024-01-01', { formula: 'A1&"x"', value: 'Acme' }, { formula: '2*3', value: 6 }], ['S2', '2024-01-01', 'Acme', { formula: 'SUM(D1:D2)', value: null }], ['S3', '2024-01-01', 'Acme', 1]]));
  expect(rejected(facts)).toEqual(['D3 cell.noValue =SUM(D1:D2)']);
  expect(amounts(facts)).toEqual([600, 100]);
});

test('ids stay as they were typed: leading zeros, 18 digits, a zero-padded format; one that Excel has rounded is rejected', async () => {
  const facts = await read(await workbook([['007', '2024-01-01', 'A', 1], ['123456789012345678', '2024-01-01', 'A', 1], [{ number: 42, format: '00000' }, '2024-01-01', 'A', 1], [17_850, '2024-01-01', 'A', 1], [{ number: '1.7851E4' }, '2024-01-01', 'A', 1], [{ number: '1.23456789012345E+17' }, '2024-01-01', 'A', 1], [{ number: '123456789012345680' }, '2024-01-01', 'A', 1]]));
  expect(Array.from({ length: 5 }, (_, row) => packedText(facts.table.texts['number']!, row))).toEqual(['007', '123456789012345678', '00042', '17850', '17851']);
  expect(rejected(facts)).toEqual(['A7 number.lostDigits 123456789012345000', 'A8 number.lostDigits 123456789012345680']);
});

test('amounts are exact, binary noise is cleaned, text amounts are read as in CSV', async () => {
  const facts = await read(await workbook([0.1, 60.704_000_000_000_01, { number: '1.5E3' }, '¥1,234.50', '(500)', '12.5万', { number: -60.7, format: '#,##0.00_);[Red](#,##0.00)' }, { number: 1.005, format: '0.0,"万"' }].map((cell, at): SheetCell[] => [`S${at}`, '2024-01-01', 'A', cell])));
  expect(amounts(facts)).toEqual([10, 6070, 150_000, 123_450, -50_000, 12_500_000, -6070, 100]);
  expect(facts.totals[0]!.sourceTotal).toBe(String(1_000 + 607_040 + 15_000_000 + 12_345_000 - 5_000_000 + 1_250_000_000 - 607_000 + 10_050));
});

test('a number reads the same whichever mark the texts of its column use', async () => {
  const bytes = await workbook([['S1', '2024-01-01', 'A', '1.234,56'], ['S2', '2024-01-01', 'A', 1.234], ['S3', '2024-01-01', 'A', 1234.5]]);
  const inspected = await look(bytes);
  expect('code' in inspected ? null : inspected.mapping.columns[3]).toMatchObject({ decimalMark: null });
  const comma = await read(bytes, (mapping) => ({ ...mapping, columns: mapping.columns.map((column) => (column.field === 'amount' ? { ...column, decimalMark: ',' } : column)) }));
  expect(amounts(comma)).toEqual([123_456, 123, 123_450]);
  expect(amounts(await read(bytes))).toEqual([123, 123_450]);
});

test('percents, clock times and currencies without a rate are no amounts', async () => {
  const facts = await read(await workbook([{ number: 0.12, format: '0%' }, { number: 1.5, format: '[h]:mm' }, { number: 5, format: '[$€-407] #,##0.00' }, { number: 5, format: '"$"#,##0.00' }, { number: 45_300, format: DAY }, { boolean: true }, { number: 5, format: '[$¥-804]#,##0.00' }].map((cell, at): SheetCell[] => [`S${at}`, '2024-01-01', 'A', cell])));
  expect(rejected(facts)).toEqual(['D2 number.malformed 12%', 'D3 number.malformed 36:00:00', 'D4 currency.noRate EUR 5', 'D5 currency.noRate USD 5', 'D6 number.malformed 2024-01-09', 'D7 number.malformed TRUE']);
  expect(amounts(facts)).toEqual([500]);
});

test('merged cells: a text or day stands in each of their rows, an amount is not multiplied, nothing shifts sideways', async () => {
  const rows: SheetCell[][] = [
    ['S1', '2024-01-01', 'Acme', 1],
    ['S2', null, null, 2],
    ['S3', null, null, 3],
    ['S4', '2024-01-02', 'Beta', 8],
    ['S5', '2024-01-02', 'Beta', null],
    ['Total', null, null, 14],
  ];
  const facts = await read(await workbook(rows, {}, ['B2:B4', 'C2:C4', 'D5:D6', 'A7:C7']));
  expect([...facts.table.days['day']!].map(fromEpochDay)).toEqual(['2024-01-01', '2024-01-01', '2024-01-01']);
  expect(Array.from({ length: 3 }, (_, row) => facts.table.dimensions['customer']!.texts[facts.table.dimensions['customer']!.ids[row]!])).toEqual(['Acme', 'Acme', 'Acme']);
  expect(amounts(facts)).toEqual([100, 200, 300]);
  expect(rejected(facts)).toEqual(['D5 cell.merged D5:D6', 'D6 cell.merged D5:D6', 'A7 row.total Total']);
});

test('a merge over a whole column costs nothing and says nothing about empty rows', async () => {
  const facts = await read(await xlsxBytes([{ name: 'Orders', rows: [[...HEADER, 'note'], ['S1', '2024-01-01', 'Acme', 1, 'for all'], ['S2', '2024-01-01', 'Acme', 2]], merges: ['E2:E1048576', 'B10:C1048576'] }]));
  expect(facts).toMatchObject({ rows: 2, rejected: 0 });
});

test('a wrong dimension hides no row, rows may leave gaps, and issues carry the rows of the sheet', async () => {
  const rows: SheetCell[][] = [['Monthly report'], [], HEADER, [], ['S1', '2024-01-01', 'Acme', 1], [], [], ['S2', '2024-01-01', 'Acme', 'many']];
  const bytes = await xlsxBytes([{ name: 'Orders', rows, dimension: 'A1:B2' }]);
  const facts = await read(bytes);
  expect(facts.rows).toBe(2);
  expect(rejected(facts)).toEqual(['D8 number.malformed many']);
  expect(facts.table.lines).toEqual(Uint32Array.of(5));
});

test('cells and rows without addresses, inline texts, rich texts, prefixes and escapes read like any other', async () => {
  const plain = await workbook([['S1', '2024-01-01', 'A&B <C> "D"\nE', 1.5]]);
  const inline = await workbook([[{ inline: 'S1' }, { xml: '<c t="inlineStr"><is><r><t>2024-</t></r><r><rPr><b/></rPr><t>01-01</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>' }, { xml: '<c t="inlineStr"><is><t>A&#38;B &lt;C&gt; &quot;D&quot;_x000A_E</t></is></c>' }, { xml: '<c><v><![CDATA[1.5]]></v></c>' }]]);
  const prefixed = await workbook([['S1', '2024-01-01', 'A&B <C> "D"\nE', { number: 1.5, format: '0.00' }]], { prefix: 'x:' });
  const [a, b, c] = [await read(plain), await read(inline), await read(prefixed)];
  expect(a.rejected).toBe(0);
  for (const other of [b, c]) expect([other.table.contentHi, other.table.contentLo]).toEqual([a.table.contentHi, a.table.contentLo]);
});
