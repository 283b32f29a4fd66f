import type { CustomerMerge } from '../../records/customer-merge';
import { type CustomerName, readCustomerName } from '../imports/customer-names';
import { mergedNames } from './merged-names';

/**
 * Why two names may be one customer: the same code; the same but for width, case, blanks and punctuation; but for the legal
 * form; but for 集团; but for a place that only one of them names; or they sound the same.
 */
export type MergeReason = 'code' | 'writing' | 'form' | 'group' | 'place' | 'sound';

export interface MergePair {
  /** In the order of their texts. */
  readonly names: readonly [string, string];
  readonly reason: MergeReason;
  /** Nothing speaks against it: fit to be merged many at once. */
  readonly certain: boolean;
}

export interface MergeGroup {
  /** Two names or more, by text; each is in one group only. */
  readonly names: readonly string[];
  readonly pairs: readonly MergePair[];
  /** All of its pairs are. */
  readonly certain: boolean;
}

/** A customer as some source writes it; code '' = none is known. */
export interface NamedCustomer {
  readonly name: string;
  readonly code: string;
}

export interface MergeQuestion {
  readonly customers: readonly NamedCustomer[];
  /** What was decided before: these names are not asked about again; what was merged into a name speaks for it. */
  readonly merges: readonly CustomerMerge[];
  /** How a name's core sounds, without tones and blanks: `huawei` for 华为. */
  readonly soundOf: (core: string) => string;
}

/** More names than these that look alike only weakly say nothing: the likeness is a common word. */
const MOST_ALIKE = 4;
/** Homophones of fewer characters than these are mostly other companies. */
const LEAST_HOMOPHONE = 4;
const LEAST_PINYIN = 6;

interface Candidate {
  /** The name that its facts count as now. */
  readonly name: string;
  readonly code: string;
  readonly read: CustomerName;
}

/**
 * Names that are likely one customer, in groups with the reason of each pair; nothing is merged by it. Names are bucketed by
 * what they have in common, so that twenty thousand of them need no comparison of all with all. The order of the input does not matter.
 */
export function suggestMerges({ customers, merges, soundOf }: MergeQuestion): MergeGroup[] {
  const candidates = candidatesOf(customers, merges);
  const pairs = new Map<string, MergePair>();
  const codes = codesByName(candidates);
  const found = (a: string, b: string, reason: MergeReason, certain: boolean) => {
    if (a === b) return;
    const names: [string, string] = a < b ? [a, b] : [b, a];
    const key = names.join('\u0000');
    if (!pairs.has(key)) pairs.set(key, { names, reason, certain: certain && shareCode(codes, names) });
  };
  // The strongest reason first: a pair keeps the one it was found by.
  for (const bucket of buckets(candidates, ({ code }) => code)) eachPair(bucket, (a, b) => found(a.name, b.name, 'code', true));
  for (const bucket of buckets(candidates, ({ read }) => read.writing)) eachPair(bucket, (a, b) => found(a.name, b.name, 'writing', true));
  for (const bucket of buckets(candidates, ({ read }) => read.core)) sameCore(bucket, found);
  for (const bucket of buckets(candidates, ({ read }) => (read.core === '' ? '' : soundOf(read.core)))) sameSound(bucket, found);
  return groupsOf([...pairs.values()], codes);
}

type Found = (a: string, b: string, reason: MergeReason, certain: boolean) => void;

function candidatesOf(customers: readonly NamedCustomer[], merges: readonly CustomerMerge[]): Candidate[] {
  const counts = mergedNames(merges);
  const decided = new Map(merges.map(({ id, into }) => [id, into]));
  const seen = new Map<string, Candidate>();
  for (const { name, code } of customers) {
    if (name === '') continue;
    const current = counts.get(name) ?? name;
    if (decided.get(current) === null) continue;
    const key = [name, code].join('\u0000');
    if (!seen.has(key)) seen.set(key, { name: current, code, read: readCustomerName(name) });
  }
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, candidate]) => candidate);
}

function codesByName(candidates: readonly Candidate[]): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>();
  for (const { name, code } of candidates) if (code !== '') codes.set(name, (codes.get(name) ?? new Set()).add(code));
  return codes;
}

/** Two codes say: two customers. They may still be offered, for codes differ between systems, but never as certain. */
function shareCode(codes: ReadonlyMap<string, ReadonlySet<string>>, names: readonly string[]): boolean {
  const [first, ...others] = names.flatMap((name) => codes.get(name) ?? []);
  return first === undefined || [...first].some((code) => others.every((other) => other.has(code)));
}

/** Candidates that share a key; '' is no key. */
function buckets(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string): Candidate[][] {
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    if (key === '') continue;
    const bucket = byKey.get(key);
    if (bucket === undefined) byKey.set(key, [candidate]);
    else bucket.push(candidate);
  }
  return [...byKey.values()].filter((bucket) => bucket.length > 1);
}

/** In a bucket of equals the first stands for all: enough to hold the group together, and linear. */
function eachPair(bucket: readonly Candidate[], take: (a: Candidate, b: Candidate) => void): void {
  for (const other of bucket.slice(1)) take(bucket[0]!, other);
}

/** The same but for legal form, group word and place. Two different places are two companies, so a name without one could be either. */
function sameCore(bucket: readonly Candidate[], found: Found): void {
  const byPlace = new Map<string, Candidate[]>();
  for (const one of bucket) byPlace.set(one.read.place, [...(byPlace.get(one.read.place) ?? []), one]);
  for (const here of byPlace.values()) {
    const [plain, grouped] = [here.filter(({ read }) => !read.isGroup), here.filter(({ read }) => read.isGroup)];
    for (const alike of [plain, grouped]) {
      const forms = new Set(alike.map(({ read }) => read.form).filter((form) => form !== '' && form !== 'company'));
      eachPair(alike, (a, b) => found(a.name, b.name, 'form', forms.size <= 1));
    }
    if (plain[0] !== undefined && grouped[0] !== undefined) found(plain[0].name, grouped[0].name, 'group', false);
  }
  const [unplaced] = byPlace.get('') ?? [];
  const placed = [...byPlace].filter(([place]) => place !== '').map(([, here]) => here[0]!);
  if (unplaced !== undefined && placed.length === 1 && isLong(unplaced.read.core)) found(unplaced.name, placed[0]!.name, 'place', false);
}

/** Long enough to name one company in the country: 银行 or 大学 alone is not. */
const isLong = (core: string): boolean => Array.from(core).length >= (isPlainLatin(core) ? LEAST_PINYIN : LEAST_HOMOPHONE);

/** One of them in Latin letters and the other its pinyin, or two longer names with one character written wrong. */
function sameSound(bucket: readonly Candidate[], found: Found): void {
  const cores = new Map(bucket.map((one) => [[one.read.core, one.read.place].join('\u0000'), one]));
  const alike = [...cores.values()];
  if (alike.length < 2 || alike.length > MOST_ALIKE) return;
  const chinese = new Set(alike.map(({ read }) => read.core).filter((core) => !isPlainLatin(core)));
  for (const [at, a] of alike.entries()) {
    for (const b of alike.slice(at + 1)) {
      if (a.read.core === b.read.core || !placesAgree(a, b)) continue;
      const isPinyin = isPinyinOf(a.read.core, b.read.core) || isPinyinOf(b.read.core, a.read.core);
      // Three names of one sound are three companies rather than one that was mistyped twice.
      if (isPinyin || (chinese.size === 2 && isMistyped(a.read, b.read))) found(a.name, b.name, 'sound', false);
    }
  }
}

const placesAgree = (a: Candidate, b: Candidate): boolean => a.read.place === b.read.place || a.read.place === '' || b.read.place === '';

const isPinyinOf = (latin: string, chinese: string): boolean => isPlainLatin(latin) && !isPlainLatin(chinese) && latin.length >= LEAST_PINYIN;

/** Chinese names of the same kind that differ in one character of four or more. */
function isMistyped(a: CustomerName, b: CustomerName): boolean {
  const [one, two] = [Array.from(a.core), Array.from(b.core)];
  const sameKind = a.isGroup === b.isGroup && (a.form === b.form || a.form === '' || b.form === '');
  return sameKind && isChinese(a.core) && isChinese(b.core) && one.length >= LEAST_HOMOPHONE && one.length === two.length && one.filter((char, i) => char !== two[i]).length === 1;
}

const isChinese = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
const isPlainLatin = (text: string): boolean => /^[a-z]+$/.test(text);

/** Names that pairs hold together, each group by its first name. */
function groupsOf(pairs: readonly MergePair[], codes: ReadonlyMap<string, ReadonlySet<string>>): MergeGroup[] {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let at = name;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { names } of pairs) {
    const [a, b] = [rootOf(names[0]), rootOf(names[1])];
    if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
  }
  const members = new Map<string, { names: Set<string>; pairs: MergePair[] }>();
  for (const pair of pairs) {
    const root = rootOf(pair.names[0]);
    const group = members.get(root) ?? { names: new Set<string>(), pairs: [] };
    members.set(root, group);
    for (const name of pair.names) group.names.add(name);
    group.pairs.push(pair);
  }
  return [...members.values()]
    .map((group): MergeGroup => ({ names: [...group.names].sort(), pairs: group.pairs.sort((a, b) => (a.names.join('\u0000') < b.names.join('\u0000') ? -1 : 1)), certain: group.pairs.every(({ certain }) => certain) && shareCode(codes, [...group.names]) }))
    .sort((a, b) => (a.names[0]! < b.names[0]! ? -1 : 1));
}
