import type { LateChange, LateChangeRow } from '@shared/contracts/review-pack';
import { changedLines, openChange, settleChanges } from '@shared/domain/commission/late-changes';
import { drillFor } from '@shared/domain/figures/drills';
import { findScope } from '@shared/domain/figures/find-scope';
import { leavesByPerson } from '@shared/domain/org/org-tree';
import { type Fen, fen } from '@shared/kernel/fen';
import { monthOfDay } from '@shared/kernel/day';
import { type YearMonth, addMonths } from '@shared/kernel/month';
import { monthPeriod } from '@shared/kernel/period';
import { type Result, err, ok } from '@shared/kernel/result';
import type { CommissionPlan } from '@shared/records/commission-plan';
import type { PlanMeasure } from '@shared/records/plan';
import type { Workspace } from '@renderer/data/workspace';
import type { QueryFailure } from '../ledger-api';
import { type SignedMonth, readSignedMonths, settledOf, signedReview } from './closed-months';
import type { FactStore } from './fact-store';
import { type LedgerContext, readLedgerContext } from './ledger-context';

/** Which facts a commission plan pays on in a month. */
export const paidMeasure = (context: LedgerContext, { base }: Pick<CommissionPlan, 'base'>, month: YearMonth): PlanMeasure => (base === 'planMeasure' ? context.measureOf(month) : base);

/** The open month of a person: the one after the last that was signed. Late changes are paid with it, and with no other. */
const openMonthOf = (months: readonly SignedMonth[]): YearMonth | null => (months.length === 0 ? null : addMonths(months.at(-1)!.month, 1));

type Open = Pick<LateChange, 'month' | 'baseFen' | 'payFen'>;

/** What every closed month of a person has become since; months without a change are left out. `leaves` = all the person ever held. */
export function openChanges(context: LedgerContext, months: readonly SignedMonth[], leaves: readonly string[]): Open[] {
  return months.flatMap((closed) => {
    const now = context.actuals(paidMeasure(context, closed.plan, closed.month)).sum([...leaves], [closed.month]) ?? 0;
    const change = openChange(closed, settledOf(months, closed.month), now);
    return change.baseFen === 0 && change.payFen === 0 ? [] : [change];
  });
}

/**
 * The late changes that a person's statement of a month takes in beside its pay-out: [] unless it is the person's open month.
 * `months` = those signed of the person, oldest first; `leaves` = all the person ever held.
 */
export async function lateChangesFor(store: FactStore, ws: Workspace, context: LedgerContext, { months, leaves }: { readonly months: readonly SignedMonth[]; readonly leaves: readonly string[] }, month: YearMonth, payFen: Fen): Promise<LateChange[]> {
  if (openMonthOf(months) !== month) return [];
  const settled = settleChanges(payFen, openChanges(context, months, leaves));
  return Promise.all(settled.map(async (change) => ({ ...change, lines: await linesOf(store, ws, context, months, change, leaves) })));
}

/** The changes of every closed month of a scope's people, open ones first, then settled ones by the month they were paid with, latest first. */
export async function lateChangesQuery(store: FactStore, ws: Workspace, { scope }: { readonly scope: string | null }): Promise<Result<LateChangeRow[], QueryFailure>> {
  const context = await readLedgerContext(store, ws);
  if (!context) return err('query.noSettings');
  const node = findScope(context.tree, scope, monthPeriod(monthOfDay(context.today)));
  if (!node) return err('query.unknownScope');
  const inScope = new Set(node.leaves);
  const signed = await readSignedMonths(ws.db);
  const leavesOf = leavesByPerson(context.tree);
  const open: LateChangeRow[] = [];
  const settled: LateChangeRow[] = [];
  for (const person of context.people) {
    const leaves = (leavesOf.get(person.id) ?? []).map(({ id }) => id);
    const months = signed.get(person.id) ?? [];
    if (months.length === 0 || !leaves.some((leaf) => inScope.has(leaf))) continue;
    const baseOf = (month: YearMonth) => fen(months.find((one) => one.month === month)?.baseFen ?? 0);
    for (const change of openChanges(context, months, leaves)) {
      open.push({ ...change, carriedFen: fen(0), lines: await linesOf(store, ws, context, months, change, leaves), personId: person.id, name: person.name, signedBaseFen: baseOf(change.month), settledIn: null });
    }
    for (const later of months.filter(({ settles }) => settles.length > 0)) {
      for (const change of await settledChanges(ws, later.reviewId)) settled.push({ ...change, personId: person.id, name: person.name, signedBaseFen: baseOf(change.month), settledIn: later.month });
    }
  }
  return ok([...open, ...settled.sort((a, b) => (a.settledIn! > b.settledIn! ? -1 : 1))]);
}

async function settledChanges(ws: Workspace, reviewId: string): Promise<LateChange[]> {
  return signedReview(await ws.db.reviews.get(reviewId))?.commission?.lateChanges ?? [];
}

/** The lines behind a change of the base, held against those signed and those that later statements settled; [] where only pay was carried over. */
async function linesOf(store: FactStore, ws: Workspace, context: LedgerContext, months: readonly SignedMonth[], { month, baseFen }: Open, leaves: readonly string[]): Promise<LateChange['lines']> {
  if (baseFen === 0) return [];
  const closed = months.find((one) => one.month === month)!;
  const signed = signedReview(await ws.db.reviews.get(closed.reviewId))?.commission;
  const drill = drillFor({ leaves: [...leaves] }, 'actual', monthPeriod(month), paidMeasure(context, closed.plan, month));
  const { rows } = await store.rows(drill, context.attribution, context.merges, 0, Number.MAX_SAFE_INTEGER);
  const settled = (await Promise.all(months.filter(({ settles }) => settles.some((change) => change.month === month)).map((later) => settledChanges(ws, later.reviewId)))).flat();
  const now = rows.map(({ day, number, customer, product, amountFen, fileName, line }) => ({ day, number, customer, product, amountFen: fen(amountFen), fileName, line }));
  return changedLines([...(signed?.lines ?? []), ...settled.filter((change) => change.month === month).flatMap(({ lines }) => lines)], now);
}
