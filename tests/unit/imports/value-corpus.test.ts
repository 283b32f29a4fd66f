import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay } from '@shared/domain/imports/read-day';
import { readDecimal } from '@shared/domain/imports/read-decimal';
import { readShare } from '@shared/domain/imports/read-share';
import { fromEpochDay } from '@shared/kernel/day';
import { inspectFile } from '@renderer/ledger/import/inspect-file';
import { readFacts } from '@renderer/ledger/import/read-facts';
import { encodeGb18030 } from '../../../resources/sample/encode-gb18030';
import { bytesSource } from '../../integration/ledger/bytes-source';
import { answered, readText } from './read-table';

const toFullWidth = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const csvCell = (text: string) => (/[,"\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('dates', () => {
  const read: [string, string][] = [
    ['2024-07-08', '2024-07-08'], ['2024-7-8', '2024-07-08'], ['2024/07/08', '2024-07-08'], ['2024.7.8', '2024-07-08'], ['20240708', '2024-07-08'], ['2024年7月8日', '2024-07-08'], ['2024年07月08', '2024-07-08'],
    ['2024-07-08 14:56:28', '2024-07-08'], ['2024-07-08T23:59:59.999Z', '2024-07-08'], ['2024-07-08T00:30:00+08:00', '2024-07-08'], ['2024/7/8 下午 3:20', '2024-07-08'], ['2024-07-08 11:05 PM', '2024-07-08'],
    ['Oct 7, 2025 6:55 PM', '2025-10-07'], ['October 7 2025', '2025-10-07'], ['Sept 7, 2025', '2025-09-07'], ['7 Oct 2025', '2025-10-07'], ['7-Oct-2025', '2025-10-07'], ['Oct 7th, 2025', '2025-10-07'],
    ['13/07/2024', '2024-07-13'], ['07/13/2024', '2024-07-13'], ['05.05.2024', '2024-05-05'], ['29.02.2024', '2024-02-29'], ['２０２４／０７／０８', '2024-07-08'], ['\u00A02024-07-08\u3000', '2024-07-08'],
  ];
  test.each(read)('%s is %s', (text, day) => expect(readDay(text, null)).toEqual({ ok: true, value: day }));

  const asked = ['05/06/2024', '1.2.2024', '12-11-2024 08:00', '45123', '45123.75', '36526', '１２３４５'];
  test.each(asked)('%s is asked about: unanswered it is no day', (text) => expect(readDay(text, null)).toMatchObject({ ok: false, error: expect.stringMatching(/ambiguous|bareNumber/) as unknown }));

  const rejected = ['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '31/04/2024', '00/01/2024', '24-07-08', '07/08/24', "'24-07-08", '2024', '2024-07', '2024年7月', '2024-07-08-09', '2024/07-08', 'Foo 7, 2025', '7 Oct 25', 'today', '–', 'NaN', '1899-12-31', '2200-01-01', '12:30', '2024-07-08 25', '2024-W28-1', '2024-190', '1.5e4', '-45123'];
  test.each(rejected)('%s is rejected', (text) => {
    for (const order of [null, 'mdy', 'dmy'] as const) expect(readDay(text, order).ok).toBe(false);
  });

  const epochDay = fc.integer({ min: -10_000, max: 50_000 });
  const two = (value: number) => String(value).padStart(2, '0');
  const formats: ((year: number, month: number, day: number) => string)[] = [
    (y, m, d) => `${y}-${two(m)}-${two(d)}`, (y, m, d) => `${y}/${m}/${d}`, (y, m, d) => `${y}.${m}.${d}`, (y, m, d) => `${y}${two(m)}${two(d)}`, (y, m, d) => `${y}年${m}月${d}日`, (y, m, d) => toFullWidth(`${y}-${m}-${d}`),
    (y, m, d) => `${two(m)}/${two(d)}/${y}`, (y, m, d) => `${d}/${m}/${y}`, (y, m, d) => `${two(d)}.${two(m)}.${y}`, (y, m, d) => `${m}-${d}-${y}`,
    (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`, (y, m, d) => `${d} ${MONTHS[m - 1]!.slice(0, 3)} ${y}`, (y, m, d) => `${d}-${MONTHS[m - 1]!.slice(0, 3)}-${y}`,
  ];
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const time = fc.constantFrom('', ' 14:56', ' 14:56:28', ' 2:05 PM', ' 23:59:59.123');

  test('any column of days in any supported form is read back the same, or its rows are rejected: never another day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(epochDay, { minLength: 1, maxLength: 8 }), fc.constantFrom(...formats), time, async (days, format, clock) => {
        const cells = days.map((day) => format(...(fromEpochDay(day).split('-').map(Number) as [number, number, number])) + clock);
        const facts = await readText(`order no,date,customer,amount\n${cells.map((cell, at) => `S${at},${csvCell(cell)},A,1\n`).join('')}`);
        facts.table.lines.forEach((line, row) => expect(facts.table.days['day']![row]).toBe(days[line - 2]));
        for (const issue of facts.issues) expect(issue).toMatchObject({ column: 'B', header: 'date', code: 'date.ambiguous' });
        expect(facts.table.count + facts.rejected).toBe(days.length);
      }),
      { numRuns: 300 },
    );
  });

  test('any column of day numbers is rejected until its question is answered, and then read back the same', async () => {
    const since1928 = fc.integer({ min: -15_000, max: 50_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(since1928, { minLength: 1, maxLength: 5 }), fc.constantFrom('1900', '1904'), fc.constantFrom('', '.5', '.25'), async (days, system, clock) => {
        const zero = system === '1900' ? -25_569 : -24_107;
        const serials = days.map((day) => day - zero).filter((serial) => serial >= 10_000);
        const text = `order no,date,customer,amount\n${serials.map((serial, at) => `S${at},${serial}${clock},A,1\n`).join('')}`;
        const open = await readText(text);
        expect([open.table.count, open.rejected]).toEqual([0, serials.length]);
        const told = await readText(text, answered('orderDate', { dateOrder: system === '1900' ? 'serial1900' : 'serial1904' }));
        expect([...told.table.days['day']!]).toEqual(serials.map((serial) => serial + zero));
      }),
      { numRuns: 60 },
    );
  });

  test('the business date is the one written, whatever zone the machine is in', () => {
    for (const zone of ['Z', '+08:00', '-11:00', '+14:00']) expect(readDay(`2024-07-08T23:30:00${zone}`, null)).toEqual({ ok: true, value: '2024-07-08' });
  });
});

describe('numbers', () => {
  const read: [string, bigint][] = [
    ['0', 0n], ['-0', 0n], ['1234.5', 12_345_000n], ['1,234,567.89', 12_345_678_900n], ['¥1,234', 12_340_000n], ['￥1,234.50', 12_345_000n], ['RMB 100', 1_000_000n], ['100元', 1_000_000n], ['(500)', -5_000_000n], ['(1,200)', -12_000_000n], ['(¥1,200.5)', -12_005_000n],
    ['−60.7', -607_000n], ['-60.70400000000001', -607_040n], ['0.30000000000000004', 3_000n], ['1.005', 10_050n], ['18500.00', 185_000_000n], ['12.5万', 1_250_000_000n], ['1.2亿元', 1_200_000_000_000n], ['3E+5', 3_000_000_000n], ['1.5e-3', 15n],
    ['１２，３４５．６', 123_456_000n], ['（５００）', -5_000_000n], ['+7', 70_000n], [' 42 ', 420_000n], ['.5', 5_000n], ['5.', 50_000n], ['007', 70_000n],
  ];
  test.each(read)('%s is read exactly', (text, units) => expect(readDecimal(text, '.')).toEqual({ ok: true, value: units }));

  test.each(['1.234,56', '1.234', '1,234', '0,5', '12,34'])('%s is asked about where the column leaves its mark open', (text) => expect(readDecimal(text, null)).toEqual({ ok: false, error: 'number.ambiguous' }));

  const rejected = ['', '-', '.', ',', '1,23', '12,34', '1,2345', '0,125', '1.2.3', '1,234,5', '--5', '(-5)', '5-', '1 234', '1/2', '½', 'NaN', 'Infinity', '0x1F', '0b1', '1_000', '12%', '12％', 'TRUE', 'five', '五千', '1e400', '1e', '5万5', '万', '5 万亿', '$', '#N/A', '=1+1', '1'.repeat(70), `${'1,'.repeat(30)}1`, `${'9'.repeat(60)}a`];
  test.each(rejected)('«%s» is rejected', (text) => expect(readDecimal(text, '.').ok).toBe(false));

  const units = fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n });
  const decimal = (value: bigint, places = 4) => {
    const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
    return { sign: value < 0n ? '-' : '', whole: digits.slice(0, -places), part: digits.slice(-places) };
  };
  const grouped = (whole: string, mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
  const trimmed = (part: string) => part.replace(/0+$/, '');
  const dotted = (whole: string, part: string) => (trimmed(part) === '' ? whole : `${whole}.${trimmed(part)}`);
  const forms: ((value: bigint) => string)[] = [
    (value) => { const { sign, whole, part } = decimal(value); return sign + dotted(whole, part); },
    (value) => { const { sign, whole, part } = decimal(value); return `${sign}${whole}.${part}`; },
    (value) => { const { sign, whole, part } = decimal(value); return sign + dotted(grouped(whole, ','), part); },
    (value) => { const { sign, whole, part } = decimal(value); return `${sign}¥${grouped(whole, ',')}.${part}`; },
    (value) => { const { sign, whole, part } = decimal(value); return `${sign}${dotted(whole, part)}元`; },
    (value) => { const { sign, whole, part } = decimal(value); return sign === '' ? dotted(grouped(whole, ','), part) : `(${dotted(grouped(whole, ','), part)})`; },
    (value) => { const { sign, whole, part } = decimal(value); return `${sign === '' ? '' : '−'}${toFullWidth(dotted(whole, part))}`; },
    (value) => { const { sign, whole, part } = decimal(value, 8); return `${sign}${dotted(whole, part)}万`; },
    (value) => `${value}E-4`,
    (value) => String(Number(value) / 10_000),
    (value) => (Number(value) / 10_000).toPrecision(17),
    (value) => { const { sign, whole, part } = decimal((value / 100n) * 100n); return `${sign}${grouped(whole, '.')},${part.slice(0, 2)}`; },
  ];

  test('any column of amounts in any supported form is read back the same, or its rows are rejected: never another amount', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(units, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: forms.length - 1 }), async (values, at) => {
        const cells = values.map(forms[at]!);
        // The last form carries 分 only; a double shown in full carries 15 digits.
        const meant = values.map((value) => (at === forms.length - 1 ? (value / 100n) * 100n : value));
        const facts = await readText(`order no,date,customer,quantity,amount\n${cells.map((cell, row) => `S${row},2024-01-01,A,1,${csvCell(cell)}\n`).join('')}`);
        const fen = (value: bigint) => Number((value < 0n ? -1n : 1n) * (((value < 0n ? -value : value) + 50n - ((((value < 0n ? -value : value) / 100n) % 2n === 0n && (value < 0n ? -value : value) % 100n === 50n) ? 1n : 0n)) / 100n)) + 0;
        facts.table.lines.forEach((line, row) => expect([cells[line - 2], facts.table.numbers['amount']![row]]).toEqual([cells[line - 2], fen(meant[line - 2]!)]));
        for (const issue of facts.issues) expect(issue).toMatchObject({ column: 'E', header: 'amount', code: 'number.ambiguous' });
        expect(at === forms.length - 1 || facts.rejected === 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('points before three digits are asked about while nothing in the column says whether they are decimal', async () => {
    const amountsOf = async (...cells: string[]) => {
      const facts = await readText(`order no,date,customer,amount\n${cells.map((cell, row) => `S${row},2024-01-01,A,${csvCell(cell)}\n`).join('')}`);
      return [[...facts.table.numbers['amount']!], facts.rejected];
    };
    expect(await amountsOf('1.234', '5.678')).toEqual([[], 2]);
    expect(await amountsOf('1.234', '950')).toEqual([[95_000], 1]);
    expect(await amountsOf('1.234', '5.5')).toEqual([[123, 550], 0]);
    expect(await amountsOf('1.234', '18500')).toEqual([[123, 1_850_000], 0]);
    expect(await amountsOf('18500.00')).toEqual([[1_850_000], 0]);
  });

  test('more than 2^53 分 are refused, just under it they are exact', async () => {
    const facts = await readText('order no,date,customer,amount\n1,2024-01-01,A,90071992547409.91\n2,2024-01-01,A,90071992547409.92\n3,2024-01-01,A,-90071992547409.91\n');
    expect([...facts.table.numbers['amount']!]).toEqual([9_007_199_254_740_991, -9_007_199_254_740_991]);
    expect(facts.issues).toMatchObject([{ line: 3, column: 'D', code: 'number.tooLarge' }]);
  });

  test('bait for regular expressions stays linear: a column of it is judged and rejected like any other', async () => {
    const bait = ['1,'.repeat(500), `${'1'.repeat(3_000)}x`, `${'('.repeat(900)}5`, `${' '.repeat(900)}5x`, `${'2024-'.repeat(500)}`, `${'a '.repeat(900)}1, 2024`, `${'１'.repeat(900)}％`, `$${'9,'.repeat(400)}`];
    const facts = await readText(`order no,date,customer,amount\n${bait.map((cell, row) => `S${row},${csvCell(cell)},A,${csvCell(cell)}\n`).join('')}`);
    expect(facts).toMatchObject({ rows: bait.length, rejected: bait.length });
  });
});

describe('shares', () => {
  test('any column of shares in any form is read back the same, or its rows are rejected: never another share', async () => {
    const forms: ((share: number) => string)[] = [(share) => `${share / 100}%`, (share) => `${toFullWidth(String(share / 100))}％`, (share) => String(share / 100), (share) => String(share / 10_000), (share) => `${(share / 100).toFixed(2)} %`];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 6 }), fc.constantFrom(...forms), async (shares, form) => {
        const facts = await readText(`deal id,owner,stage,probability\n${shares.map((share, at) => `D${at},Li,Open,${form(share)}\n`).join('')}`);
        facts.table.lines.forEach((line, row) => expect(facts.table.numbers['probability']![row]).toBe(shares[line - 2]));
        for (const issue of facts.issues) expect(issue).toMatchObject({ column: 'D', header: 'probability', code: 'share.ambiguous' });
      }),
      { numRuns: 300 },
    );
  });

  test.each(['12 percent', '12pct', '%', '1,2%', '12%%', '12万%', 'N/A', '五成', '12‰', '0x1'])('«%s» is no share', (text) => {
    for (const unit of ['fraction', 'percent', null] as const) expect(readShare(text, unit)).toEqual({ ok: false, error: 'share.malformed' });
  });
});

describe('encodings', () => {
  const names = ['上海华东精密仪器有限公司', '联通', '茅台', '职业', '路路', 'Café', 'Москва', '¥', 'A·B', 'München', 'naïve', '𠮷野家', '€5', '中'];
  const texts = fc.array(fc.oneof(fc.constantFrom(...names), fc.string({ unit: fc.constantFrom(...Array.from('茅台职业路小学新银河商机订单éΩ¥')), minLength: 1, maxLength: 5 })), { minLength: 1, maxLength: 6 });
  const styles: Record<string, (text: string) => Uint8Array> = {
    'utf-8': (text) => new TextEncoder().encode(text),
    'utf-8 with a byte order mark': (text) => new TextEncoder().encode(`\uFEFF${text}`),
    gb18030: (text) => encodeGb18030(text),
  };
  /** What the test's encoder cannot write is left out, and what nothing could tell: a lone character beside a Latin letter is taken for UTF-8 (Café). */
  const gbKnows = (text: string) => !/[𠮷¥üïñМоскваé·]/u.test(text);

  /** The customers as they are read, or the code of the refused file. */
  async function customersIn(source: ReturnType<typeof bytesSource>): Promise<(string | undefined)[] | string> {
    const inspected = await inspectFile(source, 'orders', () => Promise.resolve(undefined));
    if (!inspected.ok) return inspected.error.code;
    const facts = await readFacts(source, inspected.value.mapping, { onProgress: () => undefined, isCancelled: () => false });
    if (!facts.ok) return facts.error.code;
    const { ids, texts: read } = facts.value.table.dimensions['customer']!;
    return [...ids].map((id) => read[id]);
  }

  test.each(Object.keys(styles))('text in %s is read as it was written, or the file is refused: never as other characters', async (style) => {
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (customers, chinese) => {
        const header = chinese ? '订单号,日期,客户,金额' : 'order no,date,customer,amount';
        const text = `${header}\n${customers.map((customer, at) => `S${at},2024-01-01,${customer},1\n`).join('')}`;
        if (style === 'gb18030' && !gbKnows(text)) return;
        const source = bytesSource('file.csv', styles[style]!(text));
        expect([customers.map((customer) => customer.trim()), 'file.badBytes', 'file.encodingUnclear']).toContainEqual(await customersIn(source));
      }),
      { numRuns: 200 },
    );
  });

  test('two characters of GB18030 that are sound UTF-8 as well are refused, not guessed; one more character tells', async () => {
    const look = async (customer: string) => inspectFile(bytesSource('file.csv', encodeGb18030(`order no,date,customer,amount\n1,2024-01-01,${customer},1\n`)), null, () => Promise.resolve(undefined));
    expect(await look('茅台')).toEqual({ ok: false, error: { code: 'file.encodingUnclear', detail: '', line: null } });
    expect(await look('贵州茅台')).toMatchObject({ ok: true, value: { mapping: { encoding: 'gb18030' } } });
  });
});
