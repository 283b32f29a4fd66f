import { cleanText, toHalfWidth } from './normalise-text';

/** The workspace's own currency: amounts without a mark are in it. */
export const OWN_CURRENCY = 'CNY';
/** One sign for two currencies: yuan, but yen in a row that says JPY. */
const YUAN_OR_YEN = '¥';

/** What the systems and people write for a currency. */
const words: Readonly<Record<string, readonly string[]>> = {
  CNY: ['CNY', 'RMB', 'CNH', '人民币', '人民币元', '元', '圆', 'CN¥', 'RMB¥', 'RENMINBI', 'YUAN', 'CHINESEYUAN'],
  USD: ['USD', 'US$', '$', '美元', '美金', 'USDOLLAR', 'U.S.DOLLAR', 'DOLLAR'],
  EUR: ['EUR', '€', '欧元', 'EURO'],
  HKD: ['HKD', 'HK$', '港币', '港元', '港幣', 'HONGKONGDOLLAR'],
  JPY: ['JPY', 'JP¥', '日元', '日圆', '円', 'YEN', 'JAPANESEYEN'],
  GBP: ['GBP', '£', '英镑', 'POUND', 'BRITISHPOUND'],
  TWD: ['TWD', 'NT$', 'NTD', '新台币', '台币'],
  KRW: ['KRW', '₩', '韩元'],
  SGD: ['SGD', 'S$', '新加坡元', '新币'],
  AUD: ['AUD', 'A$', 'AU$', '澳元', '澳大利亚元'],
  CAD: ['CAD', 'C$', 'CA$', '加元', '加拿大元'],
  CHF: ['CHF', '瑞士法郎'],
  MOP: ['MOP', 'MOP$', '澳门元', '澳门币'],
  THB: ['THB', '฿', '泰铢'],
  RUB: ['RUB', '₽', '卢布'],
  INR: ['INR', '₹', '印度卢比'],
  VND: ['VND', '₫', '越南盾'],
};
const codeOf = new Map(Object.entries(words).flatMap(([code, list]) => list.map((word) => [word, code] as const)));
codeOf.set(YUAN_OR_YEN, OWN_CURRENCY);

const key = (text: string): string => cleanText(toHalfWidth(text)).toUpperCase().replace(/\s+/g, '');

/** The code that a cell of a currency column means (人民币, US$, `USD - U.S. Dollar`); a code nobody listed stands for itself, null for any other word. Blank is the workspace's own. */
export function currencyOf(text: string): string | null {
  const word = key(text);
  if (word === '') return OWN_CURRENCY;
  const known = codeOf.get(word) ?? codeOf.get(word.replace(/[^\p{L}$€£¥₩₽฿₹₫]/gu, ''));
  if (known !== undefined) return known;
  if (/^[A-Z]{3}$/.test(word)) return word;
  const named = new Set([...cleanText(toHalfWidth(text)).toUpperCase().matchAll(/(?<![A-Z])[A-Z]{3}(?![A-Z])/g)].flatMap(([code]) => codeOf.get(code) ?? []));
  return named.size === 1 ? [...named][0]! : null;
}

export interface MarkedAmount {
  /** The mark's currency; '' when the cell carries none, `¥` for a sign that is yuan or yen. */
  readonly currency: string;
  /** The amount without its mark. */
  readonly rest: string;
}

const escaped = (word: string) => word.replace(/[.$]/g, '\\$&');
const marks = [...codeOf.keys()].filter((word) => !word.includes('DOLLAR') && !['YUAN', 'YEN', 'POUND', 'EURO', 'BRITISHPOUND', 'RENMINBI', 'CHINESEYUAN', 'JAPANESEYEN'].includes(word));
const mark = marks.toSorted((a, b) => b.length - a.length).map(escaped).join('|');
const BEFORE = new RegExp(`^([-+−﹣]?\\s*\\(?\\s*[-−﹣]?)\\s*(${mark})\\s*(?=[-+−﹣(\\d.])(.*)$`, 'iu');
const AFTER = new RegExp(`^(.*[\\d.万亿])\\s*(${mark})(\\s*\\)?)$`, 'iu');
const PLAIN = /^[\s\d.,()+-]*$/;
/** A digit, and a sign, a word of a currency or three letters by themselves: without them there is no mark to look for. */
const DIGIT = /[\d０-９]/;
const HINT = /(?:[$€£¥￥₩₽฿₹₫＄元圆金币幣円镑铢盾布比郎]|(?<![a-zａ-ｚ])[a-zａ-ｚ]{3}(?![a-zａ-ｚ]))/i;
const OWN_MARK = /[¥元圆]|CNY|RMB|人民币/i;

/** Parts an amount from the currency it is marked with: `$1,234`, `USD 100`, `-€5`, `(12.5万美元)`. A text with two marks is left as it is. */
export function splitCurrency(text: string): MarkedAmount {
  if (text.length > 64 || PLAIN.test(text) || !DIGIT.test(text) || !HINT.test(text)) return { currency: '', rest: text };
  const plain = cleanText(toHalfWidth(text));
  const before = BEFORE.exec(plain);
  const after = before === null ? AFTER.exec(plain) : null;
  const found = before?.[2] ?? after?.[2];
  if (found === undefined) return { currency: '', rest: text };
  const rest = before === null ? after![1]! + after![3]! : before[1]! + before[3]!;
  const currency = found === YUAN_OR_YEN ? YUAN_OR_YEN : codeOf.get(key(found))!;
  const isOwn = currency === YUAN_OR_YEN || currency === OWN_CURRENCY;
  return !isOwn && OWN_MARK.test(rest) ? { currency: '', rest: text } : { currency, rest };
}

/** The one currency of a row by what its cells say; null when they contradict each other. */
export function oneCurrency(marksOfRow: readonly string[]): string | null {
  const said = new Set(marksOfRow.filter((found) => found !== '' && found !== YUAN_OR_YEN));
  const sign = marksOfRow.includes(YUAN_OR_YEN);
  if (said.size > 1) return null;
  const [code] = said;
  if (code === undefined) return sign ? OWN_CURRENCY : '';
  return sign && code !== OWN_CURRENCY && code !== 'JPY' ? null : code;
}
