import type { ClosingMonth, HomeFindings } from '@shared/contracts/home';
import type { Figures } from '@shared/contracts/figures';
import { findScope } from '@shared/domain/figures/find-scope';
import { closingMonth } from '@shared/domain/home/closing-month';
import { type OrgNode, leavesByPerson } from '@shared/domain/org/org-tree';
import { gapOf } from '@shared/domain/targets/gap';
import { sumFen } from '@shared/kernel/fen';
import type { YearMonth } from '@shared/kernel/month';
import { monthPeriod } from '@shared/kernel/period';
import { type Result, err, ok } from '@shared/kernel/result';
import { isFactObject } from '@shared/records/import-object';
import type { Workspace } from '@renderer/data/workspace';
import type { QueryFailure } from '../ledger-api';
import type { ColumnStore } from '../store/column-store';
import { readSignedMonths } from './closed-months';
import { type FiguresQuestion, figuresOf, periodOf } from './figures-query';
import { openChanges } from './late-changes-query';
import type { LedgerContext } from './ledger-context';
import { reviewStandingsOf } from './person-reviews-query';
import { riskQuery } from './risk-query';

/** What the first page asks of the ledger besides its figures: who is behind and why, and how far the month's close is. */
export async function homeQuery(store: ColumnStore, ws: Workspace, context: LedgerContext, { period, scope }: FiguresQuestion): Promise<Result<HomeFindings, QueryFailure>> {
  const asked = periodOf(context, period);
  if (!asked.ok) return asked;
  const node = findScope(context.tree, scope, asked.value);
  if (!node) return err('query.unknownScope');
  const figures = figuresOf(context, asked.value, node.id);
  const imports = (await ws.db.importBatches.toArray()).filter(({ undoneAt }) => undoneAt === null);
  const closing = closingMonth(asked.value, context.today);
  const ofMonth = imports.filter(({ object, months }) => isFactObject(object) && months.includes(closing));
  return ok({
    closing: await closingOf(ws, context, closing, node, latest(ofMonth)),
    atRisk: riskQuery(store, context, figures),
    lastImportedAt: latest(imports),
  });
}

const latest = (imports: readonly { readonly importedAt: string }[]): string | null => imports.reduce<string | null>((last, { importedAt }) => (last === null || importedAt > last ? importedAt : last), null);

async function closingOf(ws: Workspace, context: LedgerContext, month: YearMonth, scope: OrgNode, lastImportedAt: string | null): Promise<ClosingMonth> {
  const figures = figuresOf(context, monthPeriod(month), scope.id);
  const reviews = await reviewStandingsOf(ws, context, month, scope);
  const unsigned = new Set(reviews.standings.filter(({ lack }) => lack !== null).map(({ personId }) => personId));
  return {
    month,
    rows: rowsOf(figures),
    lastImportedAt,
    plan: figures.plan && { committedVersion: figures.plan.committedVersion, workingChanges: figures.plan.workingChanges },
    gaps: gapsOf(figures),
    reviews,
    lateChanges: await lateChangesOf(ws, context, month, scope, unsigned),
  };
}

function rowsOf({ measure, nodes }: Figures): number {
  const { sales, opportunities } = nodes[0]!;
  return measure === 'netSales' ? sales.lines : opportunities.won + opportunities.lost;
}

function gapsOf({ nodes }: Figures): ClosingMonth['gaps'] {
  const gaps = nodes.flatMap(({ target }) => gapOf(target.assignedFen, target.childrenFen, target.buffer) ?? []).filter(({ kind }) => kind !== 'buffer');
  return { count: gaps.length, sumFen: sumFen(gaps.map(({ gapFen }) => gapFen)) };
}

/** Changes of earlier months are settled with the person's next statement: this month's while it is unsigned. */
async function lateChangesOf(ws: Workspace, context: LedgerContext, month: YearMonth, scope: OrgNode, unsigned: ReadonlySet<string>): Promise<ClosingMonth['lateChanges']> {
  const inScope = new Set(scope.leaves);
  const leavesOf = leavesByPerson(context.tree);
  let [thisMonth, later] = [0, 0];
  for (const [personId, months] of await readSignedMonths(ws.db)) {
    const leaves = (leavesOf.get(personId) ?? []).map(({ id }) => id);
    if (!leaves.some((leaf) => inScope.has(leaf))) continue;
    for (const change of openChanges(context, months, leaves)) {
      if (change.month < month && unsigned.has(personId)) thisMonth++;
      else later++;
    }
  }
  return { thisMonth, later };
}
