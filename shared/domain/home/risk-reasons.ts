import type { RiskReason } from '../../contracts/home';
import { type Fen, fen } from '../../kernel/fen';
import { ratioOf } from '../../kernel/rate';

interface OpenDeals {
  readonly count: number;
  readonly amountFen: number;
}

interface Closings {
  readonly won: number;
  readonly lost: number;
}

/** What the ledger knows of one person that may explain a gap; counts of 0 and nulls explain nothing. */
export interface RiskSignals {
  readonly overdue: OpenDeals;
  /** `days` = the limit beyond which they count. */
  readonly stalled: OpenDeals & { readonly days: number };
  /** Working days without business up to today or the period's end. */
  readonly quietDays: number;
  /** Last year's largest customer of the same days. */
  readonly bestCustomer: { readonly customer: string; readonly nowFen: number; readonly lastYearFen: number } | null;
  readonly closed: Closings;
  readonly teamClosed: Closings;
  readonly targetFen: Fen | null;
  /** Per working day: needed from now on, and of the best month before. */
  readonly neededFen: Fen | null;
  readonly bestFen: Fen | null;
  /** 1 = the month of joining; null = not known. */
  readonly monthsSinceJoining: number | null;
}

/** A week of working days. */
const QUIET_DAYS = 5;
/** A customer that fell matters from this share of the target. */
const CUSTOMER_SHARE = 0.1;
/** Fewer closed deals say nothing of a rate; so many points below the team's do. */
const [FEW_OWN, FEW_OF_TEAM, POINTS_BELOW] = [5, 10, 10];
const NEW_FOR_MONTHS = 6;

/** The reasons that these signals give by rule; first those that set this person apart, then the ones that many share. */
export function riskReasons(signals: RiskSignals): RiskReason[] {
  const { overdue, stalled, quietDays, neededFen, bestFen, monthsSinceJoining } = signals;
  const reasons: (RiskReason | null)[] = [
    quietDays < QUIET_DAYS ? null : { code: 'noOrders', days: quietDays },
    monthsSinceJoining === null || monthsSinceJoining < 1 || monthsSinceJoining > NEW_FOR_MONTHS ? null : { code: 'newHire', month: monthsSinceJoining },
    customerFell(signals),
    winRate(signals),
    overdue.count === 0 ? null : { code: 'overdueDeals', count: overdue.count, amountFen: fen(overdue.amountFen) },
    stalled.count === 0 ? null : { code: 'stalledDeals', count: stalled.count, amountFen: fen(stalled.amountFen), days: stalled.days },
    neededFen === null || bestFen === null || neededFen <= bestFen ? null : { code: 'aboveBest', neededFen, bestFen },
  ];
  return reasons.filter((reason) => reason !== null);
}

function customerFell({ bestCustomer, targetFen }: RiskSignals): RiskReason | null {
  if (bestCustomer === null || bestCustomer.customer === '') return null;
  const { customer, nowFen, lastYearFen } = bestCustomer;
  const matters = lastYearFen - nowFen >= CUSTOMER_SHARE * (targetFen ?? 0);
  return lastYearFen > 0 && nowFen * 2 <= lastYearFen && matters ? { code: 'customerFell', customer, nowFen: fen(nowFen), lastYearFen: fen(lastYearFen) } : null;
}

/** Rates are compared in whole deals: a difference of exactly ten points must not be lost in a fraction. */
function winRate({ closed, teamClosed }: RiskSignals): RiskReason | null {
  const [all, allOfTeam] = [closed.won + closed.lost, teamClosed.won + teamClosed.lost];
  const [own, team] = [ratioOf(closed.won, all), ratioOf(teamClosed.won, allOfTeam)];
  if (own === null || team === null || all < FEW_OWN || allOfTeam < FEW_OF_TEAM) return null;
  const pointsBelow = (teamClosed.won * all - closed.won * allOfTeam) * 100;
  return pointsBelow >= POINTS_BELOW * all * allOfTeam ? { code: 'winRate', own, team, closed: all } : null;
}

/** Open deals stall after twice the days a won one usually takes, at least 30; 90 where too few were won to tell. */
export function stalledAfterDays(medianCycleDays: number | null): number {
  return medianCycleDays === null ? 90 : Math.max(30, Math.round(medianCycleDays * 2));
}
