import type { CommissionStatement, LateChange, StatementLine } from '../../contracts/review-pack';
import { type Fen, fen, sumFen } from '../../kernel/fen';
import type { YearMonth } from '../../kernel/month';
import type { CommissionPlan } from '../../records/commission-plan';
import { payFor } from './pay';

/** A closed month of a person as it was signed: its base and pay-out, and the plan they were computed with. */
export interface ClosedMonth {
  readonly month: YearMonth;
  readonly plan: CommissionPlan;
  readonly baseFen: number;
  readonly payFen: number;
}

type Change = Pick<LateChange, 'month' | 'baseFen' | 'payFen'>;

/**
 * 关账后变动: what the facts of a closed month come to now, beyond what was signed and what later statements settled of it.
 * The pay is that of the whole month under the plan it was signed with, so nothing is paid twice and nothing is lost.
 * No change: zeros. Source: customers-and-analysis.md «Closed months».
 */
export function openChange(closed: ClosedMonth, settled: readonly Pick<Change, 'baseFen' | 'payFen'>[], nowBaseFen: number): Change {
  const payNow = payFor(fen(nowBaseFen), closed.plan.bands, closed.plan.mode);
  return {
    month: closed.month,
    baseFen: fen(nowBaseFen - closed.baseFen - sumFen(settled.map(({ baseFen }) => baseFen))),
    payFen: fen(payNow - closed.payFen - sumFen(settled.map(({ payFen }) => payFen))),
  };
}

/**
 * What the open month's statement takes in, oldest month first. More is paid at once; what is to be taken back is taken as
 * far as the pay-out reaches, and the rest (`carriedFen` ≤ 0) stays open for the next month: nobody's pay-out falls below 0.
 */
export function settleChanges(payFen: Fen, changes: readonly Change[]): (Change & Pick<LateChange, 'carriedFen'>)[] {
  let reach = payFen + sumFen(changes.map((change) => Math.max(0, change.payFen)));
  return [...changes].sort((a, b) => (a.month < b.month ? -1 : 1)).map((change) => {
    if (change.payFen >= 0) return { ...change, carriedFen: fen(0) };
    const taken = Math.min(0 - change.payFen, reach);
    reach -= taken;
    return { ...change, payFen: fen(0 - taken), carriedFen: fen(change.payFen + taken) };
  });
}

/** What is paid for a month: its own pay-out and the late changes it settles. */
export const payableFen = ({ payFen, lateChanges }: Pick<CommissionStatement, 'payFen' | 'lateChanges'>): Fen => fen(payFen + sumFen(lateChanges.map((change) => change.payFen)));

type Line = LateChange['lines'][number];
const plain = ({ day, number, customer, product, amountFen, fileName, line }: Line | StatementLine): Line => ({ day, number, customer, product, amountFen, fileName, line });
const keyOf = ({ day, number, customer, product }: Line, amountFen: number): string => JSON.stringify([day, number, customer, product, amountFen]);

/**
 * The lines that make a month's base now, held against those it was settled with: lines that came, and with the opposite
 * sign lines that went, by day and number. Equal lines are counted, not merged; what came and went again is left out. The
 * amounts sum to the change of the base.
 */
export function changedLines(before: readonly (Line | StatementLine)[], now: readonly (Line | StatementLine)[]): Line[] {
  const changes = [...before.map((line) => ({ ...plain(line), amountFen: fen(0 - line.amountFen) })), ...now.map(plain)];
  const standing = new Map<string, Line[]>();
  for (const line of changes) {
    const opposites = standing.get(keyOf(line, 0 - line.amountFen));
    if (line.amountFen !== 0 && opposites?.pop() !== undefined) continue;
    const key = keyOf(line, line.amountFen);
    const equal = standing.get(key);
    if (equal === undefined) standing.set(key, [line]);
    else equal.push(line);
  }
  const left = [...standing.values()].flat().filter(({ amountFen }) => amountFen !== 0);
  return left.sort((a, b) => compare(a.day, b.day) || compare(a.number, b.number) || a.amountFen - b.amountFen);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
