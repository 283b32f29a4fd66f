import { z } from 'zod';
import { daySchema, fenSchema, keySchema, monthSchema } from '../records/parts';
import { factDimensions, factFiltersSchema } from './fact-filters';
import { figuresSchema, nodeFiguresSchema, paretoRowSchema } from './figures';

/**
 * What the analysis page shows of a scope and period: its `Figures`, and beside them what the same facts come to under filters. Money is 分, rates
 * are fractions, null = not known (shown as –). Without filters its sums are those of `Figures`.
 */
const daysSchema = z.strictObject({ from: daySchema, to: daySchema });

/** What is compared: the same number of days of each period, so that a running one is not measured against a whole one. */
const comparisonSchema = z.strictObject({
  /** whole = periods as they are; else the first days of the earlier one, counted in working days, or in calendar days where the holidays are not known. */
  basis: z.enum(['whole', 'workingDays', 'calendarDays']),
  /** How many such days. */
  days: z.int(),
  /** The part of the period that is compared; null = nothing imported for it. */
  now: daysSchema.nullable(),
  lastYear: daysSchema,
  previous: daysSchema,
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Returns are compared by their size: more of them is growth. */
const growthSchema = z.strictObject({
  /** The figure in the earlier days; null = they are not wholly imported. */
  base: z.number().nullable(),
  /** In the compared days: now − base. */
  change: z.number().nullable(),
  /** change ÷ base; null where the base is missing or ≤ 0, and for figures that are rates or days themselves. */
  rate: z.number().nullable(),
});
export type Growth = z.infer<typeof growthSchema>;

const headlineKeys = ['actual', 'marginRate', 'returns', 'customers', 'newCustomers', 'winRate', 'cycle'] as const;
export type HeadlineKey = (typeof headlineKeys)[number];

const headlineSchema = z.strictObject({
  /** actual, returns: 分; marginRate, winRate: fractions; customers, newCustomers: their number; cycle: days. */
  key: z.enum(headlineKeys),
  /** Of the whole period, as far as it is imported. */
  value: z.number().nullable(),
  lastYear: growthSchema,
  previous: growthSchema,
  /** By `sparkMonths`. */
  months: z.array(z.number().nullable()).length(12),
});
export type Headline = z.infer<typeof headlineSchema>;

const mixValueSchema = z.strictObject({
  /** What it holds: one value, or all the smaller ones together. '' = none is known. */
  values: z.array(z.string()).min(1),
  rest: z.boolean(),
  /** Share of the scope in the compared days, now and last year; null without a base. */
  share: z.number().nullable(),
  lastYearShare: z.number().nullable(),
});
export type MixValue = z.infer<typeof mixValueSchema>;

const mixRowSchema = z.strictObject({
  nodeId: keySchema,
  name: z.string(),
  kind: nodeFiguresSchema.shape.kind,
  netFen: fenSchema,
  /** One for each value, in their order; percents are whole and sum to 100 (all 0 where nothing is above 0), amounts to `netFen`. */
  parts: z.array(z.strictObject({ netFen: fenSchema, percent: z.int() })),
});
export type MixRow = z.infer<typeof mixRowSchema>;

const mixSchema = z.strictObject({
  dimension: z.enum(factDimensions),
  /** Largest first in the scope, the rest last; [] = no fact says anything. */
  values: z.array(mixValueSchema),
  /** The scope, then each node right below it that sold anything. */
  rows: z.array(mixRowSchema),
});
export type Mix = z.infer<typeof mixSchema>;

const rankedNodeSchema = z.strictObject({
  nodeId: keySchema,
  actualFen: fenSchema,
  /** Null without lines that carry a margin. */
  marginRate: z.number().nullable(),
  lastYear: growthSchema,
  previous: growthSchema,
});
export type RankedNode = z.infer<typeof rankedNodeSchema>;

const salesMonthSchema = z.strictObject({
  month: monthSchema,
  /** Null = nothing imported for the month (missing is not zero). */
  actualFen: fenSchema.nullable(),
  lastYearFen: fenSchema.nullable(),
  /** It runs today. */
  partial: z.boolean(),
});
export type SalesMonth = z.infer<typeof salesMonthSchema>;

export const analysisSchema = z.strictObject({
  /** Of the same scope, period and moment; no filter changes them. */
  figures: figuresSchema,
  filters: factFiltersSchema,
  /** Values that facts of the scope carry, largest first, whatever the filters; [] = a dimension nothing is known of. */
  offered: factFiltersSchema,
  comparison: comparisonSchema,
  /** Figures that have a base here at all. */
  headlines: z.array(headlineSchema),
  /** The last twelve months that are over, up to the period's end. */
  sparkMonths: z.array(monthSchema).length(12),
  /** The fiscal year of the period. */
  months: z.array(salesMonthSchema).length(12),
  mixes: z.array(mixSchema).length(factDimensions.length),
  /** Every node of `Figures`, in its order. */
  ranking: z.array(rankedNodeSchema),
  pareto: z.array(paretoRowSchema),
});
export type Analysis = z.infer<typeof analysisSchema>;
