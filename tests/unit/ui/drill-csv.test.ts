import { expect, test } from 'vitest';
import type { Drill, DrillRow } from '@shared/contracts/drill';
import { translatorFor } from '@renderer/i18n/i18n';
import { drillCsv } from '@renderer/parts/drill-csv';

const drill = (fact: Drill['fact']): Drill => ({ fact, part: fact === 'payments' ? 'amount' : 'rows', leaves: null, from: null, to: null, customer: null, product: null, stage: null });
const row = (line: number, more: Partial<DrillRow> = {}): DrillRow => ({ day: '2024-01-05', number: `P${line}`, customer: 'Acme', product: '', person: '李娜', detail: '电汇', amountFen: -20_050, fileName: '回款.xlsx', sheet: '一月', line, identity: '', ...more });
const csv = async (fact: Drill['fact'], pages: readonly DrillRow[][]) => {
  const all = pages.flat();
  const rows = (_drill: Drill, offset: number) => Promise.resolve({ total: all.length, sumFen: 0, rows: pages.find((_, at) => pages.slice(0, at).flat().length === offset) ?? [] });
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await drillCsv({ rows }, drill(fact), translatorFor('zh-CN'))).split('\r\n');
};

test('a table of source rows names the file and, apart, the sheet of a workbook, and writes amounts as plain yuan', async () => {
  expect(await csv('payments', [[row(2), row(3, { amountFen: 9_007_199_254_740_991 })], [row(4, { amountFen: 5, sheet: '' })]])).toEqual([
    '\uFEFF日期,单号,客户,负责人,方式,金额 元,文件,工作表,行',
    '2024-01-05,P2,Acme,李娜,电汇,-200.50,回款.xlsx,一月,2',
    '2024-01-05,P3,Acme,李娜,电汇,90071992547409.91,回款.xlsx,一月,3',
    '2024-01-05,P4,Acme,李娜,电汇,0.05,回款.xlsx,,4',
    '',
  ]);
});

test('what has no amounts shows none, and text is never a formula', async () => {
  expect(await csv('surveys', [[row(2, { detail: '9 · 4.5', customer: '=1+1' })]])).toEqual(['\uFEFF日期,单号,客户,负责人,推荐意愿 · 满意度,文件,工作表,行', "2024-01-05,P2,'=1+1,李娜,9 · 4.5,回款.xlsx,一月,2", '']);
});
