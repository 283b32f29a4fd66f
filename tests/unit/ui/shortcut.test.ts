import { describe, expect, test } from 'vitest';
import { pageKeys } from '@renderer/app/palette/page-keys';
import { chordKeys, chordOf, takeChord } from '@renderer/app/palette/shortcut';

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('a key press is', () => {
  test.each([
    [{ ...NONE, key: 'k', ctrlKey: true }, 'Mod+K'],
    [{ ...NONE, key: 'k', metaKey: true }, 'Mod+K'],
    [{ ...NONE, key: 'Z', ctrlKey: true, shiftKey: true }, 'Mod+Shift+Z'],
    [{ ...NONE, key: '/', ctrlKey: true }, 'Mod+/'],
    [{ ...NONE, key: 'ArrowLeft', altKey: true }, 'Alt+ArrowLeft'],
    [{ ...NONE, key: '?', shiftKey: true }, '?'],
    [{ ...NONE, key: 'G', shiftKey: true }, 'g'],
    [{ ...NONE, key: 'Control', ctrlKey: true }, null],
    [{ ...NONE, key: 'Process' }, null],
  ])('%j: %s', (pressed, chord) => expect(chordOf(pressed)).toBe(chord));
});

describe('chords lead to a command', () => {
  const targets = { id: 'targets', shortcuts: [['g', 't']] };
  const undo = { id: 'undo', shortcuts: [['Mod+Z'], ['t']] };
  const all = [targets, undo];

  test('one after the other', () => {
    const first = takeChord(all, [], 'g');
    expect(first).toEqual({ hit: null, pending: ['g'] });
    expect(takeChord(all, first.pending, 't')).toEqual({ hit: targets, pending: [] });
  });

  test('at once, and a wrong second key is taken as a first one', () => {
    expect(takeChord(all, [], 't').hit).toBe(undo);
    expect(takeChord(all, ['g'], 'Mod+Z').hit).toBe(undo);
    expect(takeChord(all, ['g'], 'g')).toEqual({ hit: null, pending: ['g'] });
    expect(takeChord(all, ['g'], 'x')).toEqual({ hit: null, pending: [] });
  });
});

test('keys are written as they stand on the keyboard', () => {
  expect(chordKeys('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(chordKeys('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(chordKeys('Alt+ArrowLeft', false)).toEqual(['Alt', '←']);
  expect(chordKeys('g', false)).toEqual(['G']);
});

test('every page has a letter of its own, the first of its path that is free', () => {
  expect(pageKeys(['/targets', '/team', '/tea', '/a', '/a'])).toEqual(['t', 'e', 'a', null, null]);
});
