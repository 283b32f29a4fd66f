import { type Actuals, actualsOf, defaultMeasure } from '@shared/domain/figures/actuals';
import type { FactSource } from '@shared/domain/figures/fact-source';
import { type PlanTargets, countWorkingChanges, planTargets } from '@shared/domain/figures/plan-targets';
import { type OrderIndex, indexOrders } from '@shared/domain/figures/sales-figures';
import { type Attribution, type Owner, buildAttribution, matchOwners } from '@shared/domain/org/attribution';
import { type OrgNode, buildOrgTree } from '@shared/domain/org/org-tree';
import { type Day, localDayOf } from '@shared/kernel/day';
import { type YearMonth, fiscalYearOf } from '@shared/kernel/month';
import { sameJson } from '@shared/kernel/same-json';
import type { Person } from '@shared/records/person';
import type { Plan, PlanMeasure } from '@shared/records/plan';
import type { WorkspaceSettings } from '@shared/records/workspace-settings';
import { lastSeqOf } from '@renderer/data/last-seq';
import type { Workspace } from '@renderer/data/workspace';
import type { FactStore } from './fact-store';

/** Records and facts as they stand together, read once per change-set and shared by all queries. */
export interface LedgerContext {
  readonly settings: WorkspaceSettings;
  readonly today: Day;
  readonly people: readonly Person[];
  /** The whole tree, leaves of the past included. */
  readonly tree: readonly OrgNode[];
  readonly attribution: Attribution;
  readonly facts: FactSource;
  readonly orders: OrderIndex;
  readonly plans: readonly Plan[];
  readonly planOfYear: (fiscalYear: number) => PlanTargets | null;
  readonly actuals: (measure: PlanMeasure) => Actuals;
  /** What is counted in a month: as the plan of its fiscal year says, else as the latest plan, else what was imported. */
  readonly measureOf: (month: YearMonth) => PlanMeasure;
}

interface Kept {
  readonly seq: number;
  readonly today: Day;
  readonly owners: number;
  readonly context: LedgerContext;
}
const kept = new WeakMap<FactStore, Kept>();

/**
 * Null while the workspace has no settings. Every write is a change-set, so what was read stands until the next one; the
 * store takes an import in a moment after its change-set is there, so it is asked whether its facts are still the same.
 */
export async function readLedgerContext(store: FactStore, ws: Workspace): Promise<LedgerContext | null> {
  const { db } = ws;
  const settings = await db.settings.get('settings');
  if (!settings) return null;
  const today = settings.fixedToday ?? localDayOf(ws.now());
  const seq = await lastSeqOf(db);
  const owners = await store.owners();
  const before = kept.get(store);
  if (before && before.seq === seq && before.today === today && before.owners === owners.length) {
    if ((await store.facts(before.context.attribution)) === before.context.facts) return before.context;
  }
  const context = await buildContext({ store, owners, ws, settings, today }, before?.context.attribution);
  kept.set(store, { seq, today, owners: owners.length, context });
  return context;
}

interface Reading {
  readonly store: FactStore;
  readonly owners: readonly Owner[];
  readonly ws: Workspace;
  readonly settings: WorkspaceSettings;
  readonly today: Day;
}

async function buildContext({ store, owners, ws, settings, today }: Reading, lastAttribution: Attribution | undefined): Promise<LedgerContext> {
  const { db } = ws;
  const [units, people, memberships, identities, plans, rows] = await Promise.all([
    db.orgUnits.toArray(), db.people.toArray(), db.memberships.toArray(), db.identities.toArray(), db.plans.toArray(), db.targetRows.toArray(),
  ]);
  const commits = await db.planCommits.bulkGet(plans.map(({ id, committedVersion }) => `${id}/v${committedVersion}`));
  const everyLeaf = new Set(memberships.map(({ id }) => id));
  const tree = buildOrgTree(settings.organisation, units, people, memberships, { from: today, to: today }, everyLeaf);
  const fresh = buildAttribution(people, memberships, matchOwners(owners, people, identities));
  const attribution = lastAttribution && sameAttribution(lastAttribution, fresh) ? lastAttribution : fresh;
  const facts = await store.facts(attribution);
  const orders = indexOrders(facts.orders);
  const targets = new Map(plans.map((plan, i) => {
    const own = rows.filter(({ planId }) => planId === plan.id);
    return [plan.fiscalYear, planTargets(plan, own, countWorkingChanges(own, commits[i]?.rows ?? []), tree)];
  }));
  const latest = plans.reduce<Plan | null>((a, b) => (a === null || b.fiscalYear > a.fiscalYear ? b : a), null);
  const counted = { netSales: actualsOf('netSales', facts, orders), wonValue: actualsOf('wonValue', facts, orders) };
  const planOfYear = (fiscalYear: number) => targets.get(fiscalYear) ?? null;
  return {
    settings, today, people, tree, attribution, facts, orders, plans, planOfYear,
    actuals: (measure) => counted[measure],
    measureOf: (month) => planOfYear(fiscalYearOf(month, settings.fiscalYearStartMonth))?.plan.measure ?? latest?.measure ?? defaultMeasure(facts),
  };
}

/** Compared by content: an edit elsewhere must not make the store add up everything again. */
function sameAttribution(a: Attribution, b: Attribution): boolean {
  return sameJson(a.leaves, b.leaves) && sameJson(a.spans, b.spans);
}
