import { expect, test } from 'vitest';
import { fromEpochDay } from '@shared/kernel/day';
import { amountsOf, answered, evidenceOf, lookAt, readText, rejectedRows } from './read-table';

const orders = (...dates: string[]) => `order no,date,customer,amount\n${dates.map((date, at) => `S${at},${date},A,1\n`).join('')}`;
const deals = (...chances: string[]) => `deal id,owner,stage,probability\n${chances.map((chance, at) => `D${at},N,Open,${chance}\n`).join('')}`;

test('day numbers in a text file are asked about, with what a sample becomes; unanswered they are rejected by line', async () => {
  const text = orders('45123', '45123.5', '60', '2024-07-08');
  const inspected = await lookAt(text);
  expect(inspected.mapping.columns[1]).toMatchObject({ field: 'orderDate', dateOrder: null });
  expect(evidenceOf(inspected, 'date')).toMatchObject({ dayNumbers: 2, dayNumberSample: '45123' });
  expect(rejectedRows(await readText(text))).toEqual(['B2 date.bareNumber 45123', 'B3 date.bareNumber 45123.5', 'B4 date.bareNumber 60']);
  const from1900 = await readText(text, answered('orderDate', { dateOrder: 'serial1900' }));
  expect(rejectedRows(from1900)).toEqual(['B4 date.serial 60']);
  expect([...from1900.table.days['day']!].map(fromEpochDay)).toEqual(['2023-07-16', '2023-07-16', '2024-07-08']);
  const from1904 = await readText(text, answered('orderDate', { dateOrder: 'serial1904' }));
  expect([...from1904.table.days['day']!].map(fromEpochDay)).toEqual(['2027-07-17', '2027-07-17', '2024-07-08']);
});

test('shares with a sign are read at once, whatever their width; bare ones follow the column’s own evidence', async () => {
  const shares = async (...chances: string[]) => [...(await readText(deals(...chances))).table.numbers['probability']!];
  expect(await shares('12%', '12％', '１２.５%', '0%', '100%', '')).toEqual([1_200, 1_200, 1_250, 0, 10_000, Number.NaN]);
  expect(await shares('12', '0.5', '1', '100')).toEqual([1_200, 50, 100, 10_000]);
});

test('bare shares up to 1 are asked about, and so is 0.12 beside 12%; unanswered they are rejected by line', async () => {
  const fractions = deals('0.25', '1', '0');
  const inspected = await lookAt(fractions);
  expect(inspected.mapping.columns[3]).toMatchObject({ field: 'probability', shareUnit: null });
  expect(evidenceOf(inspected, 'probability')).toMatchObject({ sharesUpToOne: 2, sharesAboveOne: 0, shareSample: '0.25' });
  expect(rejectedRows(await readText(fractions))).toEqual(['D2 share.ambiguous 0.25', 'D3 share.ambiguous 1']);
  const valuesAs = async (text: string, shareUnit: 'fraction' | 'percent') => [...(await readText(text, answered('probability', { shareUnit }))).table.numbers['probability']!];
  expect(await valuesAs(fractions, 'fraction')).toEqual([2_500, 10_000, 0]);
  expect(await valuesAs(fractions, 'percent')).toEqual([25, 100, 0]);
  const mixed = deals('12％', '0.12');
  expect(rejectedRows(await readText(mixed))).toEqual(['D3 share.ambiguous 0.12']);
  expect(await valuesAs(mixed, 'fraction')).toEqual([1_200, 1_200]);
  expect(await valuesAs(mixed, 'percent')).toEqual([1_200, 12]);
});

test('a share beyond the whole, below nothing, or in words is rejected, never clipped', async () => {
  expect(rejectedRows(await readText(deals('101%', '-5%', 'high', '1,5%', '50')))).toEqual(['D2 share.outOfRange 101%', 'D3 share.outOfRange -5%', 'D4 share.malformed high', 'D5 row.ragged 5 / 4'].map((issue) => issue.replace('D5 row', '5 row')));
  expect(rejectedRows(await readText(deals('0.5', '50'), answered('probability', { shareUnit: 'fraction' })))).toEqual(['D3 share.outOfRange 50']);
});

test('probability, source, competitor and currency are known by the headers of the systems and of plain tables', async () => {
  const fields = async (header: string) => (await lookAt(`${header}\n`)).mapping.columns.map(({ field }) => field);
  expect(await fields('商机名,客户名,商机阶段,商机状态,负责人,赢单概率(%),商机来源,竞争对手')).toEqual(['opportunityName', 'customer', 'stage', null, 'owner', 'probability', 'leadSource', 'competitor']);
  expect(await fields('Record Id,Deal Owner,Deal Name,Account Name,Stage,Amount,Closing Date,Probability (%),Lead Source')).toEqual(['opportunityId', 'owner', 'opportunityName', 'customer', 'stage', 'amount', 'closedOn', 'probability', 'leadSource']);
  expect(await fields('deal name,owner,stage,amount,win probability,currency')).toEqual(['opportunityName', 'owner', 'stage', 'amount', 'probability', 'currency']);
});

test('a column of yes and no says which rows are returns; another word in it is rejected', async () => {
  const rows = (header: string, ...flags: string[]) => readText(`order no,date,customer,amount,${header}\n${flags.map((flag, at) => `S${at},2024-01-01,A,5,${flag}\n`).join('')}`);
  expect(amountsOf(await rows('退货标识', '是', '否', '', '退货', '正常'))).toEqual([-500, 500, 500, -500, 500]);
  expect(amountsOf(await rows('is return', 'Y', 'n', 'TRUE', 'false', '1', '0', '1.0'))).toEqual([-500, 500, -500, 500, -500, 500, -500]);
  expect(rejectedRows(await rows('is return', 'Y', 'perhaps'))).toEqual(['E3 flag.malformed perhaps']);
  expect(amountsOf(await rows('order type', '1', 'Return', 'Y'))).toEqual([500, -500, 500]);
});

test('an answer of last time stands, but not against what the values of this file say', async () => {
  const header = 'order no,date,customer,amount\n';
  const before = answered('orderDate', { dateOrder: 'mdy' })((await lookAt(`${header}1,05/06/2024,A,1\n`)).mapping);
  const orderOf = async (dates: string, remembered = before) => (await lookAt(header + dates, remembered)).mapping.columns[1]!.dateOrder;
  expect(await orderOf('1,07/08/2024,A,1\n')).toBe('mdy');
  expect(await orderOf('1,07/08/2024,A,1\n2,13/08/2024,A,1\n')).toBe('dmy');
  expect(await orderOf('1,13/08/2024,A,1\n2,08/13/2024,A,1\n')).toBeNull();
  expect(await orderOf('1,45123,A,1\n')).toBeNull();
  const comma = answered('amount', { decimalMark: ',' })(before);
  expect((await lookAt(`${header}1,05/06/2024,A,"1,234.5"\n`, comma)).mapping.columns[3]!.decimalMark).toBe('.');
});
