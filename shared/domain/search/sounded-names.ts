import type { SoundedNames } from '../../contracts/sounded-names';
import { type CharSounds, type SearchName, charSounds, searchName } from './search-name';

/** Names with their sounds made ready to be looked for: those from place `from` to `to` (excluded), all without them. */
export function soundedNames({ names, sounds, readings }: SoundedNames, from = 0, to = names.length): SearchName[] {
  const known = readingsOf(readings);
  return names.slice(from, to).map((name, at) => searchName(name, sounds[from + at] ?? '', known));
}

/** Readings of one answer are taken apart once, however many stretches of it are made ready. */
const takenApart = new WeakMap<SoundedNames['readings'], Map<string, CharSounds>>();

function readingsOf(readings: SoundedNames['readings']): Map<string, CharSounds> {
  const before = takenApart.get(readings);
  if (before !== undefined) return before;
  const apart = new Map(Object.entries(readings).map(([char, own]) => [char, charSounds(own.split(' '))]));
  takenApart.set(readings, apart);
  return apart;
}
