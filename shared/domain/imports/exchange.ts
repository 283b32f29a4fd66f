import { roundHalfEven } from '../../kernel/rounding';
import type { ExchangeRate } from '../../records/source-rule';

/** A rate as an exact fraction: 7.1234 is 71,234 / 10,000. */
export interface ExactRate {
  readonly times: bigint;
  readonly per: bigint;
}

/** The rate of a currency among those given; null when there is none. */
export function rateOf(rates: readonly ExchangeRate[], currency: string): ExactRate | null {
  const found = rates.find((entry) => entry.currency === currency);
  if (found === undefined) return null;
  const [whole = '', decimals = ''] = found.rate.split('.');
  return { times: BigInt(whole + decimals), per: 10n ** BigInt(decimals.length) };
}

/** `units` of a foreign currency in the workspace's own, rounded half-even once; `scale` = how many of the given units make one of the answer's. */
export const exchanged = (units: bigint, { times, per }: ExactRate, scale: bigint): bigint => roundHalfEven(units * times, per * scale);
