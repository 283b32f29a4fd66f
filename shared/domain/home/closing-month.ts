import { type Day, monthOfDay } from '../../kernel/day';
import { type YearMonth, addMonths } from '../../kernel/month';

/** The month that is being closed: the last one of the period shown if it has ended, else the one before today's. */
export function closingMonth(period: { readonly to: Day }, today: Day): YearMonth {
  return period.to < today ? monthOfDay(period.to) : addMonths(monthOfDay(today), -1);
}
