import { useState } from 'react';

/** Rows that PageUp and PageDown go over. */
const PAGE = 8;

interface Cursor {
  /** The row that Enter opens; -1 without rows. */
  readonly at: number;
  readonly point: (at: number) => void;
  /** True when the key moved it: up and down go round. */
  readonly take: (key: string) => boolean;
}

/** Which row of a list is meant; another list (`of`) begins at its top. */
export function useCursor(count: number, of: unknown): Cursor {
  const [held, setHeld] = useState({ at: 0, of });
  const at = count === 0 ? -1 : held.of === of ? Math.min(held.at, count - 1) : 0;
  const point = (next: number) => setHeld({ at: next, of });
  const take = (key: string): boolean => {
    const next = target(key, at, count);
    if (next === null) return false;
    point(next);
    return true;
  };
  return { at, point, take };
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown': return at + 1 < count ? at + 1 : 0;
    case 'ArrowUp': return at > 0 ? at - 1 : count - 1;
    case 'PageDown': return Math.min(count - 1, at + PAGE);
    case 'PageUp': return Math.max(0, at - PAGE);
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return null;
  }
}
