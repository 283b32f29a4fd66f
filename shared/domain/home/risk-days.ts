import { type Day, addDays, addYears } from '../../kernel/day';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The period as far as it has come: a running one up to today, like one that ended up to its end. */
const sofar = ({ from, to }: Days, today: Day): Days => ({ from, to: today < to ? today : to });

/** The days of a period in which a customer is compared, and the same days one year earlier. */
export function customerDays(period: Days, today: Day): { readonly now: Days; readonly lastYear: Days } {
  const now = sofar(period, today);
  return { now, lastYear: { from: addYears(now.from, -1), to: addYears(now.to, -1) } };
}

/** The 90 days up to today or the period's end in which a win rate is taken: one month closes too few deals to tell. */
export function dealsClosedSince(period: Days, today: Day): Days {
  const { to } = sofar(period, today);
  return { from: addDays(to, -89), to };
}
