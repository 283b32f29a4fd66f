interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  readonly target: EventTarget | null;
}

/**
 * Which way a key press goes: Ctrl/⌘ Z back, Ctrl/⌘ Shift Z or Ctrl Y forward, else null.
 * Not while an input method composes, nor inside a text field: there the field undoes its own typing.
 */
export function undoKey(event: Pressed): 'undo' | 'redo' | null {
  if (event.defaultPrevented || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  if (isTextField(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : null;
}

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file']);

/** Whether what is typed goes into a text field: single letters are no shortcuts there. */
export function isTextField(target: EventTarget | null): boolean {
  if (target === null || !('tagName' in target)) return false;
  if ('isContentEditable' in target && target.isContentEditable === true) return true;
  if (target.tagName === 'TEXTAREA') return !isReadOnly(target);
  return target.tagName === 'INPUT' && 'type' in target && !NOT_TEXT.has(String(target.type)) && !isReadOnly(target);
}

const isReadOnly = (target: EventTarget): boolean => 'readOnly' in target && target.readOnly === true;
