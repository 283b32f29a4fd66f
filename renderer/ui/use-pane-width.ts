import { useMediaQuery } from '@mantine/hooks';
import { use, useState } from 'react';
import { PaneWidthsContext } from './pane-widths';

/** How far a pane may be made narrower and wider than it is by itself. */
const [NARROWEST, WIDEST] = [0.6, 2];

export interface PaneWidth {
  readonly width: number;
  readonly least: number;
  readonly most: number;
  /** While it is dragged. */
  readonly draw: (width: number) => void;
  /** Kept for this machine; null = as it is by itself. */
  readonly keep: (width: number | null) => void;
}

/** The width of a pane that can be dragged, `own` px by itself. Null in windows below 1360 px: there panes keep their rule. */
export function usePaneWidth(name: string, own: number): PaneWidth | null {
  const { widths, setWidth } = use(PaneWidthsContext);
  const [drawn, setDrawn] = useState<number | null>(null);
  const isWide = useMediaQuery('(min-width: 1360px)', globalThis.matchMedia?.('(min-width: 1360px)').matches ?? false);
  if (!isWide) return null;
  const [least, most] = [Math.round(own * NARROWEST), own * WIDEST];
  const within = (width: number) => Math.round(Math.min(most, Math.max(least, width)));
  return {
    width: within(drawn ?? widths[name] ?? own),
    least,
    most,
    draw: (width) => setDrawn(within(width)),
    keep: (width) => {
      setDrawn(null);
      setWidth(name, width === null || within(width) === own ? null : within(width));
    },
  };
}
