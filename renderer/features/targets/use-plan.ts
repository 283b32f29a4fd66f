import { useLiveQuery } from 'dexie-react-hooks';
import { type PlanView, readPlanView } from '@renderer/data/plan-view';
import { useAnswer } from '@renderer/parts/use-answer';
import { useFiguresRevision } from '@renderer/parts/use-figures-revision';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';

/** The plan of a fiscal year as it stands, followed live: undefined while it is read, null where there is none. */
export function usePlan(fiscalYear: number): PlanView | null | undefined {
  const workspace = useWorkspace();
  return useLiveQuery(() => readPlanView(workspace, `plan-${fiscalYear}`), [workspace, fiscalYear]);
}

export interface PlanActuals {
  readonly leaves: string[];
  readonly thisYear: Float64Array;
  readonly lastYear: Float64Array;
}

/** Actuals of the plan's year and the one before, asked again when figures change; null until they are known. */
export function usePlanActuals(planId: string | null): PlanActuals | null {
  const ledger = useLedger();
  const revision = useFiguresRevision();
  const { answer } = useAnswer(planId === null || revision === undefined ? null : JSON.stringify([planId, revision]), async () => (planId === null ? null : ledger.planActuals(planId)));
  return answer;
}
