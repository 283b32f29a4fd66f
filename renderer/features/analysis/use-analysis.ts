import type { Analysis } from '@shared/contracts/analysis';
import type { FactFilters } from '@shared/contracts/fact-filters';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { usePlace } from '@renderer/parts/use-place';
import { useFirstRevision, useLedger } from '@renderer/parts/workspace-context';

interface AnalysisState {
  /** The last answer, kept while the next is worked out; null before the first, and for a place that is not known. */
  readonly analysis: Analysis | null;
  /** A newer answer is under way. */
  readonly stale: boolean;
}

/** The analysis of the address under filters. */
export function useAnalysis(filters: FactFilters): AnalysisState {
  const { period, scope } = usePlace();
  const ledger = useLedger();
  const revision = useFiguresRevision(useFirstRevision());
  const { answer, stale } = useAnswer(revision === undefined ? null : JSON.stringify([period, scope, filters, revision]), () => ledger.analysis({ period, scope, filters }));
  return { analysis: answer?.ok ? answer.value : null, stale };
}
