import { expect, test } from 'vitest';
import { inspectFile } from '@renderer/ledger/import/inspect-file';
import { packedText } from '@renderer/ledger/import/packed-texts';
import { type ReadFacts, readFacts } from '@renderer/ledger/import/read-facts';
import { textSource } from '../../integration/ledger/bytes-source';

async function read(text: string, override: (mapping: import('@shared/contracts/import-run').SourceMapping) => import('@shared/contracts/import-run').SourceMapping = (mapping) => mapping): Promise<ReadFacts> {
  const inspected = await inspectFile(textSource('file.csv', text), null, () => Promise.resolve(undefined));
  if (!inspected.ok) throw new Error(inspected.error.code);
  const facts = await readFacts(textSource('file.csv', text), override(inspected.value.mapping), { onProgress: () => undefined, isCancelled: () => false });
  if (!facts.ok) throw new Error(facts.error.code);
  return facts.value;
}

const amounts = ({ table }: ReadFacts) => [...table.numbers['amount']!];
const codes = ({ issues }: ReadFacts) => issues.map(({ line, column, code, detail }) => [line, column, code, detail]);

test('each line is booked in 分 half-even, while the source total stays exact to 1/10,000', async () => {
  const facts = await read('order no,date,customer,amount\n1,2024-01-01,A,1.005\n2,2024-01-01,A,1.015\n3,2024-01-01,A,0.1\n4,2024-01-01,A,0.2\n5,2024-01-01,A,-60.70400000000001\n');
  expect(amounts(facts)).toEqual([100, 102, 10, 20, -6070]);
  expect(facts.totals[0]).toEqual({ field: 'amount', column: 'amount', sourceTotal: '-583840', bookedTotal: '-5838', unit: 'money' });
});

test('unreadable cells reject their row and name line, column and text; nothing is misread', async () => {
  const facts = await read('order no,date,customer,amount\n1,2024-02-30,A,5\n2,2024-02-01,A,NaN\n3,2024-02-01,A,1e400\n4,2024-02-01,A,\n5,,A,5\n6,2024-02-01,A,92233720368547758.07\n7,2024-02-01\n8,2024-02-01,A,12％\n9,2024-02-01,A,7\n');
  expect(codes(facts)).toEqual([
    [2, 'B', 'date.malformed', '2024-02-30'],
    [3, 'D', 'number.malformed', 'NaN'],
    [4, 'D', 'number.tooLarge', '1e400'],
    [5, 'D', 'required', ''],
    [6, 'B', 'required', ''],
    [7, 'D', 'number.tooLarge', '92233720368547758.07'],
    [8, '', 'row.ragged', '2 / 4'],
    [9, 'D', 'number.malformed', '12％'],
  ]);
  expect(facts).toMatchObject({ rows: 9, rejected: 8 });
  expect(amounts(facts)).toEqual([700]);
});

test('a row that another cell spoils still tells its amount, so that the rejected rows explain what is not booked', async () => {
  const difference = ({ totals, issues }: ReadFacts) => {
    const [total] = totals;
    const rejected = new Map(issues.map(({ line, amountFen }) => [line, amountFen ?? 0]));
    return [(BigInt(total!.sourceTotal) - BigInt(total!.bookedTotal) * 100n) / 100n, BigInt([...rejected.values()].reduce((sum, amount) => sum + amount, 0))];
  };
  const listed = await read('order no,date,customer,amount\n1,2024-02-30,A,5\n2,2024-02-31,A,x\n3,,A,-2\n4,2024-02-01,A,7\n');
  expect(listed.issues.map(({ line, amountFen }) => [line, amountFen])).toEqual([[2, 500], [3, null], [3, null], [4, -200]]);
  expect(difference(listed)).toEqual([300n, 300n]);
  const derived = await read('order no,date,customer,quantity,unit price\n1,2024-02-30,A,3,1.5\n2,2024-02-01,A,x,1\n3,,A,2,2\n4,2024-02-01,A,1,7\n');
  expect(derived.issues.map(({ line, amountFen }) => [line, amountFen])).toEqual([[2, 450], [3, null], [4, 400]]);
  expect(difference(derived)).toEqual([850n, 850n]);
  const deals = await read('opportunity id,owner,account,stage,close date,close value\nA,Li,X,Won,2024-02-30,10\nB,Li,X,Won,2024-03-01,10\n');
  expect(deals.issues.map(({ amountFen }) => amountFen)).toEqual([1000]);
});

test('a repeated order line is rejected and names the line it repeats', async () => {
  const facts = await read('order no,line no,date,customer,amount\nS1,1,2024-01-01,A,5\nS1,2,2024-01-01,A,5\nS1,1,2024-01-01,A,6\n');
  expect(codes(facts)).toEqual([[4, 'A', 'row.duplicate', '2']]);
});

test('ids saved by a spreadsheet are normalised, 18-digit ids and leading zeros stay', async () => {
  const { table } = await read('order no,date,customer,amount\n17850.0,2024-01-01,A,1\n123456789012345678,2024-01-01,A,1\n007,2024-01-01,A,1\n１２,2024-01-01,A,1\n');
  expect([0, 1, 2, 3].map((row) => packedText(table.texts['number']!, row))).toEqual(['17850', '123456789012345678', '007', '12']);
});

test('returns are negative: by sign, by kind, and by a C before the number where the file marks cancellations so', async () => {
  expect(amounts(await read('单据编号,日期,客户,金额,单据类型\n1,2024-01-01,甲,5,销售出库\n2,2024-01-01,甲,5,销售退货\n3,2024-01-01,甲,-5,销售退货\n'))).toEqual([500, -500, -500]);
  expect(amounts(await read('invoice,invoicedate,customer,amount\n536365,2024-01-01,A,5\n536366,2024-01-01,A,5\nC536379,2024-01-01,A,5\n'))).toEqual([500, 500, -500]);
  expect(amounts(await read('invoice,invoicedate,customer,amount\nC001,2024-01-01,A,5\nC002,2024-01-01,A,5\n'))).toEqual([500, 500]);
});

test('without an amount column the amount is quantity × price, and the total says so', async () => {
  const facts = await read('order no,date,customer,quantity,unit price\n1,2024-01-01,A,3,1.3333\n2,2024-01-01,A,0.5,0.25\n');
  expect(amounts(facts)).toEqual([400, 12]);
  expect(facts.totals[0]).toMatchObject({ column: 'quantity × unit price', sourceTotal: '41249', bookedTotal: '412' });
});

test('only counted statuses are sales: an unapproved order is rejected as such', async () => {
  const facts = await read('单据编号,日期,客户,销售员,价税合计,单据状态\nX1,2024-01-01,甲,张,5,已审核\nX2,2024-01-01,甲,张,6,创建\n');
  expect(codes(facts)).toEqual([[3, 'F', 'status.notCounted', '创建']]);
  expect(facts.issues[0]!.amountFen).toBe(600);
});

test('open deals may lack amount and close date, a won one needs both', async () => {
  const facts = await read('opportunity id,owner,account,stage,close date,close value\nA,Li,X,Prospecting,,\nB,Li,X,Won,2024-03-01,10\nC,Li,X,Won,,10\nD,Li,X,Won,2024-03-01,\nE,Li,X,Lost,2024-03-01,0\n');
  expect(codes(facts).map(([line, , code]) => [line, code])).toEqual([[4, 'won.withoutDate'], [5, 'won.withoutAmount']]);
  expect([...facts.table.numbers['outcome']!]).toEqual([0, 1, 2]);
});

test('05/06/2024 is rejected as ambiguous unless another value of the column, or the user, says which way round', async () => {
  const text = (second: string) => `order no,date,customer,amount\n1,05/06/2024,A,1\n2,${second},A,1\n`;
  expect(codes(await read(text('07/08/2024'))).map(([line, , code]) => [line, code])).toEqual([[2, 'date.ambiguous'], [3, 'date.ambiguous']]);
  const decided = await read(text('13/06/2024'));
  expect([...decided.table.days['day']!]).toEqual([19_879, 19_887]);
  const asked = await read(text('07/08/2024'), (mapping) => ({ ...mapping, columns: mapping.columns.map((column) => (column.field === 'orderDate' ? { ...column, dateOrder: 'mdy' } : column)) }));
  expect([...asked.table.days['day']!]).toEqual([19_849, 19_912]);
});

test('hostile text is data: markup, formulas and __proto__ arrive verbatim, a huge cell is rejected', async () => {
  const facts = await read(`order no,date,customer,amount,__proto__\n1,2024-01-01,<img onerror=x>,1,p\n2,2024-01-01,=cmd|' /C calc'!A0,1,p\n3,2024-01-01,${'x'.repeat(10_000_000)},1,p\n`);
  expect(facts.table.dimensions['customer']!.texts).toEqual(['', '<img onerror=x>', "=cmd|' /C calc'!A0"]);
  expect(codes(facts).map(([line, , code]) => [line, code])).toEqual([[4, 'text.tooLong']]);
});
