import { z } from 'zod';
import { fenSchema, instantSchema, keySchema, monthSchema, textSchema } from '../records/parts';
import { commissionPlanSchema } from '../records/commission-plan';
import { curveSchema, gradeSchema, kpiMeasureSchema } from '../records/scorecard-template';
import { figuresSchema } from './figures';

/** A plain value that fixes what a review pack looks like; the print page draws it and reads nothing else. */
export const kpiResultSchema = z.strictObject({
  kpiId: keySchema,
  name: z.string(),
  measure: kpiMeasureSchema,
  direction: z.enum(['higher', 'lower']),
  weight: z.int(),
  curve: curveSchema,
  /** In the measure's own unit: fraction, count, days, 分; null = not known. */
  target: z.number().nullable(),
  actual: z.number().nullable(),
  /** Fraction; null = not known. */
  attainment: z.number().nullable(),
  /** 0–cap, rounded half-up to 0.01; null = skipped, its weight is shared by the others. */
  score: z.number().nullable(),
  belowThreshold: z.boolean(),
  note: z.string(),
});
export type KpiResult = z.infer<typeof kpiResultSchema>;

export const sectionResultSchema = z.strictObject({
  sectionId: keySchema,
  name: z.string(),
  weight: z.int(),
  score: z.number().nullable(),
  /** score × weight after re-basing: what it adds to the total, rounded to 0.01. */
  contribution: z.number().nullable(),
  kpis: z.array(kpiResultSchema),
});
export type SectionResult = z.infer<typeof sectionResultSchema>;

export const scorecardResultSchema = z.strictObject({
  templateId: keySchema,
  templateName: z.string(),
  templateVersion: z.int(),
  sections: z.array(sectionResultSchema),
  /** Rounded half-up to 0.01, then graded; null while nothing is scored. */
  total: z.number().nullable(),
  grade: gradeSchema.nullable(),
  /** True when a component was skipped and the others re-based. */
  rebased: z.boolean(),
});
export type ScorecardResult = z.infer<typeof scorecardResultSchema>;

/** One order line (or won opportunity) of a statement and the part of the pay-out it earned; pieces sum to `payFen`. */
export const statementLineSchema = z.strictObject({
  day: z.string(),
  number: z.string(),
  customer: z.string(),
  product: z.string(),
  amountFen: fenSchema,
  payFen: fenSchema,
  /** Rates of the bands the line fell into, in 1/1,000,000, in order. */
  rates: z.array(z.int()),
  fileName: z.string(),
  line: z.int(),
});
export type StatementLine = z.infer<typeof statementLineSchema>;

export const bandShareSchema = z.strictObject({ fromFen: fenSchema, toFen: fenSchema.nullable(), rateMillionths: z.int(), baseFen: fenSchema, payFen: fenSchema });
export type BandShare = z.infer<typeof bandShareSchema>;

export const commissionStatementSchema = z.strictObject({
  plan: commissionPlanSchema,
  month: monthSchema,
  baseFen: fenSchema,
  /** What is paid: by the plan's mode, exact, rounded once. */
  payFen: fenSchema,
  marginalFen: fenSchema,
  wholeAmountFen: fenSchema,
  /** By band under the plan's mode; payFen of the bands sums to the pay-out (largest remainder). */
  bands: z.array(bandShareSchema),
  /** Sums to baseFen and payFen exactly. */
  lines: z.array(statementLineSchema),
});
export type CommissionStatement = z.infer<typeof commissionStatementSchema>;

/** One person's month, as reviewed and as printed. Frozen whole into the signature. */
export const personReviewSchema = z.strictObject({
  personId: keySchema,
  name: z.string(),
  unitName: z.string(),
  title: z.string(),
  joinedOn: z.string().nullable(),
  managerName: z.string(),
  month: monthSchema,
  targetFen: fenSchema.nullable(),
  actualFen: fenSchema.nullable(),
  attainment: z.number().nullable(),
  planVersion: z.int(),
  scorecard: scorecardResultSchema,
  praise: textSchema,
  gaps: textSchema,
  advice: textSchema,
  commission: commissionStatementSchema.nullable(),
  /** Up to six months up to this one, oldest first. */
  trend: z.array(z.strictObject({ month: monthSchema, targetFen: fenSchema.nullable(), actualFen: fenSchema.nullable(), score: z.number().nullable() })),
  signed: z.strictObject({ revision: z.int(), signedBy: z.string(), signedAt: instantSchema }).nullable(),
});
export type PersonReview = z.infer<typeof personReviewSchema>;

export const reviewPackSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  createdAt: instantSchema,
  appVersion: z.string(),
  /** True unless every person's review in the pack is signed: 草稿 is printed in every header. */
  draft: z.boolean(),
  figures: figuresSchema,
  /** Same scope, the month before (null when there is no data for it). */
  previous: figuresSchema.nullable(),
  /** What the figures rest on: one line per import that touches the period. */
  sources: z.array(z.strictObject({ object: z.string(), fileName: z.string(), importedAt: instantSchema, rows: z.int() })),
  people: z.array(personReviewSchema),
});
export type ReviewPack = z.infer<typeof reviewPackSchema>;
