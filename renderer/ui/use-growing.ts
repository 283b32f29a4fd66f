import { startTransition, useEffect, useState } from 'react';

/** More than any screen shows at once. */
const FIRST = 80;
const PIECE = 80;
const LATEST_MS = 1_000;

/**
 * How many of `count` rows to draw: at first what a screen can show, then more in idle moments until all are there, so that a
 * long list neither delays its first lines nor lacks its last (searching in the page, printing). Never fewer than `least`.
 */
export function useGrowing(count: number, least = 0): number {
  const [grown, setGrown] = useState(FIRST);
  const drawn = Math.max(grown, least);
  useEffect(() => {
    if (drawn >= count) return;
    const idle = requestIdleCallback(() => startTransition(() => setGrown(drawn + PIECE)), { timeout: LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
