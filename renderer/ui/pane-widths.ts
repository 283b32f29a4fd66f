import { createContext } from 'react';

interface PaneWidths {
  /** Widths in px of panes that were made wider or narrower, by the pane's name. */
  readonly widths: Readonly<Record<string, number>>;
  /** Null = as it is by itself. */
  readonly setWidth: (name: string, width: number | null) => void;
}

/** Remembered widths; where nobody remembers, panes stand as they are by themselves. */
export const PaneWidthsContext = createContext<PaneWidths>({ widths: {}, setWidth: () => undefined });
