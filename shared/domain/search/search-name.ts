import { type FoldedText, foldText } from './fold-text';

/** A name made ready to be looked for, again and again. */
export interface SearchName extends FoldedText {
  readonly text: string;
  /** How its Chinese characters sound here, toned and parted by blanks: `zhāng wěi`; '' without any, or as long as that is not known. */
  readonly sound: string;
  /** Toneless readings of each letter; null where it is compared as itself only. */
  readonly readings: readonly (readonly string[] | null)[];
  /** One bit for every Latin letter that a search may hit it by: most names are ruled out by it alone. */
  readonly mask: number;
}

/** Toneless readings of Chinese characters, all that each has: 行 → [xing, hang, heng]. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** Without readings a name is found by its own characters only. */
export function searchName(text: string, sound: string, readings: Readings): SearchName {
  const folded = foldText(text);
  const own = folded.letters.map((letter) => readings.get(letter) ?? null);
  let mask = 0;
  for (const [at, letter] of folded.letters.entries()) {
    mask |= letterMask(letter);
    for (const reading of own[at] ?? []) for (const each of reading) mask |= letterMask(each);
  }
  return { ...folded, text, sound, readings: own, mask };
}

/** a … z a bit each, ü those of what is typed for it (ü, v, u); all else none. */
export function letterMask(letter: string): number {
  if (letter === '\u00fc') return (1 << 20) | (1 << 21);
  const place = letter.length === 1 ? letter.charCodeAt(0) - 97 : -1;
  return place >= 0 && place < 26 ? 1 << place : 0;
}
