import { useState } from 'react';

/** Text being typed over a stored one: starts over from the stored one whenever that changes. */
export function useDraft(stored: string): readonly [draft: string, setDraft: (text: string) => void] {
  const [typed, setTyped] = useState({ over: stored, text: stored });
  // Set while drawing, as React advises: an undo back to an earlier text must not bring the old draft back.
  if (typed.over !== stored) setTyped({ over: stored, text: stored });
  return [typed.over === stored ? typed.text : stored, (text) => setTyped({ over: stored, text })];
}
