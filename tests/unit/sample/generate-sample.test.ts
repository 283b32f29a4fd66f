import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { CAST, IN_TROUBLE, LEAVER, MOVED_ON, MOVER, NEW_HIRE, STAR } from '../../../resources/sample/cast';
import { generateSample, type SampleFacts, sampleFacts, type SampleFile } from '../../../resources/sample/generate-sample';
import { importPresets } from '@shared/domain/imports/import-presets';
import { recogniseSource } from '@shared/domain/imports/recognise-source';
import { readRows, unitsOf } from './source-reading';

/** Each month end had its export of what was open. */
const MONTH_ENDS = ['20250731', '20250831', '20250930', '20251031', '20251130', '20251231', '20260131', '20260228', '20260331', '20260430', '20260531', '20260630', '20260731', '20260831', '20260930'];

let files: SampleFile[];
let facts: SampleFacts;
let orders: Record<string, string>[];

beforeAll(() => {
  files = generateSample();
  facts = sampleFacts();
  orders = files.filter(({ object }) => object === 'orders').flatMap(readRows);
}, 60_000);

const hashOf = (some: readonly SampleFile[]) => some.reduce((hash, { name, bytes }) => hash.update(name).update(bytes), createHash('sha256')).digest('hex');
const netWan = (rows: readonly Record<string, string>[]) => rows.reduce((sum, row) => sum + Number(unitsOf(row['价税合计']!) ?? 0n), 0) / 100_000_000;
const counted = (month: string, owner?: string) => orders.filter((row) => row['日期']!.startsWith(month) && row['单据状态'] === '已审核' && (owner === undefined || row['销售员'] === owner));

describe('the sample files', () => {
  test('are the same bytes whenever they are made', { timeout: 60_000 }, () => {
    expect(hashOf(generateSample())).toBe(hashOf(files));
    expect(files.map(({ name }) => name)).toEqual([
      '人员名册.csv', '产品目录.csv', 'Zoho_Accounts.csv', '金蝶销售订单_2024下.csv', '金蝶销售订单_2025上.csv', '金蝶销售订单_2025下.csv',
      '金蝶销售订单_2026上.csv', '金蝶销售订单_2026下.csv', ...MONTH_ENDS.map((end) => `纷享销客商机数据_${end}.csv`), '纷享销客商机数据_20261022.csv',
    ]);
  });

  test('are recognised as what each system exports', () => {
    for (const file of files) {
      const found = recogniseSource(Object.keys(readRows(file)[0]!), null, importPresets);
      expect([file.name, found?.object, found?.missing]).toEqual([file.name, file.object, []]);
      expect(found?.source).toBe({ orders: 'kingdee', opportunities: 'fxiaoke', customers: 'zoho', products: 'table', people: 'table' }[file.object]);
    }
  });

  test('hold as many rows and as much money as the facts say', () => {
    for (const [at, file] of files.entries()) {
      const rows = readRows(file);
      const fact = facts.files[at]!;
      const money = { orders: '价税合计', opportunities: '商机金额', products: '目录价', customers: null, people: null }[file.object];
      const total = money === null ? 0n : rows.reduce((sum, row) => sum + (unitsOf(row[money]!) ?? 0n), 0n);
      expect([fact.name, fact.rows, fact.sourceTotal]).toEqual([file.name, rows.length, total]);
    }
  });

  test('are about 60,000 order lines of one to six a document, and 3,000 opportunities', () => {
    expect(facts.orders.lines).toBeGreaterThan(54_000);
    expect(facts.orders.lines).toBeLessThan(66_000);
    expect(facts.opportunities.rows).toBeGreaterThan(2_850);
    expect(facts.opportunities.rows).toBeLessThan(3_150);
    expect(Math.max(...orders.map((row) => Number(row['行号'])))).toBe(6);
  });

  test('carry parts of a 分, so that booked and source totals differ, and binary noise', () => {
    const sales = facts.files.filter(({ object }) => object === 'orders');
    for (const { sourceTotal, bookedFen } of sales) expect(bookedFen * 100n).not.toBe(sourceTotal);
    expect(orders.filter((row) => (row['价税合计']!.split('.')[1] ?? '').length > 4).length).toBeGreaterThan(100);
  });

  test('spoil fewer than twenty rows, each for one known reason', () => {
    const reasons = facts.files.map(({ rejected }) => rejected);
    const total = (code: string) => reasons.reduce((sum, each) => sum + (each[code] ?? 0), 0);
    const codes = [...new Set(reasons.flatMap((each) => Object.keys(each)))].sort();
    expect(codes.map((code) => [code, total(code)])).toEqual([
      ['date.malformed', 2], ['date.missingDay', 1], ['number.malformed', 4], ['required', 3], ['row.duplicate', 2], ['status.notCounted', orders.filter((row) => row['单据状态'] === '未审核').length], ['won.withoutAmount', 1],
    ]);
    for (const { rows, accepted, rejected } of facts.files) expect(accepted).toBe(rows - Object.values(rejected).reduce((sum, count) => sum + count, 0));
  });

  test('add up by month to the whole', () => {
    const { byMonth, lines, netFen } = facts.orders;
    expect(byMonth.map(({ month }) => month)).toHaveLength(24);
    expect(byMonth.reduce((sum, month) => sum + month.netFen, 0n)).toBe(netFen);
    expect(byMonth.reduce((sum, month) => sum + month.lines, 0)).toBe(lines);
    expect(facts.files.filter(({ object }) => object === 'orders').reduce((sum, { bookedFen }) => sum + bookedFen, 0n)).toBe(netFen);
  });
});

describe('the story of the region', () => {
  test('24 people sell today and one has left', () => {
    expect(CAST.filter(({ leftOn }) => leftOn === '')).toHaveLength(24);
    expect(CAST.filter(({ leftOn }) => leftOn !== '').map(({ name }) => name)).toEqual([LEAVER]);
    expect(counted('2026-04', LEAVER)).toEqual([]);
    expect(counted('2026-06', NEW_HIRE)).toEqual([]);
    expect(counted('2026-07', NEW_HIRE).length).toBeGreaterThan(0);
  });

  test('the month that holds the Spring Festival dips, and the dip moves with it', () => {
    const net = (month: string) => Number(facts.orders.byMonth.find((each) => each.month === month)!.netFen);
    expect(net('2025-01')).toBeLessThan(net('2024-12') * 0.7);
    expect(net('2025-02')).toBeLessThan(net('2025-03'));
    expect(net('2026-02')).toBeLessThan(net('2026-01') * 0.7);
    expect(net('2026-02') / net('2025-02')).toBeLessThan(0.8);
    expect(net('2026-01') / net('2025-01')).toBeGreaterThan(1.2);
  });

  test('months lie between 1,000 and 3,500 万元 and close high', () => {
    for (const { month, netFen } of facts.orders.byMonth) {
      expect([month, Number(netFen) > 1_000e6, Number(netFen) < 3_500e6]).toEqual([month, true, true]);
    }
    const december = Number(facts.orders.byMonth.find(({ month }) => month === '2025-12')!.netFen);
    expect(Math.max(...facts.orders.byMonth.map(({ netFen }) => Number(netFen)))).toBe(december);
  });

  test('nothing is ordered after today, and goods come back each month but the first', () => {
    expect(orders.every((row) => row['日期']! <= '2026-10-22')).toBe(true);
    const [first, ...rest] = facts.orders.byMonth;
    expect(first!.returnsFen).toBe(0n);
    for (const { month, returnsFen } of rest) expect([month, returnsFen < 0n]).toEqual([month, true]);
  });

  test('the mover sells for one team before the day and for the other from it', () => {
    const departments = (rows: Record<string, string>[]) => [...new Set(rows.map((row) => row['销售部门']))];
    const april = counted('2026-04', MOVER);
    expect(departments(april.filter((row) => row['日期']! < MOVED_ON))).toEqual(['华东大区/上海']);
    expect(departments(april.filter((row) => row['日期']! >= MOVED_ON))).toEqual(['华东大区/浙江']);
  });

  test('in September two fall back against the region and the star gains on it', () => {
    const growth = (owner?: string) => netWan(counted('2026-09', owner)) / netWan(counted('2025-09', owner));
    for (const name of IN_TROUBLE) expect(growth(name) / growth()).toBeLessThan(0.85);
    expect(growth(STAR) / growth()).toBeGreaterThan(1.1);
  });

  test('orders of the web shop belong to nobody', () => {
    expect(CAST.some(({ name }) => name === '电商直销')).toBe(false);
    expect(facts.orders.unassigned.lines).toBe(orders.filter((row) => row['销售员'] === '电商直销').length);
    expect(facts.orders.unassigned.lines).toBe(24 * 6);
  });
});
