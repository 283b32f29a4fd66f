import { normaliseHeader } from './normalise-text';

const SUM = /^(?:[本每当][页月季年日])?(?:合计|小计|总计|累计|共计|总合计)(?:金额|数量|\(\d+\))?$|^(?:grand|sub|report|page)?totals?(?:\(\d+(?:records?)?\))?$/;

/** How a word for a line of sums can begin: a quick look before the whole text is read. Latin letters count in any case. */
export const sumWordStarts = ['合', '小', '总', '累', '共', '本', '每', '当', 'to', 'su', 'gr', 're', 'pa'] as const;

/** True for 合计, 小 计, 总计：, Total, Sub-total, Grand Total …: the word of a line that sums others up. */
export const isSumWord = (text: string): boolean => text.length <= 40 && SUM.test(normaliseHeader(text).replace(/\s/g, ''));
