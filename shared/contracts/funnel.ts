import type { Day } from '../kernel/day';
import type { Rate } from '../kernel/rate';

/** Opportunities and what they are worth in 分: expected of open and lost ones, won value of won ones. */
export interface CountedDeals {
  readonly count: number;
  readonly amountFen: number;
}

/** One open stage: what the cohort made of it (null where the order of the stages is not known), and what stands in it now. */
export interface FunnelStep {
  readonly stage: string;
  /** Of the cohort, those that came as far as this stage; they include those that went further. */
  readonly cohort: {
    readonly reached: number;
    /** Came into the next stage (the last one: won) ÷ reached; null when nobody reached it. */
    readonly conversion: Rate | null;
    /** The same of the four periods before, counted together; null without them. */
    readonly history: Rate | null;
    /** Clearly below its history (rule: `isBottleneck`). */
    readonly isBottleneck: boolean;
  } | null;
  /** Open ones standing here today, whenever they were created. */
  readonly snapshot: CountedDeals;
}

/** Days, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The funnel of a scope: the cohort of opportunities created in a period, followed over the imports, beside the snapshot of
 * those that stand open today. The two answer different questions and are never added.
 */
export interface CohortFunnel {
  readonly period: DaySpan & { readonly key: string };
  readonly scope: { readonly name: string; readonly leaves: readonly string[] };
  readonly today: Day;
  /** Open stages in the order a deal walks through them; where that is not known the fullest first. [] without opportunities. */
  readonly steps: readonly FunnelStep[];
  readonly cohort: {
    readonly created: number;
    /** Won by today, whenever. */
    readonly won: number;
    /** won ÷ created; null when none was created. */
    readonly conversion: Rate | null;
    /** Not closed yet: what they still win raises the conversions. */
    readonly open: number;
    /** Known from one import only: taken to have come as far as they stand, and through all stages before. */
    readonly seenOnce: number;
    /** Lost before any import saw them open: known to have reached the first stage, and counted in no other. */
    readonly lostUnseen: number;
  };
  /** The four periods before; null when one of them has no opportunity created in it. */
  readonly history: (DaySpan & { readonly created: number; readonly conversion: Rate | null }) | null;
  /** Closed in the period, whenever they were created. */
  readonly closed: { readonly won: CountedDeals; readonly lost: CountedDeals };
}
