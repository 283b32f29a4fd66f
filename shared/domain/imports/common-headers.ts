import { normaliseHeader } from './normalise-text';

/** Words that stand above columns of tables of every kind: they fill a field, but do not say what a table holds. */
const COMMON = [
  'date', 'day', 'time', 'start date', 'created date', '日期', '时间', '开始时间', '创建时间', '业务日期', '单据日期', 'amount', 'total', '金额', '合计',
  'id', 'record id', 'event id', 'task id', 'survey id', '编号', '序号', 'name', 'full name', '姓名', 'type', 'kind', 'category', '类型', '类别', '分类', '方式',
  'document number', 'document no', 'doc no', '单据编号', '单据号', '单号', '付款单号', '付款编号', '付款日期', '付款金额',
  'reason', 'cause', '原因', 'rating', 'score', '评分', '打分', '得分',
];
const common = new Set(COMMON.map(normaliseHeader));

export const isCommonHeader = (header: string): boolean => common.has(normaliseHeader(header));
