import { type FoldedText, foldText } from './fold-text';

/** How a Chinese character may sound. */
export interface CharSounds {
  /** Toneless, all that it has: 行 → [xing, hang, heng]. */
  readonly readings: readonly string[];
  /** A bit for every letter of them, and for every one they begin with (see `letterMask`). */
  readonly mask: number;
  readonly heads: number;
}

/** A name made ready to be looked for, again and again. */
export interface SearchName extends FoldedText {
  readonly text: string;
  /** How its Chinese characters sound here, toned and parted by blanks: `zhāng wěi`; '' without any, or as long as that is not known. */
  readonly sound: string;
  /** Of each letter; null where it is compared as itself only. */
  readonly sounds: readonly (CharSounds | null)[];
  /** Which Latin letters a search may hit each letter by first, any of them by first, and the name by at all: these rule most names out. */
  readonly heads: readonly number[];
  readonly headMask: number;
  readonly mask: number;
}

/** Sounds of a character from its toneless readings. */
export const charSounds = (readings: readonly string[]): CharSounds => ({
  readings,
  mask: readings.reduce((mask, reading) => mask | maskOf(reading), 0),
  heads: readings.reduce((mask, reading) => mask | letterMask(reading.charAt(0)), 0),
});

/** Without sounds a name is found by its own characters only. */
export function searchName(text: string, sound: string, soundsOf: ReadonlyMap<string, CharSounds>): SearchName {
  const folded = foldText(text);
  const sounds: (CharSounds | null)[] = [];
  const heads: number[] = [];
  let [mask, headMask] = [0, 0];
  for (const letter of folded.letters) {
    const own = soundsOf.get(letter) ?? null;
    const itself = letterMask(letter);
    sounds.push(own);
    const head = own === null ? itself : own.heads;
    heads.push(head);
    headMask |= head;
    mask |= own === null ? itself : own.mask;
  }
  return { ...folded, text, sound, sounds, heads, headMask, mask };
}

/** a … z a bit each, ü those of what is typed for it (ü, v, u); all else none. */
export function letterMask(letter: string): number {
  if (letter === '\u00fc') return (1 << 20) | (1 << 21);
  const place = letter.length === 1 ? letter.charCodeAt(0) - 97 : -1;
  return place >= 0 && place < 26 ? 1 << place : 0;
}

function maskOf(text: string): number {
  let mask = 0;
  for (const letter of text) mask |= letterMask(letter);
  return mask;
}
