import { foldText } from './fold-text';
import { type SearchName, letterMask } from './search-name';

/** What is looked for, made ready once for all names. */
export interface SearchQuery {
  /** Code points of the folded letters. */
  readonly codes: readonly number[];
  /** What is typed for them must all be in a name's mask. */
  readonly mask: number;
}

/** The whole name, its beginning, the beginning of a word in it, initials, anything else. */
export const matchRanks = ['exact', 'prefix', 'wordStart', 'initials', 'inside'] as const;

/** One letter of the name that the query hit. */
export interface MatchStep {
  /** Which letter of the folded name. */
  readonly at: number;
  /** The reading it was hit by, and how many of its letters; null = by the character itself. */
  readonly reading: string | null;
  readonly taken: number;
}

export interface NameMatch {
  /** Place in `matchRanks`: less is better. */
  readonly rank: number;
  /** In the order of the name. */
  readonly steps: readonly MatchStep[];
}

/** Longer queries are cut: nobody types them, and a pasted page must not be compared with every name. */
const LONGEST = 64;
/** Walks of more steps than this remember what failed: names and queries may repeat themselves. */
const PLAIN_STEPS = 100;

/** `  Zhāng-W ` → zhangw. A query without letters and figures finds everything. */
export function searchQuery(text: string): SearchQuery {
  const { letters, codes } = foldText(text);
  return { codes: codes.slice(0, LONGEST), mask: letters.slice(0, LONGEST).reduce((mask, letter) => mask | typedMask(letter), 0) };
}

/** A typed ü is one of two bits that a name's ü sets; a typed v or u asks for its own. */
const typedMask = (letter: string): number => (letter === '\u00fc' ? 1 << 21 : letterMask(letter));

/**
 * How names answer to a query: by their characters, the full pinyin of any of their readings (the last syllable may be
 * unfinished; v, u and ü are one), initials (z or zh), Latin words, or any mixture (`张w`, `zwei`). What answers to a query
 * answers to every shorter one that it begins with.
 */
export class NameMatcher {
  private readonly first: number;
  private name: SearchName | null = null;
  /** Initials count too. */
  private loose = false;
  private steps: MatchStep[] | null = null;
  private walked = 0;
  private failed: Set<number> | null = null;
  /** Where the last walk that came through ended, and whether it took the last letter whole. */
  private end = 0;
  private isWhole = false;

  constructor(private readonly query: SearchQuery) {
    this.first = query.codes[0] === undefined ? 0 : typedMask(String.fromCodePoint(query.codes[0]));
  }

  /** Place in `matchRanks`; null = it does not answer. Ten thousand names are asked at every key, so nothing is made here. */
  rank(name: SearchName): number | null {
    return this.best(name)?.rank ?? null;
  }

  /** The rank with what was hit. */
  match(name: SearchName): NameMatch | null {
    const best = this.best(name);
    if (best === null) return null;
    if (this.query.codes.length === 0) return { rank: best.rank, steps: [] };
    this.steps = [];
    this.walk(name, best.start, best.loose);
    const { steps } = this;
    this.steps = null;
    return { rank: best.rank, steps };
  }

  private best(name: SearchName): { rank: number; start: number; loose: boolean } | null {
    const { codes, mask } = this.query;
    if (codes.length === 0) return { rank: 1, start: 0, loose: false };
    if ((name.mask & mask) !== mask || (name.headMask & this.first) !== this.first) return null;
    let [rank, start, loose] = [-1, 0, false];
    for (let at = 0; at < name.codes.length; at++) {
      // One letter tells that most places are none to begin at.
      if ((name.heads[at]! & this.first) === 0 && name.codes[at] !== codes[0]) continue;
      const isStart = at === 0 || name.starts[at] === true;
      // Within a word no place is better than another.
      if (rank !== -1 && !isStart) continue;
      if (this.walk(name, at, false)) {
        const own = at > 0 ? (isStart ? 2 : 4) : this.end === name.codes.length && this.isWhole ? 0 : 1;
        if (rank === -1 || own < rank) [rank, start, loose] = [own, at, false];
      } else if ((rank === -1 || rank > 3) && this.walk(name, at, true)) {
        [rank, start, loose] = [isStart ? 3 : 4, at, true];
      }
      // Nothing that begins later can be better.
      if (rank === 0 || rank === 1) break;
    }
    return rank === -1 ? null : { rank, start, loose };
  }

  private walk(name: SearchName, start: number, loose: boolean): boolean {
    this.name = name;
    this.loose = loose;
    this.walked = 0;
    this.failed = null;
    return this.from(start, 0, true);
  }

  private from(at: number, typed: number, isWhole: boolean): boolean {
    if (typed === this.query.codes.length) {
      this.end = at;
      this.isWhole = isWhole;
      return true;
    }
    const own = this.name!.codes[at];
    if (own === undefined) return false;
    const key = at * (LONGEST + 1) + typed;
    if (this.failed?.has(key) === true) return false;
    if (this.byItself(own, at, typed) || this.byReading(at, typed)) return true;
    if (++this.walked > PLAIN_STEPS) (this.failed ??= new Set()).add(key);
    return false;
  }

  private byItself(own: number, at: number, typed: number): boolean {
    if (!isTypedFor(this.query.codes[typed]!, own)) return false;
    if (this.step(at, null, 1, at + 1, typed + 1)) return true;
    const { sounds, starts } = this.name!;
    if (!this.loose || sounds[at] !== null || starts[at] !== true) return false;
    // The initial of a Latin word: the next word goes on.
    const next = starts.indexOf(true, at + 1);
    return next > at + 1 && this.step(at, null, 1, next, typed + 1);
  }

  private byReading(at: number, typed: number): boolean {
    const sounds = this.name!.sounds[at];
    if (!sounds) return false;
    const { readings } = sounds;
    const left = this.query.codes.length - typed;
    for (const reading of readings) {
      if (this.lettersOf(reading, typed) === reading.length && this.step(at, reading, reading.length, at + 1, typed + reading.length)) return true;
    }
    for (const reading of readings) {
      if (this.lettersOf(reading, typed) === left) return this.step(at, reading, left, at + 1, typed + left);
    }
    if (!this.loose) return false;
    for (const reading of readings) {
      const equal = this.lettersOf(reading, typed);
      for (let taken = Math.min(equal, isTwoLetterInitial(reading) ? 2 : 1); taken > 0; taken--) {
        if (taken < reading.length && this.step(at, reading, taken, at + 1, typed + taken)) return true;
      }
    }
    return false;
  }

  private step(at: number, reading: string | null, taken: number, next: number, typed: number): boolean {
    this.steps?.push({ at, reading, taken });
    if (this.from(next, typed, reading === null || taken === reading.length)) return true;
    this.steps?.pop();
    return false;
  }

  /** How many letters of a reading are typed from here on. */
  private lettersOf(reading: string, typed: number): number {
    const { codes } = this.query;
    let count = 0;
    while (count < reading.length && typed + count < codes.length && isTypedFor(codes[typed + count]!, reading.charCodeAt(count))) count++;
    return count;
  }
}

/** One name's answer to one query; null = none. */
export const matchName = (query: SearchQuery, name: SearchName): NameMatch | null => new NameMatcher(query).match(name);

const [U, V, U_UMLAUT] = [0x75, 0x76, 0xfc];

/** ü is typed as v, as u where the keyboard has none, or as itself. */
const isTypedFor = (typed: number, own: number): boolean => typed === own || (own === U_UMLAUT && (typed === V || typed === U));

const isTwoLetterInitial = (reading: string): boolean => reading[1] === 'h' && (reading[0] === 'z' || reading[0] === 'c' || reading[0] === 's');
