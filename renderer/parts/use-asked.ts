import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { z } from 'zod';

/** What a page can be asked for by its address: `#/data?do=choose` opens the file dialog there. */
const askedSchema = z.object({ do: z.enum(['choose', 'makeCopy', 'exportPack', 'allocate', 'commit']).optional().catch(undefined) });
export type AskedTask = NonNullable<z.infer<typeof askedSchema>['do']>;

/** Runs once what the address asks for, as soon as the page can (`run` not null), and takes it out of the address. */
export function useAsked(task: AskedTask, run: (() => void) | null): void {
  const asked = askedSchema.parse(useSearch({ strict: false })).do;
  const navigate = useNavigate();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const due = asked === task && run !== null;
  useEffect(() => {
    if (!due) return;
    void navigate({ to: '.', replace: true, search: (previous: object) => ({ ...previous, do: undefined }) });
    latest.current?.();
  }, [due, navigate]);
}
