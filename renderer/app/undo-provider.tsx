import { type ReactNode, createContext, use } from 'react';
import { type Undo, useUndo } from './use-undo';

const Context = createContext<Undo | null>(null);

/** Watches what can be undone once for the whole window, and its keys. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  return <Context value={useUndo()}>{children}</Context>;
}

/** What can be undone and redone now: for the buttons and the commands. */
export function useUndoSteps(): Undo {
  const undo = use(Context);
  if (!undo) throw new Error('No undo here');
  return undo;
}
