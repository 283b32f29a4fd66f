import { type CommissionIssue, checkCommissionPlan } from '@shared/domain/commission/check-commission-plan';
import { type Result, err, ok } from '@shared/kernel/result';
import type { CommissionPlan } from '@shared/records/commission-plan';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/** Keeps a tier plan; refused if its bands do not cover every base. Signed statements stay as they were signed. */
export async function saveCommissionPlan(ws: Workspace, plan: CommissionPlan): Promise<Result<null, CommissionIssue[]>> {
  const issues = checkCommissionPlan(plan);
  if (issues.length > 0) return err(issues);
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'commission_save', params: { name: plan.name } } }, (writer) => writer.put('commissionPlans', plan));
  return ok(null);
}
