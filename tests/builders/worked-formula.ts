import type { Explanation } from '@shared/contracts/explanation';

/** What the lines of an explanation come to, worked down from the first; null where a number is missing or a division has no base. */
export function workedFormula({ lines }: Pick<Explanation, 'lines'>): number | null {
  let so = 0;
  for (const { op, value: { value } } of lines) {
    if (value === null || (op === 'over' && value === 0)) return null;
    so = { start: value, plus: so + value, minus: so - value, times: so * value, over: so / value, atLeast: Math.max(so, value), atMost: Math.min(so, value), gives: value }[op];
  }
  return so;
}
