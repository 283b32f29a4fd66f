import { EMPTY_NAMES, GROUP_WORDS, LEGAL_FORMS, PLACES } from './customer-words';

/** What a company's name says, taken apart so that other ways of writing it can be told from other companies. */
export interface CustomerName {
  /** One width, one case, without blanks, punctuation and brackets. */
  readonly writing: string;
  /** `writing` without place, legal form and group word; '' where nothing is left that names anybody. */
  readonly core: string;
  /** Places it names, before it or in brackets, sorted and joined by `+`; '' = none. 上海 and 北京 are two companies. */
  readonly place: string;
  /** Kind of company (`limited`, `shares` …); '' = not said. */
  readonly form: string;
  readonly isGroup: boolean;
}

const places = [...PLACES].sort((a, b) => b.length - a.length);
const placeSet: ReadonlySet<string> = new Set(PLACES);
const firstOfPlace: ReadonlySet<string> = new Set(PLACES.map((place) => place[0]!));
const isLatin = (text: string): boolean => /^[a-z]+$/.test(text);
const endings = LEGAL_FORMS.flatMap(([form, list]) => list.map((ending) => ({ form, ending }))).sort((a, b) => b.ending.length - a.ending.length);
const emptyNames: ReadonlySet<string> = new Set(EMPTY_NAMES);
const NOT_A_LETTER = /[^\p{L}\p{N}&+]+/gu;
const BRACKETED = /[([{【〔「]([^)\]}】〕」]*)[)\]}】〕」]/g;

/** Takes a customer's name apart. Pure and total: any text has an answer. */
export function readCustomerName(name: string): CustomerName {
  const plain = name.normalize('NFKC').toLowerCase();
  const writing = bare(plain);
  const found = new Set<string>();
  const outside = plain.replace(BRACKETED, (whole: string, inside: string) => {
    const place = placeName(bare(inside));
    if (place === null) return whole;
    found.add(place);
    return ' ';
  });
  const words = outside.split(NOT_A_LETTER).filter((word) => word !== '');
  const ended = withoutEndings(words);
  const placed = withoutPlace(ended.rest, found);
  const core = placed.length >= 2 && !emptyNames.has(placed) ? placed : '';
  return { writing, core, place: [...found].sort().join('+'), form: ended.form, isGroup: ended.isGroup };
}

const bare = (text: string): string => text.replace(NOT_A_LETTER, '');

/** 上海, 上海市, 江苏省 → 上海, 江苏; null for what is no place. */
function placeName(text: string): string | null {
  if (placeSet.has(text)) return text;
  const short = /[省市]$/.test(text) ? text.slice(0, -1) : '';
  return placeSet.has(short) ? short : null;
}

/**
 * Legal form and group word off the end, as often as they stand there: 集团股份有限公司, Group Co., Ltd. A Latin ending is a
 * word of its own, so that «Texaco» keeps its «co».
 */
function withoutEndings(words: readonly string[]): { rest: string; form: string; isGroup: boolean } {
  const left = [...words];
  let form = '';
  let isGroup = false;
  for (;;) {
    const cut = endOf(left);
    if (cut === null || cut.left.length === 0) return { rest: left.join(''), form, isGroup };
    if (cut.form === null) isGroup = true;
    else if (form === '' || form === 'company') form = cut.form;
    left.splice(0, left.length, ...cut.left);
  }
}

function endOf(words: readonly string[]): { left: string[]; form: string | null } | null {
  const last = words.at(-1);
  if (last === undefined) return null;
  for (const { form, ending } of endings) {
    const left = cutEnding(words, ending);
    if (left !== null) return { left, form };
  }
  for (const word of GROUP_WORDS) {
    const left = cutEnding(words, word);
    if (left !== null) return { left, form: null };
  }
  return null;
}

/** The words without the ending: of a Latin one whole words («co» «ltd», «s» «a»), of a Chinese one the end of the last word. */
function cutEnding(words: readonly string[], ending: string): string[] | null {
  if (!isLatin(ending)) {
    const last = words.at(-1)!;
    if (!last.endsWith(ending)) return null;
    const rest = last.slice(0, -ending.length);
    return rest === '' ? words.slice(0, -1) : [...words.slice(0, -1), rest];
  }
  let joined = '';
  for (let at = words.length - 1; at >= 0 && joined.length < ending.length; at--) {
    joined = words[at]! + joined;
    if (joined === ending) return words.slice(0, at);
  }
  return null;
}

/** Places off the front: 江苏省苏州市… The narrowest of them stands for all, since 江苏苏州 and 苏州 are one. Nothing is cut where too little would be left. */
function withoutPlace(text: string, found: Set<string>): string {
  let rest = text;
  let narrowest: string | null = null;
  for (;;) {
    const place = firstOfPlace.has(rest[0] ?? '') ? places.find((one) => rest.startsWith(one)) : undefined;
    if (place === undefined) break;
    const after = rest.slice(place.length).replace(/^[省市]/, '');
    if (after.length < 2) break;
    narrowest = place;
    rest = after;
  }
  if (narrowest !== null) found.add(narrowest);
  return rest;
}
