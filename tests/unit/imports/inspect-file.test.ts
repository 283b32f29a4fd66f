import { expect, test } from 'vitest';
import { inspectFile } from '@renderer/ledger/import/inspect-file';
import { bytesSource, textSource } from '../../integration/ledger/bytes-source';

const noProfile = () => Promise.resolve(undefined);
const inspect = async (text: string) => {
  const inspected = await inspectFile(textSource('f.csv', text), null, noProfile);
  return inspected.ok ? { fields: inspected.value.mapping.columns.map((column) => column.field), ...inspected.value } : inspected.error;
};
const inspectBytes = async (...bytes: number[]) => {
  const inspected = await inspectFile(bytesSource('f.csv', Uint8Array.from(bytes)), null, noProfile);
  return inspected.ok ? inspected.value : inspected.error;
};
const ascii = (text: string) => [...new TextEncoder().encode(text)];

test('files that cannot be read are refused with the reason', async () => {
  expect(await inspect('')).toMatchObject({ code: 'file.empty' });
  expect(await inspect('\n\n \n')).toMatchObject({ code: 'file.empty' });
  expect(await inspectBytes(0xff, 0xfe, 0x61, 0)).toMatchObject({ code: 'file.utf16' });
  expect(await inspectBytes(0x61, 0, 0x2c, 0)).toMatchObject({ code: 'file.utf16' });
  expect(await inspectBytes(0x50, 0x4b, 3, 4, 20)).toMatchObject({ code: 'file.damaged' });
  expect(await inspect('date,customer,date,amount\n')).toMatchObject({ code: 'file.duplicateHeaders', detail: 'date' });
  expect(await inspect('date,,customer,amount\n')).toMatchObject({ code: 'file.blankHeaders', detail: 'B' });
  expect(await inspect(`${Array.from({ length: 20_000 }, (_, i) => `c${i}`).join(',')}\n`)).toMatchObject({ code: 'file.tooManyColumns', detail: '20000' });
  expect(await inspect('date,customer,amount\n2024-01-01,"A,5\n2024-01-02,B,6\n')).toMatchObject({ code: 'file.unclosedQuote', line: 2 });
  expect(await inspect('Table,Field,Description\naccounts,account,Company name\n')).toMatchObject({ code: 'file.missingField' });
});

test('broken bytes are named by position and never read as another encoding', async () => {
  const text = '日期,客户,金额\n2024-01-01,上海华东精密仪器有限公司,5\n';
  const bytes = [...new TextEncoder().encode(text)];
  const at = bytes.length - 4;
  bytes[at] = 0xff;
  expect(await inspectBytes(...bytes)).toEqual({ code: 'file.badBytes', detail: String(at), line: 2 });
  expect(await inspectBytes(0xef, 0xbb, 0xbf, ...ascii('date,customer,amount\n2024-01-01,'), 0xc9, 0xcf, ...ascii(',5\n'))).toMatchObject({ code: 'file.badBytes' });
});

test('GB18030 with semicolons and Chinese headers is recognised', async () => {
  // 日期;客户;金额 and one row of 上海, in GB18030.
  const inspected = await inspectBytes(0xc8, 0xd5, 0xc6, 0xda, 0x3b, 0xbf, 0xcd, 0xbb, 0xa7, 0x3b, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, ...ascii('2024-01-01;'), 0xc9, 0xcf, 0xba, 0xa3, ...ascii(';5\n'));
  expect(inspected).toMatchObject({ rows: 1, mapping: { object: 'orders', encoding: 'gb18030', delimiter: ';', columns: [{ header: '日期', field: 'orderDate' }, { header: '客户', field: 'customer' }, { header: '金额', field: 'amount' }] } });
});

test('exports of known systems are recognised by their header', async () => {
  expect(await inspect('商机名（必填）,客户名,商机金额,成交金额,预计成交日期,实际成交日期,商机阶段（必填）,商机状态,负责人,创建时间,外部系统唯一ID\n')).toMatchObject({
    preset: { name: 'fxiaoke', matched: 11, expected: 11 },
    fields: ['opportunityName', 'customer', 'amount', 'wonAmount', 'expectedCloseOn', 'closedOn', 'stage', null, 'owner', 'createdOn', 'opportunityId'],
  });
  expect(await inspect('Record Id,Deal Owner.id,Deal Owner,Deal Name,Account Name.id,Account Name,Stage,Amount,Closing Date,Created Time\n')).toMatchObject({
    preset: { name: 'zoho' },
    fields: ['opportunityId', 'ownerId', 'owner', 'opportunityName', null, 'customer', 'stage', 'amount', 'closedOn', 'createdOn'],
  });
  expect(await inspect('单据编号\t日期\t客户\t销售员\t物料编码\t物料名称\t销售数量\t含税单价\t价税合计\t单据状态\n')).toMatchObject({
    preset: { name: 'kingdee' },
    fields: ['orderNumber', 'orderDate', 'customer', 'owner', null, 'product', 'quantity', 'price', 'amount', 'status'],
    mapping: { countedStatuses: ['已审核', '已关闭'], delimiter: '\t' },
  });
});

test('title lines above the header are passed over', async () => {
  expect(await inspect('销售明细表\n\n期间:2024-01\n日期,客户,金额\n2024-01-01,甲,5\n')).toMatchObject({ rows: 1, mapping: { headerLine: 4, object: 'orders' } });
});

test('the column says itself how its dates and decimals are written, or it is asked', async () => {
  const columnOf = async (date: string, amount: string) => {
    const inspected = await inspect(`date,customer,amount\n05/06/2024,A,1\n${date},A,"${amount}"\n`);
    if ('code' in inspected) throw new Error(inspected.code);
    return inspected.mapping.columns.map(({ dateOrder, decimalMark }) => dateOrder ?? decimalMark);
  };
  expect(await columnOf('13/06/2024', '1,234.50')).toEqual(['dmy', null, '.']);
  expect(await columnOf('06/13/2024', '5')).toEqual(['mdy', null, '.']);
  expect(await columnOf('07/08/2024', '1.234,56')).toEqual([null, null, null]);
});

test('a remembered mapping is used again without asking', async () => {
  const text = 'datum,kunde,summe\n2024-01-01,A,5\n';
  const asked = await inspectFile(textSource('f.csv', text), 'orders', noProfile);
  if (!asked.ok) throw new Error(asked.error.code);
  const fields = ['orderDate', 'customer', 'amount'] as const;
  const mapping = { ...asked.value.mapping, columns: asked.value.mapping.columns.map((column, at) => ({ ...column, field: fields[at]!, decimalMark: at === 2 ? ('.' as const) : null })) };
  const again = await inspectFile(textSource('g.csv', text), null, (id) => Promise.resolve(id.startsWith('orders:') ? mapping : undefined));
  expect(again).toMatchObject({ ok: true, value: { fromProfile: true, mapping: { object: 'orders' } } });
});
