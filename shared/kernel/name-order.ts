/** Making one costs far more than using it. */
const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
const beginsChinese = /^\p{Script=Han}/u;

/**
 * Order of names for a reader: Chinese by pinyin, Latin letters by alphabet, figures by size; Chinese names first in Chinese,
 * last in English. For `sort`.
 */
export function nameOrder(language: 'zh-CN' | 'en'): (a: string, b: string) => number {
  if (language === 'zh-CN') return pinyin.compare;
  return (a, b) => Number(beginsChinese.test(a)) - Number(beginsChinese.test(b)) || pinyin.compare(a, b);
}
