import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type AnalysisSetup, readSetup, viewOf, writeSetup } from './analysis-address';

interface SetupState {
  readonly setup: AnalysisSetup;
  /** Changes some of it; a step of the history each time. */
  readonly change: (fields: Partial<AnalysisSetup>) => void;
  /** Shows a saved view: nothing of the setup in hand stays. */
  readonly open: (view: Readonly<Record<string, string>>) => void;
}

/** How the page is set up: kept in its address and nowhere else, so that back, forward and saved views hold it. */
export function useAnalysisSetup(): SetupState {
  const search: unknown = useSearch({ strict: false });
  const text = JSON.stringify(viewOf(readSetup(search)));
  const navigate = useNavigate();
  const setup = useMemo(() => readSetup(JSON.parse(text)), [text]);
  const change = useCallback(
    (fields: Partial<AnalysisSetup>) => void navigate({ to: '.', search: (previous: object) => ({ ...previous, ...writeSetup({ ...readSetup(previous), ...fields }) }) }),
    [navigate],
  );
  const open = useCallback((view: Readonly<Record<string, string>>) => void navigate({ to: '.', search: (previous: object) => ({ ...previous, ...writeSetup(readSetup(view)) }) }), [navigate]);
  return useMemo(() => ({ setup, change, open }), [setup, change, open]);
}
