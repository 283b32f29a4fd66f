import { UNASSIGNED } from '@shared/contracts/drill';
import type { CohortFunnel } from '@shared/contracts/funnel';
import { type StageCourses, cohortFunnel } from '@shared/domain/figures/cohort-funnel';
import { findScope } from '@shared/domain/figures/find-scope';
import { type Result, err, ok } from '@shared/kernel/result';
import type { Workspace } from '@renderer/data/workspace';
import type { QueryFailure } from '../ledger-api';
import type { FactStore } from './fact-store';
import { type FiguresQuestion, periodOf } from './figures-query';
import { readLedgerContext } from './ledger-context';

/** The cohort funnel of a scope and period, of the leaves that their figures count. `courses` are those of the store's facts now. */
export async function funnelQuery(store: FactStore, ws: Workspace, courses: () => StageCourses, { period, scope }: FiguresQuestion): Promise<Result<CohortFunnel, QueryFailure>> {
  const context = await readLedgerContext(store, ws);
  if (!context) return err('query.noSettings');
  const asked = periodOf(context, period);
  if (!asked.ok) return asked;
  const node = findScope(context.tree, scope, asked.value);
  if (!node) return err('query.unknownScope');
  const leaves = node.parentId === null ? [...node.leaves, UNASSIGNED] : node.leaves;
  return ok(cohortFunnel({ columns: context.facts.opportunities, courses: courses(), scope: { name: node.name, leaves }, period: asked.value, today: context.today }));
}
