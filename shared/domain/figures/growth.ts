import type { Growth } from '../../contracts/analysis';

/** Growth of an amount or a count: without a base above 0 there is no rate, only the change; without a base at all neither. */
export function growthOf(now: number | null, base: number | null): Growth {
  const change = changeOf(now, base);
  return { base, change, rate: change === null || base === null || base <= 0 ? null : change / base };
}

/** How a figure that is a rate or a number of days moved: by points or days, never by a rate of a rate. */
export const shiftOf = (now: number | null, base: number | null): Growth => ({ base, change: changeOf(now, base), rate: null });

const changeOf = (now: number | null, base: number | null): number | null => (now === null || base === null ? null : now - base);
