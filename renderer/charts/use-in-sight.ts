import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isForPaper } from './paper-drawing';

const LATEST_MS = 1_000;

/**
 * Whether a picture is to be drawn now: at once where it can be seen, else in an idle moment soon after, so that what lies
 * below the fold does not delay what lies above it. On paper everything is drawn at once.
 */
export function useInSight<E extends Element>(): { readonly place: RefObject<E | null>; readonly drawn: boolean } {
  const place = useRef<E>(null);
  const [drawn, setDrawn] = useState(isForPaper);
  if (!drawn && isForPaper()) setDrawn(true);
  useLayoutEffect(() => {
    const { top } = place.current?.getBoundingClientRect() ?? { top: 0 };
    if (top < window.innerHeight) setDrawn(true);
  }, []);
  useEffect(() => {
    if (drawn) return;
    const idle = requestIdleCallback(() => startTransition(() => setDrawn(true)), { timeout: LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [drawn]);
  return { place, drawn };
}
