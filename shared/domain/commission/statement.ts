import type { DrillRow } from '../../contracts/drill';
import type { CommissionStatement, StatementLine } from '../../contracts/review-pack';
import { type Fen, fen, sumFen } from '../../kernel/fen';
import type { YearMonth } from '../../kernel/month';
import { roundPartsToTotal } from '../../kernel/rounding';
import type { CommissionPlan } from '../../records/commission-plan';
import { MILLION, bandAt, bandsOf, exactMarginalPay, partInBand, payFor } from './pay';

/**
 * A person's commission of a month with its order lines (or won opportunities).
 * Base = Σ line amounts; pay is exact and rounded once (see pay.ts). Lines fill the bands by date, number and row; a
 * return empties them again from the top, so it reverses at the rate of the top of the filled base. Pay is spread over
 * lines and over bands by largest remainder: both sum to `payFen` to 1 分. A base ≤ 0 pays 0 and every line 0.
 * Changes of closed months are taken in by the caller (see late-changes.ts). No rows: a statement of zeros. Source: performance.md «Incentives».
 */
export function buildStatement(plan: CommissionPlan, month: YearMonth, rows: readonly DrillRow[]): CommissionStatement {
  const ordered = [...rows].sort(byDateNumberRow);
  const baseFen = sumFen(ordered.map(({ amountFen }) => amountFen));
  const marginalFen = payFor(baseFen, plan.bands, 'marginal');
  const wholeAmountFen = payFor(baseFen, plan.bands, 'wholeAmount');
  const payFen = plan.mode === 'marginal' ? marginalFen : wholeAmountFen;
  return {
    plan,
    month,
    baseFen,
    payFen,
    marginalFen,
    wholeAmountFen,
    bands: bandShares(plan, baseFen, payFen),
    lines: statementLines(plan, ordered, baseFen, payFen),
    lateChanges: [],
  };
}

function byDateNumberRow(a: DrillRow, b: DrillRow): number {
  const text = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  return text(a.day, b.day) || text(a.number, b.number) || text(a.fileName, b.fileName) || a.line - b.line;
}

function statementLines(plan: CommissionPlan, rows: readonly DrillRow[], baseFen: Fen, payFen: Fen): StatementLine[] {
  let filledFen = 0;
  const pieces = rows.map(({ amountFen }) => {
    const before = filledFen;
    filledFen += amountFen;
    if (plan.mode === 'wholeAmount') {
      const rate = bandAt(baseFen, plan.bands).rateMillionths;
      return { exact: BigInt(amountFen) * BigInt(rate), rates: amountFen === 0 ? [] : [rate] };
    }
    return { exact: exactMarginalPay(filledFen, plan.bands) - exactMarginalPay(before, plan.bands), rates: ratesBetween(before, filledFen, plan) };
  });
  const pays = baseFen > 0 ? roundPartsToTotal(payFen, pieces.map(({ exact }) => exact), MILLION) : rows.map(() => 0);
  return rows.map((row, i) => ({
    day: row.day,
    number: row.number,
    customer: row.customer,
    product: row.product,
    amountFen: fen(row.amountFen),
    payFen: fen(pays[i]!),
    rates: pieces[i]!.rates,
    fileName: row.fileName,
    line: row.line,
  }));
}

/** Rates of the bands that a line fills (or, going down, empties), lowest band first. */
function ratesBetween(before: number, after: number, plan: CommissionPlan): number[] {
  return bandsOf(plan.bands)
    .filter((band) => partInBand(before, band) !== partInBand(after, band))
    .map(({ rateMillionths }) => rateMillionths);
}

/** What of a base lies in each band and what it earns there; the pay of the bands sums to `payFen` (largest remainder). */
export function bandShares(plan: Pick<CommissionPlan, 'bands' | 'mode'>, baseFen: Fen, payFen: Fen): CommissionStatement['bands'] {
  const bands = bandsOf(plan.bands);
  const reached = bandAt(baseFen, plan.bands).fromFen;
  const bases = bands.map((band) => (plan.mode === 'marginal' ? partInBand(baseFen, band) : band.fromFen === reached ? baseFen : 0));
  const exact = bases.map((base, i) => BigInt(base) * BigInt(bands[i]!.rateMillionths));
  const pays = baseFen > 0 ? roundPartsToTotal(payFen, exact, MILLION) : bands.map(() => 0);
  return bands.map((band, i) => ({
    fromFen: fen(band.fromFen),
    toFen: band.toFen === null ? null : fen(band.toFen),
    rateMillionths: band.rateMillionths,
    baseFen: fen(bases[i]!),
    payFen: fen(pays[i]!),
  }));
}
