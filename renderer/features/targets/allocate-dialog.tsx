import { Modal } from '@mantine/core';
import { useState } from 'react';
import { allocateTargets } from '@renderer/data/targets';
import type { PlanView } from '@renderer/data/plan-view';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useWorkspace } from '@renderer/parts/workspace-context';
import { AllocationForm } from './allocation-form';
import { refusalText } from './refusal-text';
import type { PlanActuals } from './use-plan';
import { fen } from '@shared/kernel/fen';
import { assignedOf, sumOf } from '@shared/domain/targets/target-sheet';
import { ALL_MONTHS } from '@shared/domain/targets/target-book';

interface AllocateDialogProps {
  readonly plan: PlanView;
  readonly actuals: PlanActuals;
  readonly nodeId: string | null;
  readonly onClose: () => void;
}

/** Hands a node's annual number down again; locked cells stay. */
export function AllocateDialog({ plan, actuals, nodeId, onClose }: AllocateDialogProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const workspace = useWorkspace();
  const [refused, setRefused] = useState<string | null>(null);
  const index = nodeId === null ? undefined : plan.book.tree.indexOf.get(nodeId);
  const node = index === undefined ? undefined : plan.nodes[index];
  if (nodeId === null || index === undefined || !node) return null;
  const start = assignedOf(plan.book.rows.get(nodeId), plan.sheet, index, ALL_MONTHS) ?? sumOf(plan.sheet, index, ALL_MONTHS);
  const close = () => {
    setRefused(null);
    onClose();
  };
  return (
    <Modal opened onClose={close} title={t('targets.allocateTitle', { name: node.name })} size={480} closeButtonProps={{ 'aria-label': t('targets.close') }}>
      <AllocationForm
        name={node.name}
        startFen={start === null ? null : fen(start)}
        confirm={t('targets.allocateDo')}
        refused={refused}
        onCancel={close}
        onConfirm={(choice) => {
          void allocateTargets(workspace, { planId: plan.plan.id, nodeId, ...choice, actuals: { leaves: actuals.leaves, lastYear: actuals.lastYear } }).then((answer) => {
            if (answer.ok) close();
            else setRefused(refusalText(answer.error, t, formats));
          });
        }}
      />
    </Modal>
  );
}
