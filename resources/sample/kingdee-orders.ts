import type { YearMonth } from '@shared/kernel/month';
import { REGION } from './cast';
import { decimalText } from './csv-text';
import type { OrderLine } from './order-lines';
import { type SourceRow, type SourceTable, goodRow, spoiled, withSpoiled } from './source-table';

const headers = [
  '单据编号', '日期', '单据类型', '单据状态', '客户', '渠道', '区域', '城市', '销售部门', '销售员', '行号', '物料编码', '物料名称', '计量单位', '销售数量', '含税单价', '价税合计', '毛利', '备注',
] as const;
const MONEY = '价税合计';

/** One file a half-year, as 金蝶 exports sales orders. */
const halves: readonly (readonly [name: string, first: string, last: string])[] = [
  ['2024下', '2024-07', '2024-12'],
  ['2025上', '2025-01', '2025-06'],
  ['2025下', '2025-07', '2025-12'],
  ['2026上', '2026-01', '2026-06'],
  ['2026下', '2026-07', '2026-12'],
];

export function kingdeeOrders(lines: readonly OrderLine[]): SourceTable[] {
  return halves.map(([name, first, last]) => {
    const rows = lines.filter(({ day }) => isWithin(day.slice(0, 7) as YearMonth, first, last)).map(orderRow);
    return { name: `金蝶销售订单_${name}.csv`, object: 'orders', moneyHeader: MONEY, headers, rows: withSpoiled(rows, spoilers[name] ?? []) };
  });
}

const isWithin = (month: YearMonth, first: string, last: string): boolean => month >= first && month <= last;

function orderRow(line: OrderLine): SourceRow {
  const isReturn = line.quantity < 0;
  const cells = [
    line.number, line.day, isReturn ? '销售退货单' : '标准销售订单', line.approved ? '已审核' : '未审核',
    line.customer.name, line.channel, line.customer.province, line.customer.city, line.team === '' ? REGION : `${REGION}/${line.team}`, line.owner,
    String(line.line), line.product.code, line.product.name, line.product.unit, String(line.quantity),
    decimalText(line.priceUnits), amountText(line), decimalText(line.marginUnits), isReturn ? '退货' : '',
  ];
  return line.approved ? goodRow(cells, line.amountUnits) : { cells, rejected: 'status.notCounted', amountUnits: line.amountUnits };
}

/**
 * The exact amount, except that every third order number shows what a spreadsheet makes of quantity × price in binary
 * (8217.720000000001): the reader must find the same decimal behind it.
 */
function amountText(line: OrderLine): string {
  const exact = decimalText(line.amountUnits);
  if (Number(line.number.slice(-1)) % 3 !== 0) return exact;
  const binary = String(line.quantity * (line.priceUnits / 10_000));
  return (binary.split('.')[1] ?? '').length > 4 ? binary : exact;
}

const own = (number: string, changes: Record<string, string>): Record<string, string> => ({ 单据编号: number, 行号: '1', 单据状态: '已审核', ...changes });

/** The few rows that no reader may take; each has a document number of its own but the repeated one. */
const spoilers: Readonly<Record<string, readonly ((row: SourceRow) => SourceRow)[]>> = {
  '2025上': [(row) => spoiled(headers, row, 'required', own('XSDD2503-9001', { 日期: '' }))],
  '2026上': [(row) => spoiled(headers, row, 'date.malformed', own('XSDD2602-9001', { 日期: '2026-02-30' }))],
  '2026下': [
    (row) => spoiled(headers, row, 'number.malformed', own('XSDD2607-9001', { [MONEY]: '待定' }), null),
    (row) => spoiled(headers, row, 'row.duplicate', {}),
    (row) => spoiled(headers, row, 'date.missingDay', own('XSDD2609-9001', { 日期: '2026-09' })),
    (row) => spoiled(headers, row, 'number.malformed', own('XSDD2609-9002', { [MONEY]: '12.5万元/套' }), null),
  ],
};
