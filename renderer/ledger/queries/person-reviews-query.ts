import type { ClosingMonth } from '@shared/contracts/home';
import type { CommissionStatement, PersonReview, ScorecardResult } from '@shared/contracts/review-pack';
import { commissionPlanFor } from '@shared/domain/commission/check-commission-plan';
import { buildStatement } from '@shared/domain/commission/statement';
import { drillFor } from '@shared/domain/figures/drills';
import { findScope, latestOf } from '@shared/domain/figures/find-scope';
import { reviewLack } from '@shared/domain/home/review-lack';
import { buildPersonReview } from '@shared/domain/performance/build-person-review';
import { checkReview } from '@shared/domain/performance/check-review';
import { kpiActual, kpiMonth, type KpiMonth } from '@shared/domain/performance/kpi-actuals';
import { scoreCard } from '@shared/domain/performance/score';
import { type Fen, sumFen } from '@shared/kernel/fen';
import { type YearMonth, addMonths, fiscalYearOf, isYearMonth, monthsBetween } from '@shared/kernel/month';
import { type Period, monthPeriod } from '@shared/kernel/period';
import { type Result, err, ok } from '@shared/kernel/result';
import { type OrgNode, leavesByPerson } from '@shared/domain/org/org-tree';
import type { CommissionPlan } from '@shared/records/commission-plan';
import type { Review } from '@shared/records/review';
import type { ScorecardTemplate } from '@shared/records/scorecard-template';
import type { Workspace } from '@renderer/data/workspace';
import type { QueryFailure } from '../ledger-api';
import type { FactStore } from './fact-store';
import { type SignedMonth, readSignedMonths, signedReview } from './closed-months';
import { lateChangesFor, paidMeasure } from './late-changes-query';
import { type LedgerContext, readLedgerContext } from './ledger-context';

const TREND_MONTHS = 6;

export interface PersonReviewsQuestion {
  readonly month: string;
  readonly scope: string | null;
  readonly personId: string | null;
}

/**
 * The review of each person of a scope for a month, in tree order: signed ones exactly as signed, the others computed now.
 * A person counts with all leaves held in the month, once. Without a cycle the template of the latest one, else the first
 * active one, scores a preview; without any template there is nothing to review: [].
 */
export async function personReviewsQuery(store: FactStore, ws: Workspace, { month, scope, personId }: PersonReviewsQuestion): Promise<Result<PersonReview[], QueryFailure>> {
  const context = await readLedgerContext(store, ws);
  if (!context) return err('query.noSettings');
  if (!isYearMonth(month)) return err('query.unknownPeriod');
  const node = findScope(context.tree, scope, monthPeriod(month));
  if (!node) return err('query.unknownScope');
  return ok(await personReviewsOf(store, ws, context, month, node, personId));
}

export async function personReviewsOf(store: FactStore, ws: Workspace, context: LedgerContext, month: YearMonth, scope: OrgNode, personId: string | null): Promise<PersonReview[]> {
  const desk = await openDesk(ws, context, month);
  const reviews: PersonReview[] = [];
  for (const id of peopleOf(desk, scope)) {
    if (personId !== null && id !== personId) continue;
    const review = await reviewOf(store, desk, id);
    if (review) reviews.push(review);
  }
  return reviews;
}

/** Where each person's review of a month stands, in tree order: as `personReviewsOf` lists them, without statements and trends. */
export async function reviewStandingsOf(ws: Workspace, context: LedgerContext, month: YearMonth, scope: OrgNode): Promise<ClosingMonth['reviews']> {
  const desk = await openDesk(ws, context, month, 1);
  const { hasCycle, reviews } = desk.months.get(month)!;
  const standings = peopleOf(desk, scope).flatMap((personId) => {
    const review = reviews.get(personId) ?? null;
    const scorecard = review?.state === 'signed' ? null : scorecardOf(desk, personId, month);
    if (review?.state !== 'signed' && scorecard === null) return [];
    const lack = scorecard === null ? null : reviewLack(review, checkReview({ scorecard, praise: review?.praise ?? '', gaps: review?.gaps ?? '', advice: review?.advice ?? '' }));
    return [{ personId, name: context.people.find(({ id }) => id === personId)!.name, lack }];
  });
  const signedAt = [...reviews.values()].flatMap(({ state, signatures }) => (state === 'signed' ? (signatures.at(-1)?.signedAt ?? []) : []));
  return { begun: hasCycle, standings, lastSignedAt: signedAt.sort().at(-1) ?? null };
}

/** What all reviews of a month share. */
interface Desk {
  readonly ws: Workspace;
  readonly context: LedgerContext;
  readonly month: YearMonth;
  readonly months: ReadonlyMap<YearMonth, ReviewedMonth>;
  readonly commissionPlan: CommissionPlan | null;
  readonly leavesOf: ReadonlyMap<string, readonly OrgNode[]>;
  readonly signedMonths: ReadonlyMap<string, readonly SignedMonth[]>;
}

/** One month of the trend: its facts, its reviews, and the template they are scored with. */
interface ReviewedMonth {
  readonly facts: KpiMonth;
  readonly template: ScorecardTemplate | null;
  readonly hasCycle: boolean;
  readonly reviews: ReadonlyMap<string, Review>;
}

async function openDesk(ws: Workspace, context: LedgerContext, month: YearMonth, monthsBack = TREND_MONTHS): Promise<Desk> {
  const { db } = ws;
  const [cycles, templates, plans] = await Promise.all([db.reviewCycles.toArray(), db.scorecardTemplates.toArray(), db.commissionPlans.toArray()]);
  const byId = new Map(templates.map((template) => [template.id, template]));
  const latest = cycles.reduce<(typeof cycles)[number] | null>((a, b) => (a === null || b.month > a.month ? b : a), null);
  const preview = byId.get(latest?.templateId ?? '') ?? templates.find(({ active }) => active) ?? null;
  const months = new Map<YearMonth, ReviewedMonth>();
  for (const one of monthsBetween(addMonths(month, 1 - monthsBack), month)) {
    const cycle = cycles.find((candidate) => candidate.month === one);
    const reviews = cycle ? await db.reviews.where('cycleId').equals(cycle.id).toArray() : [];
    months.set(one, {
      facts: kpiMonth(one, context.facts, context.orders, context.actuals(context.measureOf(one))),
      template: cycle ? (byId.get(cycle.templateId) ?? null) : preview,
      hasCycle: cycle !== undefined,
      reviews: new Map(reviews.map((review) => [review.personId, review])),
    });
  }
  return { ws, context, month, months, leavesOf: leavesByPerson(context.tree), signedMonths: await readSignedMonths(db), commissionPlan: commissionPlanFor(plans, month) };
}

const isHeldIn = ({ from, to }: OrgNode, period: Pick<Period, 'from' | 'to'>): boolean => (from ?? period.to) <= period.to && (to ?? period.from) >= period.from;

/** People with a leaf of the scope held in the month, or signed for it, in tree order. */
function peopleOf({ context, month, months, leavesOf }: Desk, scope: OrgNode): string[] {
  const inScope = new Set(scope.leaves);
  const period = monthPeriod(month);
  const signed = months.get(month)!.reviews;
  return [...leavesOf].flatMap(([personId, leaves]) => {
    const present = leaves.some((leaf) => inScope.has(leaf.id) && isHeldIn(leaf, period));
    const kept = signed.get(personId)?.state === 'signed' && leaves.some((leaf) => inScope.has(leaf.id));
    return (present || kept) && context.people.some(({ id }) => id === personId) ? [personId] : [];
  });
}

async function reviewOf(store: FactStore, desk: Desk, personId: string): Promise<PersonReview | null> {
  const { context, month, months } = desk;
  const reviewed = months.get(month)!;
  const review = reviewed.reviews.get(personId);
  const signed = signedReview(review);
  if (signed) return signed;
  const person = context.people.find(({ id }) => id === personId);
  const scorecard = scorecardOf(desk, personId, month);
  if (!person || !scorecard) return null;
  const own = desk.leavesOf.get(personId) ?? [];
  const held = own.filter((leaf) => isHeldIn(leaf, monthPeriod(month)));
  const { targetFen, actualFen } = targetAndActual(desk, personId, month);
  return buildPersonReview({
    person,
    unitName: context.tree.find(({ id }) => id === (latestOf(held) ?? latestOf(own))?.parentId)?.name ?? '',
    month,
    targetFen,
    actualFen,
    planVersion: planOf(context, month)?.plan.committedVersion ?? 0,
    scorecard,
    review: review ?? null,
    commission: await statementOf(store, desk, personId),
    trend: trendOf(desk, personId, scorecard),
  });
}

const planOf = (context: LedgerContext, month: YearMonth) => context.planOfYear(fiscalYearOf(month, context.settings.fiscalYearStartMonth));

function targetAndActual({ context, months, leavesOf }: Desk, personId: string, month: YearMonth): { targetFen: Fen | null; actualFen: Fen | null } {
  const leaves = (leavesOf.get(personId) ?? []).map(({ id }) => id);
  const plan = planOf(context, month);
  const targets = leaves.map((leaf) => plan?.targetOf(leaf, [month]).childrenFen ?? null).filter((target) => target !== null);
  return { targetFen: targets.length === 0 ? null : sumFen(targets), actualFen: months.get(month)!.facts.actuals.sum(leaves, [month]) };
}

function scorecardOf(desk: Desk, personId: string, month: YearMonth): ScorecardResult | null {
  const { facts, template, reviews } = desk.months.get(month)!;
  if (!template) return null;
  const leaves = (desk.leavesOf.get(personId) ?? []).map(({ id }) => id);
  const { targetFen } = targetAndActual(desk, personId, month);
  return scoreCard(template, (measure) => ({ actual: kpiActual(measure, leaves, facts), target: targetFen }), reviews.get(personId)?.manual ?? {});
}

/** Orders (or won opportunities) of the month under the plan then in force, in the open month with what closed months have become since; null without one, or with nothing imported. */
async function statementOf(store: FactStore, { ws, context, month, commissionPlan: plan, leavesOf, signedMonths }: Desk, personId: string): Promise<CommissionStatement | null> {
  if (!plan) return null;
  const measure = paidMeasure(context, plan, month);
  if (!context.actuals(measure).months.includes(month)) return null;
  const leaves = (leavesOf.get(personId) ?? []).map(({ id }) => id);
  const { rows } = await store.rows(drillFor({ leaves }, 'actual', monthPeriod(month), measure), context.attribution, context.merges, 0, Number.MAX_SAFE_INTEGER);
  const statement = buildStatement(plan, month, rows);
  return { ...statement, lateChanges: await lateChangesFor(store, ws, context, { months: signedMonths.get(personId) ?? [], leaves }, month, statement.payFen) };
}

/** Up to six months, oldest first; those before anything was known of the person are left out. */
function trendOf(desk: Desk, personId: string, current: ScorecardResult): PersonReview['trend'] {
  const points = [...desk.months].map(([month, { hasCycle, reviews }]) => {
    const signed = signedReview(reviews.get(personId));
    const { targetFen, actualFen } = signed ?? targetAndActual(desk, personId, month);
    const scorecard = month === desk.month ? current : (signed?.scorecard ?? (hasCycle ? scorecardOf(desk, personId, month) : null));
    return { month, targetFen, actualFen, score: scorecard?.total ?? null };
  });
  const first = points.findIndex(({ targetFen, actualFen, score }) => targetFen !== null || (actualFen !== null && actualFen !== 0) || score !== null);
  return points.slice(first === -1 ? points.length - 1 : first);
}
