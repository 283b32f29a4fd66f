import { useEffect, useState } from 'react';

/** How many files are held over the window right now; says to the engine that they may be let go anywhere. 0 = none. */
export function useHeldFiles(): number {
  const [held, setHeld] = useState(0);
  useEffect(() => {
    // Entering a child leaves its parent: only the outermost counts.
    let depth = 0;
    const countOf = (event: DragEvent): number => {
      const { dataTransfer } = event;
      if (!dataTransfer?.types.includes('Files')) return 0;
      return Math.max(1, [...dataTransfer.items].filter(({ kind }) => kind === 'file').length);
    };
    const move = (event: DragEvent, change: number) => {
      depth = Math.max(0, depth + change);
      setHeld(depth > 0 ? countOf(event) : 0);
    };
    const listeners = {
      dragenter: (event: DragEvent) => countOf(event) > 0 && move(event, 1),
      dragleave: (event: DragEvent) => countOf(event) > 0 && move(event, -1),
      // Both say that the files are taken here; preload sees it on the drop and tells main.
      dragover: (event: DragEvent) => countOf(event) > 0 && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (countOf(event) === 0) return;
        event.preventDefault();
        move(event, -depth);
      },
    };
    const names = ['dragenter', 'dragleave', 'dragover', 'drop'] as const;
    for (const name of names) document.addEventListener(name, listeners[name]);
    return () => {
      for (const name of names) document.removeEventListener(name, listeners[name]);
    };
  }, []);
  return held;
}
