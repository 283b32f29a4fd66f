import type { Day } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import type { Language } from '@shared/messages/catalogue';
import * as formats from './formats';
import { useUnitChoice } from './unit-choice';
import { useMessages } from './use-messages';

const formatsIn = (language: Language, choice: formats.UnitChoice) => ({
  number: (value: number | null, decimals = 0) => formats.formatNumber(value, language, decimals),
  /** The unit of amounts that stand together: the chosen one, else `automatic` (tables and trees: 万元). */
  unit: (automatic: formats.MoneyUnit = 'wan') => formats.chosenUnit(choice, automatic),
  amount: (fen: number | null, unit: formats.MoneyUnit = formats.chosenUnit(choice, 'wan')) => formats.formatAmount(fen, language, unit),
  money: (fen: number | null, unit: formats.MoneyUnit = formats.chosenUnit(choice, formats.unitFor(fen ?? 0))) => formats.formatMoney(fen, language, unit),
  unitName: (unit: formats.MoneyUnit) => formats.unitName(unit, language),
  percent: (rate: number | null, decimals = 1) => formats.formatPercent(rate, language, decimals),
  day: (day: Day | null) => formats.formatDay(day, language),
  fullDay: (day: Day | null) => formats.formatFullDay(day, language),
  weekday: (day: Day) => formats.formatWeekday(day, language),
  month: (month: YearMonth) => formats.formatMonth(month, language),
  monthName: (month: YearMonth) => formats.formatMonthName(month, language),
  period: (key: string) => formats.formatPeriod(key, language),
  time: (instant: string) => formats.formatTime(instant, language),
  instant: (instant: string) => formats.formatInstant(instant, language),
  bytes: (bytes: number) => formats.formatBytes(bytes, language),
});
export type Formats = ReturnType<typeof formatsIn>;

const made = new Map<string, Formats>();

/**
 * The formats of the language in use: `const { money, percent, month } = useFormats()`. Amounts are in the unit that the user
 * has chosen; given a unit, `amount` and `money` are in that one whatever is chosen (exact amounts in 元).
 * One object for all components: a page has hundreds that ask.
 */
export function useFormats(): Formats {
  const { language } = useMessages();
  const choice = useUnitChoice();
  const key = `${language} ${choice}`;
  const known = made.get(key) ?? formatsIn(language, choice);
  made.set(key, known);
  return known;
}
