/** Imported columns are totalled in 1/10,000 of their unit, so that sub-分 amounts cannot hide. */
const SCALE = 10_000n;
const MINUS = '\u2212';

/**
 * An exact decimal with thousands separators: 1284063500000n → "128,406,350.00".
 * `units` is in 1/10,000; at least `places` decimals are shown, more only where they are not 0. Zero is "0.00" (places 2).
 */
export function exactDecimal(units: bigint, places: number): string {
  const magnitude = units < 0n ? -units : units;
  const whole = String(magnitude / SCALE).replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = String(magnitude % SCALE).padStart(4, '0').replace(/0+$/, '').padEnd(places, '0');
  return `${units < 0n ? MINUS : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
