import type { Figures } from '@shared/contracts/figures';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFigures } from '@renderer/parts/use-figures';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { usePlace } from '@renderer/parts/use-place';
import { useFirstRevision, useLedger } from '@renderer/parts/workspace-context';

/** The period's figures of the whole organisation, whatever part of it is on screen; those of the part until they are there. */
export function useWholeFigures(): Figures | null {
  const ledger = useLedger();
  const { period, scope } = usePlace();
  const { figures } = useFigures();
  const revision = useFiguresRevision(useFirstRevision());
  const asks = scope !== null && revision !== undefined;
  const { answer, stale } = useAnswer(asks ? JSON.stringify([period, revision]) : null, () => ledger.figures({ period, scope: null }));
  return asks && !stale && answer?.ok === true ? answer.value : figures;
}
