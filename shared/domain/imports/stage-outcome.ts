import { normaliseHeader, toHalfWidth } from './normalise-text';

export type Outcome = 'open' | 'won' | 'lost';

const WON = ['won', 'closed won', 'closedwon', '赢单', '成交', '已成交', '赢', '已赢单', '签约', '已签约'];
const LOST = ['lost', 'closed lost', 'closedlost', '输单', '无效', '丢单', '失单', '输', '已输单', '已丢单', '流失', 'closed lost to competition'];
const NOT_A_SALE = ['未审核', '草稿', '暂存', '创建', '审核中', '重新审核', '作废', '已作废', '已取消', '取消', '关闭未执行', '驳回', '已驳回', 'draft', 'cancelled', 'canceled', 'void', 'pending', 'unapproved'];
const RETURN = ['退货', '销售退货', '退货单', '销售退货单', '退单', '退', '红字', '红字发票', '红字出库', '退款', 'return', 'returns', 'returned', 'refund', 'credit', 'credit note', 'cancellation'];

const YES = ['是', 'y', 'yes', 'true', 't', '1', '真', '√', '✓', '有'];
const NO = ['', '否', 'n', 'no', 'false', 'f', '0', '假', '×', '正常', '销售', '非退货', 'sale', '无'];

const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(normaliseHeader));
const won = setOf(WON);
const lost = setOf(LOST);
const notASale = setOf(NOT_A_SALE);
const returns = setOf(RETURN);
const yes = setOf(YES);
const no = setOf(NO);

/** What a stage's own words say; unknown words are open. Only a proposal: the mapping's lists decide. */
export function outcomeOfWords(stage: string): Outcome {
  const word = normaliseHeader(stage);
  return won.has(word) ? 'won' : lost.has(word) ? 'lost' : 'open';
}

/** True for statuses that plainly are no sale (未审核, draft, 作废 …). */
export const isNotASale = (status: string): boolean => notASale.has(normaliseHeader(status));

/** True for kinds of document that take goods back: their amounts count as negative. */
const isReturnKind = (kind: string): boolean => returns.has(normaliseHeader(kind));

/** True for a column that says yes or no to «is it a return» (退货标识, Is Return), instead of naming the kind of document. */
const isReturnFlag = (header: string): boolean => /退货|退单|是否退|红字|return|refund/.test(normaliseHeader(header));

/** Whether a row takes goods back, by its cell and the column's header; null for a cell of a yes-or-no column that is neither. */
export function takesBack(kind: string, header: string): boolean | null {
  if (isReturnKind(kind)) return true;
  if (!isReturnFlag(header)) return false;
  const word = normaliseHeader(toHalfWidth(kind).replace(/^([01])\.0+$/, '$1'));
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

/** Whether text is one of the listed words, whatever its width, case and spacing. */
export const listsWord = (list: readonly string[], text: string): boolean => list.some((entry) => normaliseHeader(entry) === normaliseHeader(text));
