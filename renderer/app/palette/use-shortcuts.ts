import { useEffect, useRef } from 'react';
import { isTextField } from '../undo-key';
import type { Command } from './command';
import { type Shortcut, chordOf, takeChord } from './shortcut';

/** As long the second key of `g t` is waited for. */
const WAIT_MS = 1500;

/** Runs commands by their keys: none over an open dialog, and in a text field those with Ctrl alone, but for what undoes typing there. */
export function useShortcuts(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    let pending: Shortcut = [];
    let pressedAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const chord = chordOf(event);
      if (chord === null) return;
      if (isTextField(event.target) && !inFields.has(chord)) return;
      if (document.querySelector('[aria-modal="true"]') !== null) return;
      const taken = takeChord(latest.current, event.timeStamp - pressedAt > WAIT_MS ? [] : pending, chord);
      pending = taken.pending;
      pressedAt = event.timeStamp;
      if (taken.hit === null) return;
      event.preventDefault();
      if (taken.hit.enabled) taken.hit.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const inFields: ReadonlySet<string> = new Set(['Mod+K', 'Mod+/', 'Mod+Shift+N']);
