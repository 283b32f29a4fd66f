/** Amounts are sorted into classes of a 64th of a natural logarithm: about 1.6 % wide, up to 2^53 分. */
const PER_LOG = 64;
export const AMOUNT_CLASSES = Math.ceil(Math.log(2 ** 53) * PER_LOG) + 1;
/** Fewer amounts than these have no bound of their own. */
export const LEAST_AMOUNTS = 12;
/** An amount stands out from twenty times (or a twentieth of) the usual on, and only if it is also five robust deviations away. */
const LEAST_FACTOR = 20;
const DEVIATIONS = 5;
/** Of a normal distribution: its standard deviation over its median absolute deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** Class of an amount in 分, by its size without its sign; 0 分 has none: −1. */
export const amountClass = (fen: number): number => (fen === 0 ? -1 : Math.floor(Math.log(Math.abs(fen)) * PER_LOG));

export interface AmountBound {
  /** The usual amount, in 分. */
  readonly usualFen: number;
  /** Classes below `low` or above `high` stand out. */
  readonly low: number;
  readonly high: number;
}

/**
 * What is usual among amounts counted by class: the median, and as bounds five times the median absolute deviation of the
 * logarithm around it (as a standard deviation, × 1.4826), at least a factor of twenty. Both stay put however extreme single
 * amounts are (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993). Fewer than twelve amounts: null.
 */
export function amountBound(counts: Uint32Array): AmountBound | null {
  let total = 0;
  for (const count of counts) total += count;
  if (total < LEAST_AMOUNTS) return null;
  let median = 0;
  for (let below = counts[0]!; below * 2 < total; below += counts[median]!) median++;
  let spread = 0;
  for (let within = counts[median]!; within * 2 < total; within += (counts[median - spread] ?? 0) + (counts[median + spread] ?? 0)) spread++;
  const reach = Math.max(Math.log(LEAST_FACTOR) * PER_LOG, DEVIATIONS * MAD_TO_DEVIATION * spread);
  return { usualFen: Math.round(Math.exp((median + 0.5) / PER_LOG)), low: median - reach, high: median + reach };
}
