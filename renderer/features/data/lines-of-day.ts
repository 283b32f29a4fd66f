import type { Drill } from '@shared/contracts/drill';
import type { Day } from '@shared/kernel/day';

/** The order lines of a day, of a customer and product where they are named. */
export function linesOfDay(day: Day, customer: string, product: string): Drill {
  return { fact: 'orders', part: 'net', leaves: null, from: day, to: day, customer: customer || null, product: product || null, stage: null };
}
