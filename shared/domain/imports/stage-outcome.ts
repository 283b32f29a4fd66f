import { normaliseHeader } from './normalise-text';

export type Outcome = 'open' | 'won' | 'lost';

const WON = ['won', 'closed won', 'closedwon', '赢单', '成交', '已成交', '赢', '已赢单', '签约', '已签约'];
const LOST = ['lost', 'closed lost', 'closedlost', '输单', '无效', '丢单', '失单', '输', '已输单', '已丢单', '流失', 'closed lost to competition'];
const NOT_A_SALE = ['未审核', '草稿', '暂存', '创建', '审核中', '重新审核', '作废', '已作废', '已取消', '取消', '关闭未执行', '驳回', '已驳回', 'draft', 'cancelled', 'canceled', 'void', 'pending', 'unapproved'];
const RETURN = ['退货', '销售退货', '退货单', '销售退货单', '退单', '退', '红字', '红字发票', '红字出库', '退款', 'return', 'returns', 'returned', 'refund', 'credit', 'credit note', 'cancellation'];

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(normaliseHeader));
const won = setOf(WON);
const lost = setOf(LOST);
const notASale = setOf(NOT_A_SALE);
const returns = setOf(RETURN);

/** What a stage's own words say; unknown words are open. Only a proposal: the mapping's lists decide. */
export function outcomeOfWords(stage: string): Outcome {
  const word = normaliseHeader(stage);
  return won.has(word) ? 'won' : lost.has(word) ? 'lost' : 'open';
}

/** True for statuses that plainly are no sale (未审核, draft, 作废 …). */
export const isNotASale = (status: string): boolean => notASale.has(normaliseHeader(status));

/** True for kinds of document that take goods back: their amounts count as negative. */
export const isReturnKind = (kind: string): boolean => returns.has(normaliseHeader(kind));

/** Whether text is one of the listed words, whatever its width, case and spacing. */
export const listsWord = (list: readonly string[], text: string): boolean => list.some((entry) => normaliseHeader(entry) === normaliseHeader(text));
