import type { Fen } from '../kernel/fen';
import type { YearMonth } from '../kernel/month';

/** Why somebody is behind, each reason with the numbers it rests on. Days are calendar days unless they say working days. */
export type RiskReason =
  /** Still open although their expected close has passed. */
  | { readonly code: 'overdueDeals'; readonly count: number; readonly amountFen: Fen }
  /** So many working days without an order line (or a deal won), counted up to today or the period's end. */
  | { readonly code: 'noOrders'; readonly days: number }
  /** Last year's best customer of the same days buys half or less. */
  | { readonly code: 'customerFell'; readonly customer: string; readonly nowFen: Fen; readonly lastYearFen: Fen }
  /** Not overdue, but open for `days` or longer: twice what a won deal usually takes. */
  | { readonly code: 'stalledDeals'; readonly count: number; readonly amountFen: Fen; readonly days: number }
  /** Of what was closed in 90 days, against the team's. */
  | { readonly code: 'winRate'; readonly own: number; readonly team: number; readonly closed: number }
  /** What is needed per working day from now on, against the best month there ever was. */
  | { readonly code: 'aboveBest'; readonly neededFen: Fen; readonly bestFen: Fen }
  /** Joined not long ago; the month of joining is 1. */
  | { readonly code: 'newHire'; readonly month: number };

/** A person behind the pace; who it is and by how much is in the figures, under the node. */
export interface PersonAtRisk {
  readonly nodeId: string;
  readonly personId: string;
  /** The heaviest first; [] where nothing known explains it. */
  readonly reasons: readonly RiskReason[];
}

/** What a review lacks first. */
export type ReviewLack = 'begin' | 'scores' | 'comments' | 'signature';

export interface ReviewStanding {
  readonly personId: string;
  readonly name: string;
  /** Null = signed. */
  readonly lack: ReviewLack | null;
}

/** Where the month that is being closed stands, for a scope. */
export interface ClosingMonth {
  readonly month: YearMonth;
  /** Facts of the plan's measure that were imported for the month, and when the last file of it came. */
  readonly rows: number;
  readonly lastImportedAt: string | null;
  /** Null = no plan for the month's fiscal year. */
  readonly plan: { readonly committedVersion: number; readonly workingChanges: number } | null;
  /** Numbers handed down that their children do not add up to, declared buffers left out. */
  readonly gaps: { readonly count: number; readonly sumFen: Fen };
  readonly reviews: {
    /** The month's reviews were started. */
    readonly begun: boolean;
    readonly standings: readonly ReviewStanding[];
    readonly lastSignedAt: string | null;
  };
  /** Changes of months closed before: settled with this month's statements (their review is unsigned), or only later. */
  readonly lateChanges: { readonly thisMonth: number; readonly later: number };
}

/** What the ledger alone can tell of a period and scope for the first page. */
export interface HomeFindings {
  readonly closing: ClosingMonth;
  /** The most behind first. */
  readonly atRisk: readonly PersonAtRisk[];
  /** When the last import of anything was made; null = nothing stands. */
  readonly lastImportedAt: string | null;
}
