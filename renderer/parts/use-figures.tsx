import type { Figures } from '@shared/contracts/figures';
import type { QueryFailure } from '@renderer/ledger/ledger-api';
import { type ReactNode, createContext, use, useEffect } from 'react';
import { useAnswer } from './use-answer';
import { useFiguresRevision } from './use-figures-revision';
import { usePlace } from './use-place';
import { useFirstRevision, useLedger } from './workspace-context';

interface FiguresState {
  /** The last answer; kept while the next one is worked out. Null before the first, and when the question failed. */
  readonly figures: Figures | null;
  readonly failure: QueryFailure | null;
  /** A newer answer is under way. */
  readonly loading: boolean;
}

/** Asks the ledger for a period and scope, again whenever something that figures depend on has changed. */
export function useFiguresOf(period: string | null, scope: string | null): FiguresState {
  const ledger = useLedger();
  const revision = useFiguresRevision(useFirstRevision());
  const { answer, stale } = useAnswer(revision === undefined ? null : JSON.stringify([period, scope, revision]), () => ledger.figures({ period, scope }));
  return { figures: answer?.ok ? answer.value : null, failure: answer && !answer.ok ? answer.error : null, loading: stale };
}

const OfPlace = createContext<FiguresState | null>(null);

/** Works out the figures of the address once, for the top bar and the page. */
export function FiguresProvider({ children }: { readonly children: ReactNode }) {
  const { period, scope, forget } = usePlace();
  const state = useFiguresOf(period, scope);
  const { failure, loading } = state;
  useEffect(() => {
    if (loading) return;
    if (failure === 'query.unknownScope' && scope !== null) forget('scope');
    if (failure === 'query.unknownPeriod' && period !== null) forget('period');
  }, [failure, loading, scope, period, forget]);
  return <OfPlace value={state}>{children}</OfPlace>;
}

/** The figures of the period and scope in the address. */
export function useFigures(): FiguresState {
  const state = use(OfPlace);
  if (!state) throw new Error('No figures here');
  return state;
}
