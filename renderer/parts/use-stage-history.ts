import type { StageStep } from '@shared/contracts/drill';
import { useEffect, useState } from 'react';
import { useLedger } from './workspace-context';

/** The course of an opportunity over the imports that stand; null until it is here. Ask anew (a key) for another. */
export function useStageHistory(identity: string): readonly StageStep[] | null {
  const ledger = useLedger();
  const [steps, setSteps] = useState<readonly StageStep[] | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    ledger.stageHistory(identity).then(
      (answer) => current && setSteps(answer),
      (error: unknown) => current && setFault(error),
    );
    return () => {
      current = false;
    };
  }, [ledger, identity]);
  if (fault !== null) throw fault;
  return steps;
}
