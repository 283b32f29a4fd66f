import { useCallback, useState } from 'react';

/** Runs something the user asked for; a bug in it reaches the page's boundary. */
export function useWork(): { readonly busy: boolean; readonly run: (work: () => Promise<void>) => void } {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  if (fault !== null) throw fault.error;
  const run = useCallback((work: () => Promise<void>) => {
    setBusy(true);
    work().catch((error: unknown) => setFault({ error })).finally(() => setBusy(false));
  }, []);
  return { busy, run };
}
