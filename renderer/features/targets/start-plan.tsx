import { useState } from 'react';
import { IconTargetArrow } from '@tabler/icons-react';
import type { PlanMeasure } from '@shared/records/plan';
import { allocateTargets, createPlan } from '@renderer/data/targets';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import { EmptyState } from '@renderer/ui/empty-state';
import { AllocationForm, type AllocationChoice } from './allocation-form';
import { refusalText } from './refusal-text';

interface StartPlanProps {
  readonly fiscalYear: number;
  readonly measure: PlanMeasure;
  readonly root: { readonly nodeId: string; readonly name: string };
}

/** No plan yet: the annual number at the top and how it is handed down make the first one. */
export function StartPlan({ fiscalYear, measure, root }: StartPlanProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const workspace = useWorkspace();
  const ledger = useLedger();
  const [refused, setRefused] = useState<string | null>(null);
  const start = async (choice: AllocationChoice) => {
    const created = await createPlan(workspace, { fiscalYear, measure });
    if (!created.ok) return setRefused(refusalText(created.error, t, formats));
    const { leaves, lastYear } = await ledger.planActuals(created.value.id);
    const allocated = await allocateTargets(workspace, { planId: created.value.id, nodeId: root.nodeId, ...choice, actuals: { leaves, lastYear } });
    if (!allocated.ok) setRefused(refusalText(allocated.error, t, formats));
  };
  return (
    <EmptyState icon={IconTargetArrow} title={t('targets.noPlan', { year: fiscalYear })} action={<AllocationForm name={root.name} startFen={null} confirm={t('targets.createPlan', { year: fiscalYear })} refused={refused} onConfirm={(choice) => void start(choice)} />}>
      {t('targets.noPlanNext')}
    </EmptyState>
  );
}
