import type { StageStep } from '@shared/contracts/drill';
import { useAnswer } from './use-answer';
import { useLedger } from './workspace-context';

/** The course of an opportunity over the imports that stand; null until it is here. */
export function useStageHistory(identity: string): readonly StageStep[] | null {
  const ledger = useLedger();
  const { answer, stale } = useAnswer(identity, () => ledger.stageHistory(identity));
  return stale ? null : answer;
}
