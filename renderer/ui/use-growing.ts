import { startTransition, useEffect, useState } from 'react';
import { usePrintAll } from './print-mode';

/** The lowest rows there are. */
const ROW_PX = 26;
const PIECE = 80;
/** As many as the window could show at once. */
const firstRows = (): number => Math.ceil(window.innerHeight / ROW_PX) + 2;
const LATEST_MS = 1_000;

/**
 * How many of `count` rows to draw: at first what a screen can show, then more in idle moments until all are there, so that a
 * long list neither delays its first lines nor lacks its last (searching in the page). Never fewer than `least`; on paper all.
 */
export function useGrowing(count: number, least = 0): number {
  const [grown, setGrown] = useState(firstRows);
  const known = Math.max(grown, least);
  const drawn = usePrintAll(count, true) ? Math.max(known, count) : known;
  useEffect(() => {
    if (drawn >= count) return;
    const idle = requestIdleCallback(() => startTransition(() => setGrown(drawn + PIECE)), { timeout: LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
