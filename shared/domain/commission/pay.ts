import { type Fen, fen } from '../../kernel/fen';
import { roundHalfUp } from '../../kernel/rounding';
import type { CommissionBand, CommissionPlan } from '../../records/commission-plan';

/** Rates are whole millionths, so exact pay is a whole number of millionths of a 分. */
export const MILLION = 1_000_000n;

/** One band as half-open [from, to); the last has no end. */
export interface Band {
  readonly fromFen: number;
  readonly toFen: number | null;
  readonly rateMillionths: number;
}

export function bandsOf(bands: readonly CommissionBand[]): Band[] {
  return bands.map(({ fromFen, rateMillionths }, i) => ({ fromFen, toFen: bands[i + 1]?.fromFen ?? null, rateMillionths }));
}

/** The band an amount lies in, [from, to); below 0 the first. */
export function bandAt(amountFen: number, bands: readonly CommissionBand[]): Band {
  const all = bandsOf(bands);
  return all.findLast(({ fromFen }) => fromFen <= amountFen) ?? all[0]!;
}

/**
 * 超额累进: each part of the base earns the rate of the band it lies in; exact, in millionths of a 分.
 * Below 0 the first rate runs on, so that a return reverses at the rate it is taken from.
 */
export function exactMarginalPay(baseFen: number, bands: readonly CommissionBand[]): bigint {
  return bandsOf(bands).reduce((pay, band) => pay + BigInt(partInBand(baseFen, band)) * BigInt(band.rateMillionths), 0n);
}

/** What of the base lies in the band; a negative base lies in the first, which starts at 0. */
export function partInBand(baseFen: number, { fromFen, toFen }: Band): number {
  if (baseFen < 0) return fromFen === 0 ? baseFen : 0;
  return Math.max(0, Math.min(baseFen, toFen ?? baseFen) - fromFen);
}

/** 全额: the whole base earns the rate of the band it reaches; exact, in millionths of a 分. */
export function exactWholeAmountPay(baseFen: number, bands: readonly CommissionBand[]): bigint {
  return BigInt(baseFen) * BigInt(bandAt(baseFen, bands).rateMillionths);
}

/** Pay of a month, rounded half-up to 1 分 once. A base of 0 or less pays 0: nothing is owed back in this form. */
export function payFor(baseFen: Fen, bands: readonly CommissionBand[], mode: CommissionPlan['mode']): Fen {
  if (baseFen <= 0) return fen(0);
  const exact = mode === 'marginal' ? exactMarginalPay(baseFen, bands) : exactWholeAmountPay(baseFen, bands);
  return fen(Number(roundHalfUp(exact, MILLION)));
}

/** The next band above the base: how far it is and what the whole-amount mode jumps there. Null in the last band. */
export interface NextBand {
  readonly fromFen: Fen;
  readonly rateMillionths: number;
  readonly distanceFen: Fen;
  /** Whole-amount pay just below the edge and on it: 600 → 900 is a cliff. */
  readonly payBelowFen: Fen;
  readonly payOnFen: Fen;
}

export function nextBand(baseFen: Fen, bands: readonly CommissionBand[]): NextBand | null {
  const next = bands.find(({ fromFen }) => fromFen > baseFen);
  if (!next) return null;
  const below = bandAt(next.fromFen - 1, bands);
  const payAt = (rateMillionths: number) => fen(Number(roundHalfUp(BigInt(next.fromFen) * BigInt(rateMillionths), MILLION)));
  return {
    fromFen: next.fromFen,
    rateMillionths: next.rateMillionths,
    distanceFen: fen(next.fromFen - baseFen),
    payBelowFen: payAt(below.rateMillionths),
    payOnFen: payAt(next.rateMillionths),
  };
}
