import { addMonths, fiscalYearOf, fiscalYearMonths } from '../../kernel/month';
import { type Period, monthPeriod, parsePeriod } from '../../kernel/period';

/** The period of the same kind that ends where this one begins: the month, fiscal quarter or year before. */
export function previousPeriod(period: Period, fiscalYearStartMonth: number): Period {
  const first = addMonths(period.months[0]!, -period.months.length);
  if (period.kind === 'month') return monthPeriod(first);
  const year = fiscalYearOf(first, fiscalYearStartMonth);
  const quarter = fiscalYearMonths(year, fiscalYearStartMonth).indexOf(first) / 3 + 1;
  const parsed = parsePeriod(`${String(year).padStart(4, '0')}${period.kind === 'quarter' ? `Q${quarter}` : ''}`, fiscalYearStartMonth);
  if (!parsed.ok) throw new Error(`No period before ${period.key}`);
  return parsed.value;
}
