import type { Day } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import { useMemo } from 'react';
import * as formats from './formats';
import { useMessages } from './use-messages';

/** The formats of the language in use: `const { money, percent, month } = useFormats()`. */
export function useFormats() {
  const { language } = useMessages();
  return useMemo(
    () => ({
      number: (value: number | null, decimals = 0) => formats.formatNumber(value, language, decimals),
      amount: (fen: number | null, unit: formats.MoneyUnit = 'wan') => formats.formatAmount(fen, language, unit),
      money: (fen: number | null, unit?: formats.MoneyUnit) => formats.formatMoney(fen, language, unit),
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
    }),
    [language],
  );
}

export type Formats = ReturnType<typeof useFormats>;
