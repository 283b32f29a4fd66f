import { z } from 'zod';
import { planMeasureSchema } from '../records/plan';
import { daySchema, fenSchema, keySchema, monthSchema } from '../records/parts';

/**
 * Every figure of one scope and period: the one answer that the screens, `figures --json` and the review pack all show.
 * Money is 分, rates are fractions, null = not known or without a base (shown as –).
 */
const rateOrNull = z.number().nullable();
const fenOrNull = fenSchema.nullable();

export const paceStatusSchema = z.enum(['ahead', 'onTrack', 'atRisk', 'behind']);
export type PaceStatus = z.infer<typeof paceStatusSchema>;

export const opportunityFiguresSchema = z.strictObject({
  won: z.int(),
  lost: z.int(),
  /** won ÷ (won + lost), closed in the period. */
  winRate: rateOrNull,
  wonFen: fenSchema,
  /** Days from creation (engage date) to close of won opportunities with both dates. */
  cycleMeanDays: z.number().nullable(),
  cycleMedianDays: z.number().nullable(),
});
export type OpportunityFigures = z.infer<typeof opportunityFiguresSchema>;

export const salesFiguresSchema = z.strictObject({
  lines: z.int(),
  salesFen: fenSchema,
  /** ≤ 0 */
  returnsFen: fenSchema,
  /** salesFen + returnsFen */
  netFen: fenSchema,
  /** Of lines that carry a margin; null if none does. */
  marginFen: fenOrNull,
});
export type SalesFigures = z.infer<typeof salesFiguresSchema>;

export const targetFiguresSchema = z.strictObject({
  /** What attainment is measured against: the assigned number where there is one, else Σ children. Null = no plan. */
  targetFen: fenOrNull,
  assignedFen: fenOrNull,
  childrenFen: fenOrNull,
  /** assigned − Σ children; null where nothing is assigned. > 0 未分解, < 0 超额保险 if declared, else 不平. */
  gapFen: fenOrNull,
  buffer: z.boolean(),
  /** What the plan's measure counts, in this period. Null = nothing imported for it. */
  actualFen: fenOrNull,
  attainment: rateOrNull,
  /** attainment ÷ time progress */
  pace: rateOrNull,
  status: paceStatusSchema.nullable(),
  /** actual ÷ time progress: where it ends at this pace. */
  forecastFen: fenOrNull,
  /** (target − actual) ÷ working days left, 0 if reached; null after the period. */
  requiredPerDayFen: fenOrNull,
  lastYearFen: fenOrNull,
  /** Actual of the fiscal year up to the period's end, and the year's target. */
  yearActualFen: fenOrNull,
  yearTargetFen: fenOrNull,
  yearAttainment: rateOrNull,
});
export type TargetFigures = z.infer<typeof targetFiguresSchema>;

export const nodeFiguresSchema = z.strictObject({
  /** Unit id, membership id (a person in a unit), or UNASSIGNED. */
  nodeId: keySchema,
  parentId: keySchema.nullable(),
  /** 0 = the scope itself. */
  depth: z.int().min(0),
  kind: z.enum(['company', 'region', 'team', 'person', 'unassigned']),
  name: z.string(),
  personId: keySchema.nullable(),
  /** The leaves below (or the leaf itself): what a drill-down of this node filters by. */
  leaves: z.array(keySchema),
  sales: salesFiguresSchema,
  target: targetFiguresSchema,
  opportunities: opportunityFiguresSchema,
});
export type NodeFigures = z.infer<typeof nodeFiguresSchema>;

export const monthPointSchema = z.strictObject({
  month: monthSchema,
  targetFen: fenOrNull,
  /** Null = nothing imported for the month (missing is not zero). */
  actualFen: fenOrNull,
  lastYearFen: fenOrNull,
  partial: z.boolean(),
});
export type MonthPoint = z.infer<typeof monthPointSchema>;

export const funnelStageSchema = z.strictObject({
  stage: z.string(),
  /** Snapshot: opportunities standing in this stage now (open), or closed so in the period (won, lost). */
  count: z.int(),
  amountFen: fenSchema,
  outcome: z.enum(['open', 'won', 'lost']),
});
export type FunnelStage = z.infer<typeof funnelStageSchema>;

export const paretoRowSchema = z.strictObject({ customer: z.string(), netFen: fenSchema, share: z.number(), cumulative: z.number() });
export type ParetoRow = z.infer<typeof paretoRowSchema>;

export const figuresSchema = z.strictObject({
  organisation: z.string(),
  period: z.strictObject({ key: z.string(), kind: z.enum(['month', 'quarter', 'year']), from: daySchema, to: daySchema }),
  scope: z.strictObject({ nodeId: keySchema, name: z.string() }),
  today: daySchema,
  /** The period has not ended today. */
  partial: z.boolean(),
  time: z.strictObject({
    workingDays: z.int(),
    /** Working days of the period up to and including today. */
    elapsed: z.int(),
    /** elapsed ÷ workingDays */
    progress: rateOrNull,
    /** The holidays of the period are not known: only its weekends are free. */
    estimated: z.boolean(),
  }),
  measure: planMeasureSchema,
  plan: z.strictObject({ planId: keySchema, fiscalYear: z.int(), committedVersion: z.int(), workingChanges: z.int() }).nullable(),
  counts: z.strictObject({ orderLines: z.int(), orders: z.int(), opportunities: z.int(), customers: z.int(), people: z.int() }),
  /** Depth-first: the scope, then its subtree; 未分配 last where it has facts and the scope is the root. */
  nodes: z.array(nodeFiguresSchema).min(1),
  /** The fiscal year of the period, for the scope. */
  months: z.array(monthPointSchema).length(12),
  funnel: z.array(funnelStageSchema),
  /** Customers by net sales (or won value) in the period, largest first; all of them. */
  pareto: z.array(paretoRowSchema),
  /** Months that hold facts of the plan's measure; first and last null when nothing is imported. */
  data: z.strictObject({ firstMonth: monthSchema.nullable(), lastMonth: monthSchema.nullable(), lastCompleteMonth: monthSchema.nullable() }),
});
export type Figures = z.infer<typeof figuresSchema>;
