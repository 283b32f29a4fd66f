import { UNASSIGNED } from '../../contracts/drill';
import type { Figures, NodeFigures } from '../../contracts/figures';
import type { Day } from '../../kernel/day';
import { type YearMonth, fiscalYearMonths, fiscalYearOf } from '../../kernel/month';
import { type Period, lastYearOf } from '../../kernel/period';
import type { WorkspaceSettings } from '../../records/workspace-settings';
import { isCalendarEstimated, timeProgress } from '../calendar/working-days';
import type { OrgNode } from '../org/org-tree';
import type { Actuals } from './actuals';
import { countsOf } from './counts';
import type { FactSource } from './fact-source';
import { funnelOf } from './funnel';
import { dataRange, monthPoints } from './months';
import { type LeafClosings, closingsByLeaf, opportunitiesOf } from './opportunity-figures';
import { paretoOf } from './pareto';
import { NO_TARGET, type PlanTargets } from './plan-targets';
import { type OrderIndex, salesOf } from './sales-figures';
import { targetFigures } from './target-figures';

/** All that figures are made of. Pure: the same input gives the same figures. */
export interface FiguresInput {
  readonly settings: WorkspaceSettings;
  /** The whole tree with every leaf there ever was (see buildOrgTree, `alsoLeaves` = all), depth-first, root first. */
  readonly tree: readonly OrgNode[];
  /** The plan of the period's fiscal year; null = no targets. */
  readonly plan: PlanTargets | null;
  readonly facts: FactSource;
  readonly orders: OrderIndex;
  /** What the measure of the period counts. */
  readonly actuals: Actuals;
  readonly today: Day;
  readonly period: Period;
  /** Id of a node of the tree. */
  readonly scopeId: string;
}

/**
 * Every figure of a scope and period. A unit's figure is Σ of all leaves below it, people who left or moved included, and the
 * root's also counts 未分配; so the period's figures of the nodes shown foot. Leaves are shown where they hold on a day of the
 * period or carry facts or targets of it: who left or moved before is in the unit's figures of the year, but no longer a row. Throws if the scope is not in the tree.
 */
export function buildFigures(input: FiguresInput): Figures {
  const { settings, tree, plan, facts, actuals, today, period } = input;
  const at = tree.findIndex(({ id }) => id === input.scopeId);
  if (at === -1) throw new RangeError(`Unknown scope: ${input.scopeId}`);
  const scope = withUnassigned(tree[at]!);
  const reading = readingOf(input);
  const time = timeProgress(period, today);
  const shown = subtreeAt(tree, at).filter((node) => node === tree[at] || node.kind !== 'person' || reading.belongsToPeriod(node));
  const nodes = shown.map((node) => nodeFigures(withUnassigned(node), node.depth - tree[at]!.depth, reading, input));
  const unassigned: OrgNode = { id: UNASSIGNED, parentId: scope.id, depth: 1, kind: 'person', name: '', personId: null, leaves: [UNASSIGNED], from: null, to: null };
  if (scope.parentId === null && reading.hasFacts(UNASSIGNED)) nodes.push({ ...nodeFigures(unassigned, 1, reading, input), kind: 'unassigned' });
  const leaves = new Set(scope.leaves);
  return {
    organisation: settings.organisation,
    period: { key: period.key, kind: period.kind, from: period.from, to: period.to },
    scope: { nodeId: scope.id, name: scope.name },
    today,
    partial: period.to >= today,
    time: { ...time, estimated: isCalendarEstimated(period.from, period.to) },
    measure: actuals.measure,
    plan: plan && { planId: plan.plan.id, fiscalYear: plan.plan.fiscalYear, committedVersion: plan.plan.committedVersion, workingChanges: plan.workingChanges },
    counts: countsOf(facts, leaves, period, actuals.measure, nodes[0]!.sales.lines, subtreeAt(tree, at)),
    nodes,
    months: monthPoints(reading.yearMonths, actuals, scope.leaves, (month) => targetOfMonth(plan, scope.id, month), today),
    funnel: funnelOf(facts.opportunities, leaves, period.from, period.to),
    pareto: paretoOf(actuals.measure, facts, leaves, period.from, period.to),
    data: dataRange(actuals, today),
  };
}

/** Facts made ready to be asked node by node. */
interface Reading {
  readonly closings: ReadonlyMap<string, LeafClosings>;
  readonly yearMonths: readonly YearMonth[];
  hasFacts(leaf: string): boolean;
  belongsToPeriod(leaf: OrgNode): boolean;
}

function readingOf({ settings, plan, facts, orders, period }: FiguresInput): Reading {
  const startMonth = settings.fiscalYearStartMonth;
  const yearMonths = fiscalYearMonths(fiscalYearOf(period.months[0]!, startMonth), startMonth);
  const closings = closingsByLeaf(facts.opportunities, period.from, period.to);
  const opportunityLeaves = new Set(Array.from(facts.opportunities.leaf.subarray(0, facts.opportunities.count), (row) => facts.opportunities.leaves[row]!));
  return {
    closings,
    yearMonths,
    hasFacts: (leaf) => opportunityLeaves.has(leaf) || salesOf(orders, [leaf], facts.orders.months).lines > 0,
    belongsToPeriod: (node) =>
      ((node.from ?? period.from) <= period.to && (node.to ?? period.to) >= period.from) ||
      closings.has(node.id) ||
      salesOf(orders, [node.id], period.months).lines > 0 ||
      (plan?.targetOf(node.id, period.months) ?? NO_TARGET).childrenFen !== null,
  };
}

function nodeFigures(node: OrgNode, depth: number, reading: Reading, { plan, orders, actuals, period, today }: FiguresInput): NodeFigures {
  const { closings, yearMonths } = reading;
  const { marginBaseFen: _, ...sales } = salesOf(orders, node.leaves, period.months);
  const toDate = yearMonths.filter((month) => month <= period.months.at(-1)!);
  return {
    nodeId: node.id,
    parentId: depth === 0 ? null : node.parentId,
    depth,
    kind: node.kind,
    name: node.name,
    personId: node.personId,
    leaves: [...node.leaves],
    sales,
    target: targetFigures(
      plan?.targetOf(node.id, period.months) ?? NO_TARGET,
      plan?.targetOf(node.id, yearMonths) ?? NO_TARGET,
      {
        actualFen: actuals.sum(node.leaves, period.months),
        lastYearFen: actuals.sum(node.leaves, lastYearOf(period).months),
        yearActualFen: actuals.sum(node.leaves, toDate),
      },
      timeProgress(period, today),
    ),
    opportunities: opportunitiesOf(closings, node.leaves),
  };
}

/** The root's leaves end with 未分配: what nobody earned counts in the whole. */
const withUnassigned = (node: OrgNode): OrgNode => (node.parentId === null ? { ...node, leaves: [...node.leaves, UNASSIGNED] } : node);

/** A node and everything below it: depth-first, so it is one run of the list. */
function subtreeAt(tree: readonly OrgNode[], at: number): readonly OrgNode[] {
  const end = tree.findIndex((node, i) => i > at && node.depth <= tree[at]!.depth);
  return tree.slice(at, end === -1 ? tree.length : end);
}

function targetOfMonth(plan: PlanTargets | null, scopeId: string, month: YearMonth) {
  const target = plan?.targetOf(scopeId, [month]);
  return target?.assignedFen ?? target?.childrenFen ?? null;
}
