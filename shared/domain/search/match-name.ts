import { foldText } from './fold-text';
import { type SearchName, letterMask } from './search-name';

/** What is looked for, made ready once for all names. */
export interface SearchQuery {
  readonly letters: readonly string[];
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

/** `  Zhāng-W ` → zhangw. A query without letters and figures finds everything. */
export function searchQuery(text: string): SearchQuery {
  const letters = foldText(text).letters.slice(0, LONGEST);
  // A typed ü is one of two bits that a name's ü sets; a typed v or u asks for its own.
  return { letters, mask: letters.reduce((mask, letter) => mask | (letter === '\u00fc' ? 1 << 21 : letterMask(letter)), 0) };
}

/**
 * How a name answers to a query: by its characters, the full pinyin of any of their readings (the last syllable may be
 * unfinished; v, u and ü are one), initials (z or zh), Latin words, or any mixture (`张w`, `zwei`). Null = not at all.
 * What answers to a query answers to every shorter one that it begins with.
 */
export function matchName(query: SearchQuery, name: SearchName): NameMatch | null {
  if (query.letters.length === 0) return { rank: 1, steps: [] };
  if ((name.mask & query.mask) !== query.mask) return null;
  let best: NameMatch | null = null;
  const full = new Walk(query, name, false);
  const loosely = new Walk(query, name, true);
  for (let start = 0; start < name.letters.length; start++) {
    const steps = full.from(start);
    if (steps !== null) {
      const rank = start === 0 ? (isWhole(steps, name) ? 0 : 1) : name.starts[start] ? 2 : 4;
      if (best === null || rank < best.rank) best = { rank, steps };
    } else if ((best === null || best.rank > 3) && (start === 0 || name.starts[start] === true || best === null)) {
      const loose = loosely.from(start);
      const rank = start === 0 || name.starts[start] === true ? 3 : 4;
      if (loose !== null && (best === null || rank < best.rank)) best = { rank, steps: loose };
    }
    // Nothing that begins later can be better.
    if (best !== null && best.rank <= 1) break;
  }
  return best;
}

const isWhole = (steps: readonly MatchStep[], name: SearchName): boolean => {
  const last = steps.at(-1);
  return last !== undefined && last.at === name.letters.length - 1 && (last.reading === null || last.taken === last.reading.length);
};

/** Tries to lay the query along a name. What failed once is not tried again: names and queries may repeat themselves. */
class Walk {
  /** Made when first needed: most walks end at their first step. */
  private failed: Set<number> | null = null;
  private readonly steps: MatchStep[] = [];

  constructor(
    private readonly query: SearchQuery,
    private readonly name: SearchName,
    /** Initials count too. */
    private readonly loose: boolean,
  ) {}

  from(start: number): readonly MatchStep[] | null {
    this.steps.length = 0;
    return this.walk(start, 0) ? [...this.steps] : null;
  }

  private walk(at: number, typed: number): boolean {
    const { letters } = this.query;
    if (typed === letters.length) return true;
    const own = this.name.letters[at];
    if (own === undefined) return false;
    const key = at * (LONGEST + 1) + typed;
    if (this.failed?.has(key) === true) return false;
    if (this.byItself(own, at, typed) || this.byReading(at, typed)) return true;
    // Where a walk begins it fails once only.
    if (typed > 0) (this.failed ??= new Set()).add(key);
    return false;
  }

  private byItself(own: string, at: number, typed: number): boolean {
    if (!sameLetter(this.query.letters[typed]!, own)) return false;
    if (this.step({ at, reading: null, taken: 1 }, at + 1, typed + 1)) return true;
    if (!this.loose || this.name.readings[at] !== null || this.name.starts[at] !== true) return false;
    // The initial of a Latin word: the next word goes on.
    const next = this.name.starts.indexOf(true, at + 1);
    return next > at + 1 && this.step({ at, reading: null, taken: 1 }, next, typed + 1);
  }

  private byReading(at: number, typed: number): boolean {
    const readings = this.name.readings[at];
    if (!readings) return false;
    const left = this.query.letters.length - typed;
    for (const reading of readings) {
      if (this.lettersOf(reading, typed) === reading.length && this.step({ at, reading, taken: reading.length }, at + 1, typed + reading.length)) return true;
    }
    for (const reading of readings) {
      if (this.lettersOf(reading, typed) < left) continue;
      this.steps.push({ at, reading, taken: left });
      return true;
    }
    if (!this.loose) return false;
    for (const reading of readings) {
      const equal = this.lettersOf(reading, typed);
      for (let taken = /^[zcs]h/.test(reading) ? 2 : 1; taken > 0; taken--) {
        if (equal >= taken && taken < reading.length && this.step({ at, reading, taken }, at + 1, typed + taken)) return true;
      }
    }
    return false;
  }

  private step(step: MatchStep, at: number, typed: number): boolean {
    this.steps.push(step);
    if (this.walk(at, typed)) return true;
    this.steps.pop();
    return false;
  }

  /** How many letters of a reading are typed from here on. */
  private lettersOf(reading: string, typed: number): number {
    const { letters } = this.query;
    let count = 0;
    while (count < reading.length && typed + count < letters.length && sameLetter(letters[typed + count]!, reading[count]!)) count++;
    return count;
  }
}

/** ü is typed as v, as u where the keyboard has none, or as itself. */
const sameLetter = (typed: string, own: string): boolean => typed === own || (own === '\u00fc' && (typed === 'v' || typed === 'u'));
