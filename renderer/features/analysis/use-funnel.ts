import type { CohortFunnel } from '@shared/contracts/funnel';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { useFirstRevision, useLedger } from '@renderer/parts/workspace-context';

/** The funnel of a period and scope, asked again whenever its facts change; null before the first answer, and where there is none. */
export function useFunnel(period: string, scope: string): CohortFunnel | null {
  const ledger = useLedger();
  const revision = useFiguresRevision(useFirstRevision());
  const { answer } = useAnswer(revision === undefined ? null : JSON.stringify([period, scope, revision]), () => ledger.funnel({ period, scope }));
  return answer?.ok ? answer.value : null;
}
