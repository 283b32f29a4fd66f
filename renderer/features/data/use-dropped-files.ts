import type { FileToken } from '@shared/contracts/headless-command';
import { useEffect, useRef, useState } from 'react';
import { onEvent } from '@renderer/platform/workbench';

/** Takes files that are let go anywhere over the window while `takes`; true while some are held over it. `unread` names files that cannot be opened. */
export function useDroppedFiles(takes: boolean, onFiles: (files: readonly FileToken[], unread: readonly string[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    if (!takes) return;
    // Entering a child leaves its parent: only the outermost counts.
    let depth = 0;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const show = (change: number) => {
      depth = Math.max(0, depth + change);
      setOver(depth > 0);
    };
    const listeners = {
      dragenter: (event: DragEvent) => holdsFiles(event) && show(1),
      dragleave: (event: DragEvent) => holdsFiles(event) && show(-1),
      // Both say that the files are taken here; preload sees it on the drop and tells main.
      dragover: (event: DragEvent) => holdsFiles(event) && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        show(-depth);
      },
    };
    const names = ['dragenter', 'dragleave', 'dragover', 'drop'] as const;
    for (const name of names) document.addEventListener(name, listeners[name]);
    const stop = onEvent('files.dropped', ({ files, unread }) => latest.current(files, unread));
    return () => {
      for (const name of names) document.removeEventListener(name, listeners[name]);
      stop();
      setOver(false);
    };
  }, [takes]);
  return over;
}
