import { createContext, use, useEffect, useId } from 'react';

/** A list that shows only what is in view: how long it is, and whether all of it is here. */
interface LongList {
  readonly total: number;
  readonly ready: boolean;
}

/** What the shell tells its pages while it prints one of them, and what their lists tell the shell. */
export interface PrintMode {
  /** Everything is drawn, not only what is in view. */
  readonly printing: boolean;
  readonly lists: Map<string, LongList>;
  /** Asks how to print what is on the screen. */
  readonly ask: () => void;
}

/** Without a shell around it nothing is ever printed. */
const Mode = createContext<PrintMode>({ printing: false, lists: new Map(), ask: () => undefined });
export const PrintModeProvider = Mode;

/**
 * For a list that draws only the rows in view: true while all `total` of them have to be drawn, for a print that waits until
 * `ready` (they are loaded and drawn).
 */
export function usePrintAll(total: number, ready: boolean): boolean {
  const { printing, lists } = use(Mode);
  const id = useId();
  useEffect(() => {
    lists.set(id, { total, ready });
    return () => void lists.delete(id);
  }, [lists, id, total, ready]);
  return printing;
}

/** Opens the question how to print what is on the screen, as Ctrl/⌘ P does. */
export const useAskToPrint = (): (() => void) => use(Mode).ask;
