import { toEpochDay } from '@shared/kernel/day';
import { REGION } from './cast';
import { groupedText } from './csv-text';
import { LOST_STAGE, OPEN_STAGES, type SampleOpportunity, VOID_STAGE, WON_STAGE } from './opportunities';
import { type SourceRow, type SourceTable, goodRow, spoiled, withSpoiled } from './source-table';

const headers = [
  '商机名（必填）', '客户名（必填）', '负责人（必填）', '负责人主属部门', '商机金额', '成交金额', '预计成交日期', '实际成交日期', '商机阶段', '商机状态',
  '赢单概率(%)', '商机来源', '丢单原因', '竞争对手', '结单周期', '创建时间', '外部系统唯一ID', '备注',
] as const;
const MONEY = '商机金额';
const probabilities: Readonly<Record<string, string>> = { [OPEN_STAGES[0]]: '10', [OPEN_STAGES[1]]: '30', [OPEN_STAGES[2]]: '60', [OPEN_STAGES[3]]: '80', [WON_STAGE]: '100', [LOST_STAGE]: '0', [VOID_STAGE]: '0' };

/** Those open at the end of a month, as they were exported then. */
export function fxiaokeOpenDeals(on: string, open: readonly SampleOpportunity[]): SourceTable {
  return { name: `纷享销客商机数据_${on.replaceAll('-', '')}.csv`, object: 'opportunities', moneyHeader: MONEY, headers, rows: open.map(opportunityRow) };
}

/** Opportunities as 纷享销客 exports its sheet 商机数据. */
export function fxiaokeOpportunities(opportunities: readonly SampleOpportunity[]): SourceTable {
  return { name: '纷享销客商机数据_20261022.csv', object: 'opportunities', moneyHeader: MONEY, headers, rows: withSpoiled(opportunities.map(opportunityRow), spoilers) };
}

function opportunityRow(opportunity: SampleOpportunity): SourceRow {
  const { createdOn, closedOn, stage } = opportunity;
  const isOpen = closedOn === null;
  const cells = [
    opportunity.name, opportunity.customer.name, opportunity.owner, `${REGION}/${opportunity.team}`,
    `¥${groupedText(opportunity.amountUnits)}`, opportunity.wonUnits === null ? '' : groupedText(opportunity.wonUnits),
    opportunity.expectedOn.replaceAll('-', '/'), isOpen ? '' : americanDay(closedOn), stage, isOpen ? '进行中' : stage,
    probabilities[stage] ?? '', opportunity.source, opportunity.lostReason, opportunity.competitor,
    isOpen ? '' : String(toEpochDay(closedOn) - toEpochDay(createdOn)), `${createdOn} ${opportunity.clock}`,
    // A numeric id that has been through a spreadsheet.
    `${opportunity.id}.0`,
    stage === VOID_STAGE ? '客户停产,项目取消' : '',
  ];
  return goodRow(cells, opportunity.amountUnits);
}

/** MM/DD/YYYY: a column of its own habit, which the reader can decide by its own evidence. */
const americanDay = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

const own = (id: number, changes: Record<string, string>): Record<string, string> => ({ 外部系统唯一ID: `${id}.0`, 商机阶段: OPEN_STAGES[2], 成交金额: '', 实际成交日期: '', ...changes });

const spoilers: readonly ((row: SourceRow) => SourceRow)[] = [
  (row) => spoiled(headers, row, 'number.malformed', own(90_001, { [MONEY]: '待定' }), null),
  (row) => spoiled(headers, row, 'date.malformed', own(90_002, { 预计成交日期: '2026-02-30' })),
  (row) => spoiled(headers, row, 'required', own(90_003, { 商机阶段: '' })),
  (row) => spoiled(headers, row, 'row.duplicate', {}),
  (row) => spoiled(headers, row, 'won.withoutAmount', own(90_004, { 商机阶段: WON_STAGE, 实际成交日期: '09/18/2026', [MONEY]: '' }), null),
];
