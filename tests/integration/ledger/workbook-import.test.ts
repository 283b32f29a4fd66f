import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DryRun, type FileIssue, type SheetPlace, sourceMappingSchema } from '@shared/contracts/import-run';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { type SheetCell, xlsxBytes } from '../../builders/xlsx-workbook';
import { type TestWorkspace, everyRow, openReadyWorkspace } from '../data/test-workspace';
import { bytesSource, textSource } from './bytes-source';

const SHA = 'b'.repeat(64);
const quiet = () => undefined;
const HEADER = ['order no', 'line no', 'date', 'sales rep', 'customer', 'product', 'amount'];
let ws: TestWorkspace;
let ledger: LedgerService;

beforeEach(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
});
afterEach(() => ws.close());

const LINES = Array.from({ length: 40 }, (_, i) => ({ number: `S${100 + i}`, serial: 45_292 + i, rep: i % 2 ? 'Li Na' : 'Wang Wei', customer: `Customer ${i % 4} & Sons`, amount: i * 10 + 0.25 }));
const dayOf = (serial: number) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
const sheetRows = (): SheetCell[][] => [HEADER, ...LINES.map(({ number, serial, rep, customer, amount }): SheetCell[] => [number, 1, { number: serial, format: 'yyyy/m/d' }, rep, customer, 'Pump', { number: amount, format: '#,##0.00' }])];
const csvText = () => [HEADER.join(','), ...LINES.map(({ number, serial, rep, customer, amount }) => [number, 1, dayOf(serial), rep, customer, 'Pump', amount].join(','))].join('\n');

async function look(name: string, bytes: Uint8Array, place?: SheetPlace): Promise<DryRun | FileIssue> {
  const inspected = await ledger.inspect(bytesSource(name, bytes), null, place);
  if (!inspected.ok) return inspected.error;
  const report = await ledger.dryRun(bytesSource(name, bytes), inspected.value.mapping, quiet);
  return report.ok ? report.value : report.error;
}

async function commit(report: DryRun | FileIssue): Promise<string> {
  if ('code' in report) throw new Error(report.code);
  const committed = await ledger.commitImport({ runId: report.runId, sha256: SHA }, quiet);
  if (!committed.ok) throw new Error(committed.error);
  ws.clock.ms += 1_000;
  return committed.value.batchId;
}

test('a sheet books exactly what the same rows as CSV book: importing the other afterwards changes nothing', async () => {
  const bytes = await xlsxBytes([{ name: 'Read me', rows: [['nothing']] }, { name: 'Orders', rows: sheetRows() }]);
  const batchId = await commit(await look('orders.xlsx', bytes));
  const total = LINES.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  const page = await ledger.drill({ fact: 'orders', part: 'net', leaves: null, from: null, to: null, customer: null, product: null, stage: null }, 0, 100);
  expect(page).toMatchObject({ total: 40, sumFen: total });
  expect(page.rows[0]).toMatchObject({ day: '2024-01-01', number: 'S100', fileName: 'orders.xlsx', line: 2, amountFen: 25 });
  const inspected = await ledger.inspect(textSource('orders.csv', csvText()), null);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const again = await ledger.dryRun(textSource('orders.csv', csvText()), inspected.value.mapping, quiet);
  expect(again).toMatchObject({ ok: true, value: { rows: 40, added: 0, changed: 0, unchanged: 40, rejected: 0 } });

  // The mapping that the batch keeps reads the stored file again as it was read.
  const mapping = sourceMappingSchema.parse((await ws.db.importBatches.get(batchId))?.mapping);
  expect(mapping).toMatchObject({ headerLine: 1, sheet: { name: 'Orders', dateSystem: '1900' } });
  expect(await ledger.dryRun(bytesSource('kept', bytes), mapping, quiet)).toMatchObject({ ok: true, value: { rows: 40, unchanged: 40, rejected: 0 } });
  const before = Object.fromEntries(Object.entries(mapping).filter(([key]) => key !== 'sheet'));
  expect(sourceMappingSchema.parse(before)).toMatchObject({ sheet: null });
});

test('bad input is answered with sheet, row and column, and nothing is written', async () => {
  const before = [await ledger.canonicalHash(), await everyRow(ws)];
  const spoilt = (column: number, cell: SheetCell): SheetCell[][] => sheetRows().map((cells, row) => (row === 5 ? cells.map((old, at) => (at === column ? cell : old)) : cells));
  const cells: [SheetCell, number, string][] = [
    [{ error: '#N/A' }, 4, 'E6 cell.error'],
    [{ number: 60, format: 'yyyy-mm-dd' }, 2, 'C6 date.serial'],
    [{ number: -1, format: 'yyyy-mm-dd' }, 2, 'C6 date.serial'],
    [{ number: 9_999_999, format: 'yyyy-mm-dd' }, 2, 'C6 date.serial'],
    ['05/06/2024', 2, 'C6 date.ambiguous'],
    [12_345, 2, 'C6 date.bareNumber'],
    [{ number: '1.23456789012345E+17' }, 0, 'A6 number.lostDigits'],
    [{ formula: 'G5*2', value: null }, 6, 'G6 cell.noValue'],
    [{ number: 0.12, format: '0%' }, 6, 'G6 number.malformed'],
  ];
  for (const [cell, column, answer] of cells) {
    const report = await look('orders.xlsx', await xlsxBytes([{ name: 'Orders', rows: spoilt(column, cell) }]));
    expect('code' in report ? report.code : report.issues.map((issue) => `${issue.column}${issue.line} ${issue.code}`)).toEqual([answer]);
    expect(report).toMatchObject({ rows: 40, rejected: 1 });
  }
  const orders = { name: 'Orders', rows: sheetRows() };
  const files: [Uint8Array, string][] = [
    [await xlsxBytes([{ ...orders, state: 'hidden' }]), 'file.onlyHidden Orders'],
    [await xlsxBytes([{ ...orders, merges: ['E1:F1'] }]), 'file.mergedHeaders E1:F1'],
    [await xlsxBytes([{ name: 'Orders', rows: spoilt(0, { xml: '<c r="$ref" t="s"><v>9999</v></c>' }) }]), 'file.damaged Orders!A6'],
    [await xlsxBytes([orders], { parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x><worksheet/>' } }), 'file.dtd Orders'],
    [await xlsxBytes([orders], { parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(70 * 1024 * 1024) } }), 'file.inflatesTooMuch xl/worksheets/sheet1.xml'],
  ];
  for (const [bytes, answer] of files) {
    const issue = await look('orders.xlsx', bytes);
    expect('code' in issue ? `${issue.code} ${issue.detail}` : issue.rows).toBe(answer);
  }
  expect([await ledger.canonicalHash(), await everyRow(ws)]).toEqual(before);
});

test('customers, products and people are read from a sheet as well, and undone with it', async () => {
  const before = await ledger.canonicalHash();
  const batch = await commit(await look('customers.xlsx', await xlsxBytes([{ name: 'Customers', rows: [['customer name', 'code', 'city'], ['Acme', '007', 'Wuxi'], ['Beta', { number: 8, format: '000' }, { error: '#REF!' }]] }])));
  expect(await ws.db.customers.toArray()).toMatchObject([{ id: 'c:007', name: 'Acme', code: '007', city: 'Wuxi' }]);
  await ledger.undoImport(batch);
  expect(await ledger.canonicalHash()).toBe(before);
});

test('reading a large sheet can be cancelled', async () => {
  const bytes = await xlsxBytes([{ name: 'Orders', rows: [HEADER, ...Array.from({ length: 20_000 }, (_, i): SheetCell[] => [`S${i}`, 1, '2024-01-01', 'Li Na', `A customer with a long name ${i}`, 'Pump', i])] }]);
  const inspected = await ledger.inspect(bytesSource('large.xlsx', bytes), null);
  if (!inspected.ok) throw new Error(inspected.error.code);
  const reading = ledger.dryRun(bytesSource('large.xlsx', bytes), inspected.value.mapping, ({ stage }) => stage === 'reading' && ledger.cancelImport(null));
  expect(await reading).toMatchObject({ ok: false, error: { code: 'file.cancelled' } });
});
