import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DryRun, FileIssue } from '@shared/contracts/import-run';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { encodeGb18030 } from '../../../resources/sample/encode-gb18030';
import { type TestWorkspace, everyRow, openReadyWorkspace } from '../data/test-workspace';
import { bytesSource } from './bytes-source';

const quiet = () => undefined;
let ws: TestWorkspace;
let ledger: LedgerService;
let before: unknown;

const state = async () => [await ledger.canonicalHash(), await everyRow(ws)];
beforeEach(async () => {
  ws = await openReadyWorkspace();
  ledger = await LedgerService.open(ws);
  before = await state();
});
/** Looking at a file and trying it out writes nothing, whatever is in it. */
afterEach(async () => {
  if (JSON.stringify(await state()) !== JSON.stringify(before)) throw new Error('Something was written');
  await ws.close();
});

const utf8 = (text: string) => new TextEncoder().encode(text);
const orders = (...lines: string[]) => `order no,date,customer,sales rep,amount\n${lines.join('\n')}\n`;
const order = (cells: Partial<Record<'no' | 'date' | 'customer' | 'amount', string>> = {}) => [cells.no ?? 'S1', cells.date ?? '2024-01-01', cells.customer ?? 'Acme', 'Li', cells.amount ?? '5'].join(',');

async function look(content: string | Uint8Array): Promise<DryRun | FileIssue> {
  const source = bytesSource('orders.csv', typeof content === 'string' ? utf8(content) : content);
  const inspected = await ledger.inspect(source, null);
  if (!inspected.ok) return inspected.error;
  const report = await ledger.dryRun(source, inspected.value.mapping, quiet);
  return report.ok ? report.value : report.error;
}

/** How each row that is refused is named: column, line, code; a refused file by its code, detail and line. */
async function answer(content: string | Uint8Array): Promise<string[]> {
  const report = await look(content);
  if ('code' in report) return [[report.code, report.detail, ...(report.line === null ? [] : [`line ${report.line}`])].filter((part) => part !== '').join(' ')];
  return report.issues.map(({ column, header, line, code }) => `${column}${line} ${header} ${code}`.replace('  ', ' '));
}
const added = async (content: string | Uint8Array) => {
  const report = await look(content);
  return 'code' in report ? report.code : [report.added, report.rejected];
};

test.each([
  ['a byte order mark', `\uFEFF${orders(order())}`],
  ['TAB', orders(order()).replaceAll(',', '\t')],
  ['semicolons', orders(order()).replaceAll(',', ';')],
  ['lone CR', orders(order()).replaceAll('\n', '\r')],
  ['CRLF', orders(order()).replaceAll('\n', '\r\n')],
  ['a quoted line end', orders(order({ customer: '"Ac\nme"' }))],
  ['formula-like text', orders(order({ customer: "=cmd|' /C calc'!A0" }))],
  ['markup', orders(order({ customer: '<img onerror=x>' }))],
  ['__proto__ as a header', orders(order()).replace('sales rep', '__proto__')],
  ['full-width digits', orders(order({ date: '２０２４-０１-０１', amount: '１２３．４' }))],
  ['¥1,234', orders(order({ amount: '"¥1,234"' }))],
  ['(1,200)', orders(order({ amount: '"(1,200)"' }))],
  ['0.1+0.2', orders(order({ amount: '0.30000000000000004' }))],
  ['a business date of another zone', orders(order({ date: '2024-01-01T23:30:00-11:00' }))],
] as const)('%s is read', async (_name, content) => expect(await added(content)).toEqual([1, 0]));

test('GB18030 is read; UTF-16, broken bytes and texts that two encodings claim are told, with the place', async () => {
  expect(await added(encodeGb18030('订单号,日期,客户,业务员,金额\nS1,2024-01-01,上海华东,李娜,5\n'))).toEqual([1, 0]);
  expect(await answer(Uint8Array.from([0xff, 0xfe, ...new Uint8Array(new Uint16Array(Array.from(orders(order()), (char) => char.charCodeAt(0))).buffer)]))).toEqual(['file.utf16']);
  const broken = utf8(orders(order(), order({ no: 'S2', customer: '上海华东精密仪器有限公司' })));
  const at = broken.lastIndexOf(0xe5);
  broken[at] = 0xff;
  expect(await answer(broken)).toEqual([`file.badBytes ${at} line 3`]);
  expect(await answer(encodeGb18030(orders(order({ customer: '茅台' }))))).toEqual(['file.encodingUnclear']);
});

test('a file that is no table is refused with the reason and the line', async () => {
  expect(await answer('')).toEqual(['file.empty']);
  expect(await answer('\n \n')).toEqual(['file.empty']);
  expect(await answer(orders(order(), '"S2,2024-01-01,Acme,Li,5', order({ no: 'S3' })))).toEqual(['file.unclosedQuote line 3']);
  expect(await answer(orders(order()).replace('customer', 'date'))).toEqual(['file.duplicateHeaders date line 1']);
  expect(await answer(orders(order()).replace('customer', ''))).toEqual(['file.blankHeaders C line 1']);
  expect(await answer(`${Array.from({ length: 20_000 }, (_, i) => `c${i}`).join(',')}\n1\n`)).toEqual(['file.tooManyColumns 20000 line 1']);
});

test('a row that cannot be read is named by line and column, and the rows around it are read', async () => {
  const cases: [string, string][] = [
    ['S2,2024-01-01,Acme,Li', '3 row.ragged'],
    [`${order({ no: 'S2' })},6`, '3 row.ragged'],
    ['S2,2024-01-01,"Ac"me,Li,5', '3 row.unclosedQuote'],
    [order({ no: 'S2', date: '2024-02-30' }), 'B3 date date.malformed'],
    [order({ no: 'S2', date: '05/06/2024' }), 'B3 date date.ambiguous'],
    [order({ no: 'S2', date: '45123' }), 'B3 date date.bareNumber'],
    [order({ no: 'S2', amount: '"1.234,56"' }), 'E3 amount number.ambiguous'],
    [order({ no: 'S2', amount: '' }), 'E3 amount required'],
    [order({ no: 'S2', amount: '0x1F' }), 'E3 amount number.malformed'],
    [order({ no: 'S2', amount: '1e400' }), 'E3 amount number.tooLarge'],
    [order({ no: 'S2', amount: 'NaN' }), 'E3 amount number.malformed'],
    [order({ no: 'S2', amount: '12％' }), 'E3 amount number.malformed'],
    [order({ no: 'S2', amount: '90071992547409.92' }), 'E3 amount number.tooLarge'],
    [order({ no: 'S2', amount: '$5' }), 'E3 amount currency.noRate'],
    [order({ no: 'S2', amount: '1,'.repeat(900).replace(/^(.*)$/, '"$1"') }), 'E3 amount number.malformed'],
    [order({ no: 'S2', customer: 'x'.repeat(10 * 1024 * 1024) }), 'C3 customer text.tooLong'],
    ['合计,,,,10', 'A3 order no row.total'],
  ];
  for (const [line, expected] of cases) {
    expect(await answer(orders(order(), line, order({ no: 'S3' })))).toEqual([expected]);
    expect(await added(orders(order(), line, order({ no: 'S3' })))).toEqual([2, 1]);
  }
});

test('a repeated identity names the line it repeats; 分 are exact', async () => {
  const lined = 'order no,line no,date,customer,amount\nS1,1,2024-01-01,Acme,1.005\nS1,2,2024-01-01,Acme,0.1\nS1,1,2024-01-01,Acme,0.2\n';
  expect(await look(lined)).toMatchObject({ issues: [{ line: 4, column: 'A', header: 'order no', code: 'row.duplicate', detail: '2' }], totals: [{ sourceTotal: '13050', bookedTotal: '110' }] });
});

test('shares: 12％ is read at once, 0.12 beside it is asked about', async () => {
  expect(await answer('deal id,owner,stage,probability\nD1,Li,Open,12％\nD2,Li,Open,0.12\n')).toEqual(['D3 probability share.ambiguous']);
});

test('circles of managers and missing ones are told by path', async () => {
  const report = await look('name,employee id,manager\nA,1,B\nB,2,A\nC,3,Nobody\nD,4,\n');
  expect('code' in report ? report.code : report.issues.map(({ line, column, code, detail }) => `${column}${line} ${code} ${detail}`)).toEqual(['C2 org.cycle A → B → A', 'C3 org.cycle B → A → B', 'C4 org.missingBoss C → Nobody']);
});
