import { useCallback, useLayoutEffect, useRef } from 'react';

/** A handler that stays the same object while it does what the last drawing says, so that memoised parts are not drawn again for it. Not for use while drawing. */
export function useSteady<A extends readonly unknown[]>(act: (...given: A) => void): (...given: A) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}
