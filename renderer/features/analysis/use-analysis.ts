import type { Analysis } from '@shared/contracts/analysis';
import type { FactFilters } from '@shared/contracts/fact-filters';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { usePlace } from '@renderer/parts/use-place';
import { useFirstRevision, useLedger } from '@renderer/parts/workspace-context';

/** The analysis of the address under filters; the last one stays while the next is worked out. Null before the first, and for a place that is not known. */
export function useAnalysis(filters: FactFilters): Analysis | null {
  const { period, scope } = usePlace();
  const ledger = useLedger();
  const revision = useFiguresRevision(useFirstRevision());
  const { answer } = useAnswer(revision === undefined ? null : JSON.stringify([period, scope, filters, revision]), () => ledger.analysis({ period, scope, filters }));
  return answer?.ok ? answer.value : null;
}
