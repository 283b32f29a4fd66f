/**
 * Keys as one presses them: chords one after the other, `['g', 't']`, each like `Mod+Shift+Z`, `Alt+ArrowLeft`, `?`.
 * Mod is Ctrl, and ⌘ on a Mac.
 */
export type Shortcut = readonly string[];

/** What of a key press decides. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The chord of a key press; null while only Ctrl, Alt and the like are down. Shift counts with Mod alone: `?` is `?` on any keyboard. */
export function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): string | null {
  if (['Control', 'Meta', 'Shift', 'Alt', 'Process', 'Dead', 'Unidentified'].includes(key)) return null;
  const isMod = ctrlKey || metaKey;
  const name = key.length > 1 ? key : isMod ? key.toUpperCase() : key.toLowerCase();
  return [...(isMod ? ['Mod'] : []), ...(altKey ? ['Alt'] : []), ...(isMod && shiftKey ? ['Shift'] : []), name].join('+');
}

/** Chords pressed so far, taken on by one: which shortcut that completes, and which may still be completed. */
export function takeChord<T extends { readonly shortcuts: readonly Shortcut[] }>(all: readonly T[], before: Shortcut, chord: string): { readonly hit: T | null; readonly pending: Shortcut } {
  for (const pressed of before.length > 0 ? [[...before, chord], [chord]] : [[chord]]) {
    const begins = (shortcut: Shortcut) => pressed.every((each, at) => shortcut[at] === each);
    const hit = all.find(({ shortcuts }) => shortcuts.some((shortcut) => shortcut.length === pressed.length && begins(shortcut)));
    if (hit !== undefined) return { hit, pending: [] };
    if (all.some(({ shortcuts }) => shortcuts.some(begins))) return { hit: null, pending: pressed };
  }
  return { hit: null, pending: [] };
}

const SIGNS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', PageUp: 'PgUp', PageDown: 'PgDn', Delete: 'Del' };
const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** The keys of a chord as they are written on them: [Ctrl, Shift, Z], on a Mac [⌘, ⇧, Z]. */
export function chordKeys(chord: string, isMac: boolean): string[] {
  return chord.split('+').map((key) => {
    const named = isMac ? MAC_SIGNS[key] : key === 'Mod' ? 'Ctrl' : undefined;
    return named ?? SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}

export const isMac = (): boolean => /Mac/.test(navigator.userAgent);
