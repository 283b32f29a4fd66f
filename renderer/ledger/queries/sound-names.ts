import type { SoundedNames } from '@shared/contracts/sounded-names';

/** As many are worked out at a stretch; then whoever else asks the worker has a turn. */
const SLICE = 500;

/**
 * How names sound, in their order. The dictionary is loaded when it is first needed. A leading surname sounds as one where
 * `as` says that they are people: 单 is shàn there, dān in a product.
 */
export async function soundNames(names: readonly string[], as: 'people' | 'names'): Promise<SoundedNames> {
  const { pinyin, polyphonic } = await import('pinyin-pro');
  const readings: Record<string, string> = {};
  const sounds: string[] = [];
  for (const [place, name] of names.entries()) {
    if (place > 0 && place % SLICE === 0) await new Promise((resolve) => setTimeout(resolve));
    const syllables = pinyin(name, { type: 'array', toneType: 'symbol', surname: as === 'people' ? 'head' : 'off' });
    const own: string[] = [];
    for (const [at, char] of Array.from(name).entries()) {
      const syllable = syllables[at];
      if (!isHan.test(char) || syllable === undefined || syllable === char) continue;
      readings[char] ??= [...new Set(polyphonic(char, { type: 'array', toneType: 'none' })[0])].join(' ');
      own.push(syllable);
    }
    sounds.push(own.join(' '));
  }
  return { names, sounds, readings };
}

const isHan = /\p{Script=Han}/u;
