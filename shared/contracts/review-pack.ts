import { z } from 'zod';
import type { Fen } from '../kernel/fen';
import type { YearMonth } from '../kernel/month';
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

/** What came to a closed month after it was signed (关账后变动), as the statement of the open month takes it in. */
export const lateChangeSchema = z.strictObject({
  /** The closed month. */
  month: monthSchema,
  /** What its base has become more (or less) since it was signed and last settled. */
  baseFen: fenSchema,
  /** What of it this statement pays (or takes back). */
  payFen: fenSchema,
  /** What could not be taken back from this pay-out (≤ 0) and stays open for the next. */
  carriedFen: fenSchema,
  /** Lines that came, and with the opposite sign lines that went; they sum to `baseFen`. */
  lines: z.array(statementLineSchema.omit({ payFen: true, rates: true })),
});
export type LateChange = z.infer<typeof lateChangeSchema>;

/** A change of a closed month as people look for it: still open, or settled with a later month's statement. */
export interface LateChangeRow extends LateChange {
  readonly personId: string;
  readonly name: string;
  /** Base of the closed month as it was signed. */
  readonly signedBaseFen: Fen;
  /** The month it was paid with; null = open, to be paid with the person's next statement. */
  readonly settledIn: YearMonth | null;
}

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
  /** Changes of closed months that are settled with this one, oldest first; paid beside `payFen`. */
  lateChanges: z.array(lateChangeSchema).default([]),
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
