import { z } from 'zod';
import { keySchema, monthSchema, nameSchema, textSchema } from './parts';

/** Weights are whole hundredths of a percent: 100 % = 10,000, so that "sums to exactly 100" is exact. */
export const FULL_WEIGHT = 10_000;
export const weightSchema = z.int().min(0).max(FULL_WEIGHT);

/** [x, score]: x is attainment as a fraction (1 = on target), score 0–200. */
export const curvePointSchema = z.tuple([z.number(), z.number().min(0).max(200)]);

/**
 * How attainment becomes a score. Points and bands rise strictly in x. `linearCapped`: attainment × 100 between floor and cap.
 * `thresholdTargetStretch`: 0 below the first point, straight lines between the three, the last score above.
 * `interpolate`: straight lines between points, the end scores hold outside. `banded`: the score of the last band begun, 0 before the first.
 * `manual`: typed by the manager.
 */
export const curveSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('linearCapped'), floor: z.number().min(0).max(200), cap: z.number().min(0).max(200) }),
  z.strictObject({ kind: z.literal('thresholdTargetStretch'), points: z.array(curvePointSchema).length(3) }),
  z.strictObject({ kind: z.literal('interpolate'), points: z.array(curvePointSchema).min(2) }),
  z.strictObject({ kind: z.literal('banded'), bands: z.array(curvePointSchema).min(1) }),
  z.strictObject({ kind: z.literal('manual') }),
]);
export type Curve = z.infer<typeof curveSchema>;

/** Computed from imported facts, or typed by the manager with a note. */
export const kpiMeasureSchema = z.enum([
  'planAttainment', 'netSales', 'wonValue', 'winRate', 'wonCount', 'marginRate', 'returnRate', 'cycleDays', 'manual',
]);
export type KpiMeasure = z.infer<typeof kpiMeasureSchema>;

export const kpiSchema = z.strictObject({
  id: keySchema,
  name: nameSchema,
  measure: kpiMeasureSchema,
  direction: z.enum(['higher', 'lower']),
  /** Target in the measure's own unit (fraction, count, days); null where the plan sets it or the score is typed. */
  target: z.number().nullable(),
  weight: weightSchema,
  curve: curveSchema,
});
export type Kpi = z.infer<typeof kpiSchema>;

export const sectionSchema = z.strictObject({ id: keySchema, name: nameSchema, weight: weightSchema, kpis: z.array(kpiSchema).min(1) });
export type Section = z.infer<typeof sectionSchema>;

/** Grades from best to worst; `from` is the lowest score (rounded to 0.01) that earns it; the last has from = -Infinity as null. */
export const gradeSchema = z.strictObject({ name: nameSchema, from: z.number().nullable(), multiplier: z.number().min(0) });
export type Grade = z.infer<typeof gradeSchema>;

export const scorecardTemplateSchema = z.strictObject({
  id: keySchema,
  name: nameSchema,
  version: z.int().min(1),
  /** The first month that this version scores; null = from the beginning. Rows written before there was such a month have none. */
  fromMonth: monthSchema.nullable().default(null),
  /** Why this version took the place of the one before; '' for a first version. */
  reason: textSchema.default(''),
  sections: z.array(sectionSchema).min(1),
  grades: z.array(gradeSchema).min(2),
  /** A KPI score below this is flagged. */
  threshold: z.number(),
  active: z.boolean(),
});
export type ScorecardTemplate = z.infer<typeof scorecardTemplateSchema>;
