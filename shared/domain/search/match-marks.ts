import type { MatchStep, NameMatch } from './match-name';
import type { SearchName } from './search-name';

/** A stretch of a text, in UTF-16 places, end excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What to mark of a name and of its pinyin, in order, never overlapping; none of the pinyin where it was not hit by its sound. */
export interface MatchMarks {
  readonly text: readonly TextRange[];
  readonly sound: readonly TextRange[];
}

/** Neighbours are one stretch: `zhāng w` of zhāng wěi, with the blank. */
export function matchMarks(name: SearchName, { steps }: NameMatch): MatchMarks {
  return {
    text: joined(steps.map(({ at }) => ({ from: name.from[at]!, to: name.to[at]! })), 0),
    sound: joined(soundRanges(name, steps), 1),
  };
}

/** The pinyin from the word on in which it was first hit, with its marks: of 只看 张伟 for `zhang` no more than zhāng wěi. Nothing hit: all of it. */
export function soundFromWord(name: SearchName, { sound }: MatchMarks): { readonly text: string; readonly ranges: readonly TextRange[] } {
  const first = sound[0];
  if (first === undefined) return { text: name.sound, ranges: [] };
  let [begin, at] = [0, 0];
  for (const [letter, sounds] of name.sounds.entries()) {
    if (sounds === null) continue;
    if (at > first.from) break;
    if (name.starts[letter] === true) begin = at;
    at = name.sound.indexOf(' ', at) + 1;
    if (at === 0) break;
  }
  return { text: name.sound.slice(begin), ranges: sound.map(({ from, to }) => ({ from: from - begin, to: to - begin })) };
}

function soundRanges({ sound, sounds }: SearchName, steps: readonly MatchStep[]): TextRange[] {
  if (sound === '') return [];
  const syllables = sound.split(' ');
  const begins: number[] = [];
  let begin = 0;
  for (const syllable of syllables) {
    begins.push(begin);
    begin += syllable.length + 1;
  }
  const syllableOf = new Map<number, number>();
  for (const [at, own] of sounds.entries()) if (own !== null) syllableOf.set(at, syllableOf.size);
  return steps.flatMap(({ at, reading, taken }) => {
    const which = syllableOf.get(at);
    // Hit by another of its readings than the one it has here: that one is not shown.
    if (which === undefined || reading === null || toneless(syllables[which] ?? '') !== reading) return [];
    return [{ from: begins[which]!, to: begins[which]! + taken }];
  });
}

/** lǚ → lü. */
const toneless = (syllable: string): string => syllable.normalize('NFD').replace(/[\u0300\u0301\u0304\u030c]/g, '').normalize('NFC');

/** One stretch of those that lie no further apart than `gap`. */
function joined(ranges: readonly TextRange[], gap: number): TextRange[] {
  const all: TextRange[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last !== undefined && range.from <= last.to + gap) all[all.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else all.push(range);
  }
  return all;
}
