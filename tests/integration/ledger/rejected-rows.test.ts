import fc from 'fast-check';
import Papa from 'papaparse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DryRun, SourceInspection } from '@shared/contracts/import-run';
import type { ImportObject } from '@shared/records/import-object';
import { rejectedCsv } from '@renderer/features/data/rejected-csv';
import type { ByteSource } from '@renderer/ledger/csv/byte-source';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { encodeGb18030 } from '../../../resources/sample/encode-gb18030';
import { xlsxBytes } from '../../builders/xlsx-workbook';
import { type TestWorkspace, openReadyWorkspace } from '../data/test-workspace';
import { bytesSource, textSource } from './bytes-source';

const quiet = () => undefined;
const WORDS = { line: '被拒行号', reasons: '被拒原因', separator: '；', reasonOf: ({ code }: { code: string }) => code };
let ws: TestWorkspace;
let ledger: LedgerService;

async function begin(): Promise<void> {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
}
beforeEach(begin);
afterEach(() => ws.close());

async function inspect(source: ByteSource, as: ImportObject | null = null): Promise<SourceInspection> {
  const inspected = await ledger.inspect(source, as);
  if (!inspected.ok) throw new Error(`${inspected.error.code} ${inspected.error.detail}`);
  return inspected.value;
}

async function look(source: ByteSource, as: ImportObject | null = null): Promise<DryRun> {
  const report = await ledger.dryRun(source, (await inspect(source, as)).mapping, quiet);
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}

async function importFile(source: ByteSource, as: ImportObject | null = null): Promise<DryRun> {
  const report = await look(source, as);
  const committed = await ledger.commitImport({ runId: report.runId, sha256: 'a'.repeat(64) }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return report;
}

async function exported(source: ByteSource, as: ImportObject | null = null): Promise<string> {
  const found = await ledger.rejectedRows(source, (await inspect(source, as)).mapping);
  if (!found.ok) throw new Error(found.error.code);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(rejectedCsv(found.value, WORDS));
}

const cellsOf = (csv: string): string[][] => Papa.parse<string[]>(csv.replace('\uFEFF', '').trimEnd()).data;
const counts = ({ rows, added, changed, unchanged, rejected }: DryRun) => ({ rows, added, changed, unchanged, rejected });

/** Every live order line without where it came from. */
async function rows(): Promise<string[]> {
  const page = await ledger.drill({ fact: 'orders', part: 'net', leaves: null, from: null, to: null, customer: null, product: null, stage: null }, 0, 1_000);
  return page.rows.map((row) => JSON.stringify({ ...row, fileName: '', line: 0 })).sort();
}

const HEADER = ['订单号', '行号', '日期', '业务员', '客户', '产品', '数量', '金额'];
const DATE_AT = 2;
const AMOUNT_AT = 7;
type Spoil = 'amount' | 'date' | 'short' | 'long' | null;

const spoilt = (cells: readonly string[], spoil: Spoil): string[] => {
  if (spoil === 'amount') return cells.map((cell, at) => (at === AMOUNT_AT ? '待定' : cell));
  if (spoil === 'date') return cells.map((cell, at) => (at === DATE_AT ? '2024-02-30' : cell));
  if (spoil === 'short') return cells.slice(0, -2);
  return spoil === 'long' ? [...cells, '9'] : [...cells];
};

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const fileText = (lines: readonly (readonly string[])[], delimiter: string) => [HEADER, ...lines].map((cells) => cells.map(quoted).join(delimiter)).join('\r\n');

const line = fc.record({
  customer: fc.constantFrom('华东仪器', '=SUM(A1)', '007', "O'Neil", '张三，"老板"', '+86 138', '-', '123456789012345678'),
  day: fc.integer({ min: 1, max: 28 }),
  yuan: fc.integer({ min: -500, max: 9_000 }),
  spoil: fc.constantFrom<Spoil>('amount', 'date', 'short', 'long', null, null),
});

test('accepted rows and mended rejected rows together are the whole file imported clean, whatever its encoding and delimiter; a second re-import changes nothing', async () => {
  const file = fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 12 }), delimiter: fc.constantFrom(',', ';', '\t'), gb: fc.boolean(), ids: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(file, async ({ lines, delimiter, gb, ids }) => {
      await ws.close();
      await begin();
      const source = (name: string, cells: readonly (readonly string[])[]) => bytesSource(name, gb ? encodeGb18030(fileText(cells, delimiter)) : new TextEncoder().encode(fileText(cells, delimiter)));
      // Without ids a row is its content: the quantity makes each its own.
      const clean = lines.map(({ customer, day, yuan }, i) => [ids ? `0${100 + i}` : '', ids ? '1' : '', `2024-01-${String(day).padStart(2, '0')}`, '李娜', customer, '流量计', String(i + 1), `${yuan}.25`]);
      const given = clean.map((cells, i) => spoilt(cells, lines[i]!.spoil));
      const bad = lines.flatMap(({ spoil }, i) => (spoil === null ? [] : [i]));
      const first = await importFile(source('orders.csv', given), 'orders');
      expect(counts(first)).toEqual({ rows: lines.length, added: lines.length - bad.length, changed: 0, unchanged: 0, rejected: bad.length });

      const [header, ...out] = cellsOf(await exported(source('orders.csv', given), 'orders'));
      expect(header).toEqual([...HEADER, WORDS.line, WORDS.reasons]);
      expect(out.map((cells) => Number.parseInt(cells[HEADER.length]!, 10))).toEqual(bad.map((i) => i + 2));
      if (bad.length === 0) return;
      // As it came out it is rejected again, row by row: nothing gets in unmended.
      expect(await look(textSource('export.csv', await exported(source('orders.csv', given), 'orders')))).toMatchObject({ added: 0, changed: 0, rejected: bad.length });

      const mended = Papa.unparse([header!, ...out.map((cells, n) => [...clean[bad[n]!]!.map((cell, at) => (cells[at] === `'${cell}` ? cells[at] : cell)), cells[HEADER.length]!.replace('?', ''), cells[HEADER.length + 1]!])]);
      const inspected = await inspect(textSource('mended.csv', mended));
      expect(inspected.fromProfile).toBe(true);
      expect(inspected.mapping.columns.slice(-2).map(({ field }) => field)).toEqual([null, null]);
      expect(counts(await importFile(textSource('mended.csv', mended)))).toEqual({ rows: bad.length, added: bad.length, changed: 0, unchanged: 0, rejected: 0 });
      expect(counts(await look(textSource('mended again.csv', mended)))).toEqual({ rows: bad.length, added: 0, changed: 0, unchanged: bad.length, rejected: 0 });
      expect(counts(await look(source('clean.csv', clean), 'orders'))).toEqual({ rows: lines.length, added: 0, changed: 0, unchanged: lines.length, rejected: 0 });
      const together = await rows();
      await ws.close();
      await begin();
      await importFile(source('clean.csv', clean), 'orders');
      expect(together).toEqual(await rows());
    }),
    { numRuns: 25 },
  );
});

test('every rejected row is exported, not only those that a report lists', async () => {
  const many = Array.from({ length: 1_500 }, (_, i) => `S${i},1,2024-01-05,A,x`);
  const source = textSource('many.csv', `order no,line no,date,customer,amount\n${many.join('\n')}\n`);
  expect((await look(source)).issues).toHaveLength(1_000);
  expect(cellsOf(await exported(source))).toHaveLength(1_501);
});

test('a sheet gives its rejected rows with what cannot be seen in their text held back: merges, error values, lost digits', async () => {
  const bytes = await xlsxBytes([
    { name: '订单', rows: [['order no', 'line no', 'date', 'customer', 'amount'], ['S1', 1, { number: 45_292, format: 'yyyy/m/d' }, 'A', { number: 5 }], ['S2', 1, { number: 45_293, format: 'yyyy/m/d' }, { error: '#N/A' }, { number: 6 }], ['S3', 1, { number: 45_294, format: 'yyyy/m/d' }, 'C', '待定']] },
  ]);
  const source = bytesSource('orders.xlsx', bytes);
  await importFile(source);
  const csv = await exported(source);
  expect(cellsOf(csv)).toEqual([
    ['order no', 'line no', 'date', 'customer', 'amount', WORDS.line, WORDS.reasons],
    ['S2', '1', '2024-01-02', '#N/A', '6', '3?', 'cell.error'],
    ['S3', '1', '2024-01-03', 'C', '待定', '4', 'number.malformed'],
  ]);
  expect((await look(textSource('export.csv', csv))).issues.map(({ line, code }) => [line, code])).toEqual([[2, 'row.unmended'], [3, 'number.malformed']]);
  const mended = csv.replace('#N/A', 'B').replace('3?', '3').replace('待定', '7');
  expect(counts(await importFile(textSource('mended.csv', mended)))).toMatchObject({ added: 2, rejected: 0 });
  expect(counts(await look(bytesSource('clean.xlsx', await xlsxBytes([
    { name: '订单', rows: [['order no', 'line no', 'date', 'customer', 'amount'], ['S1', 1, { number: 45_292, format: 'yyyy/m/d' }, 'A', { number: 5 }], ['S2', 1, { number: 45_293, format: 'yyyy/m/d' }, 'B', { number: 6 }], ['S3', 1, { number: 45_294, format: 'yyyy/m/d' }, 'C', { number: 7 }]] },
  ]))))).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
});

test('rows of records come out and go in again too, and an export of an export has our columns once', async () => {
  const source = textSource('people.csv', 'name,manager,title\nA,B,x\nB,A,x\nC,,boss\nD,Nobody,x\n');
  await importFile(source, 'people');
  const csv = await exported(source, 'people');
  expect(cellsOf(csv).map((cells) => [cells[0], cells[3]])).toEqual([['name', WORDS.line], ['A', '2'], ['B', '3'], ['D', '5']]);
  const half = csv.replace('A,B,x', 'A,C,x').replace('B,A,x', 'B,C,x');
  expect(await importFile(textSource('half.csv', half))).toMatchObject({ object: 'people', added: 2, rejected: 1 });
  const again = await exported(textSource('half.csv', half));
  expect(cellsOf(again)).toEqual([['name', 'manager', 'title', WORDS.line, WORDS.reasons], ['D', 'Nobody', 'x', '4', 'org.missingBoss']]);
});
