import { useCallback, useRef, useState } from 'react';

/** One long task at a time: while one runs the others cannot be started, whatever is clicked. */
export interface Task {
  /** What is running; null = nothing. */
  readonly running: string | null;
  readonly run: (name: string, work: () => Promise<void>) => void;
}

/** A bug in the work reaches the page's boundary; expected failures are the work's own to tell. */
export function useTask(): Task {
  const [running, setRunning] = useState<string | null>(null);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  const busy = useRef(false);
  const run = useCallback((name: string, work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setRunning(name);
    const settle = () => {
      busy.current = false;
      setRunning(null);
    };
    work().then(settle, (error: unknown) => {
      settle();
      setFault({ error });
    });
  }, []);
  if (fault !== null) throw fault.error;
  return { running, run };
}
