import { describe, expect, test } from 'vitest';
import { undoKey } from '@renderer/app/undo-key';

const pressed = (fields: Partial<Parameters<typeof undoKey>[0]>) => undoKey({ key: 'z', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, isComposing: false, defaultPrevented: false, target: null, ...fields });
/** A stand-in for an element: node has no DOM, and only these fields are looked at. */
const element = (fields: object): EventTarget => Object.assign(new EventTarget(), fields);

describe('undo and redo by key', () => {
  test('Ctrl Z and ⌘ Z undo, with Shift they redo, Ctrl Y redoes', () => {
    expect(pressed({})).toBe('undo');
    expect(pressed({ ctrlKey: false, metaKey: true })).toBe('undo');
    expect(pressed({ key: 'Z', shiftKey: true })).toBe('redo');
    expect(pressed({ key: 'y' })).toBe('redo');
  });

  test('a plain z and other chords do nothing', () => {
    expect(pressed({ ctrlKey: false })).toBeNull();
    expect(pressed({ altKey: true })).toBeNull();
    expect(pressed({ key: 'x' })).toBeNull();
  });

  test('typing keeps its own undo: text fields, text areas, editors, input methods', () => {
    expect(pressed({ target: element({ tagName: 'INPUT', type: 'text' }) })).toBeNull();
    expect(pressed({ target: element({ tagName: 'TEXTAREA' }) })).toBeNull();
    expect(pressed({ target: element({ tagName: 'DIV', isContentEditable: true }) })).toBeNull();
    expect(pressed({ isComposing: true })).toBeNull();
  });

  test('what cannot be typed into does not get in the way', () => {
    expect(pressed({ target: element({ tagName: 'INPUT', type: 'checkbox' }) })).toBe('undo');
    expect(pressed({ target: element({ tagName: 'INPUT', type: 'text', readOnly: true }) })).toBe('undo');
    expect(pressed({ target: element({ tagName: 'BUTTON' }) })).toBe('undo');
  });

  test('a key that the page has used already is left alone', () => {
    expect(pressed({ defaultPrevented: true })).toBeNull();
  });
});
