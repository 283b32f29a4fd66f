import type { ChartLook } from '@renderer/charts/chart-look';
import { readChartTokens } from '@renderer/charts/chart-tokens';
import { type MoneyUnit, formatAmount, formatFullDay, formatMoney, formatNumber, formatPercent, formatPeriod, unitName, unitOfAll } from '@renderer/i18n/formats';
import { type Translate, translatorFor } from '@renderer/i18n/i18n';
import type { Figures } from '@shared/contracts/figures';
import type { ReviewPack } from '@shared/contracts/review-pack';
import type { Day } from '@shared/kernel/day';
import type { Language } from '@shared/messages/catalogue';

/** Words and formats of one pack: its own language, one money unit throughout, the formats of the screen. */
export interface PackText {
  readonly t: Translate;
  readonly language: Language;
  readonly unit: MoneyUnit;
  /** What targets and actuals of the pack count. */
  readonly measure: Figures['measure'];
  /** Bare amount in the pack's unit; the unit stands in the head. */
  readonly amount: (fen: number | null) => string;
  /** Amount with a leading + where it is more than nothing. */
  readonly signed: (fen: number | null) => string;
  /** Amount with its unit. */
  readonly money: (fen: number | null) => string;
  /** The same with a leading + where it is more than nothing. */
  readonly signedMoney: (fen: number | null) => string;
  /** 元 to 分, as on statements. */
  readonly yuan: (fen: number | null) => string;
  readonly percent: (rate: number | null) => string;
  /** A difference of two rates in percentage points, without a sign. */
  readonly points: (difference: number) => string;
  readonly number: (value: number | null, decimals?: number) => string;
  readonly day: (value: string | null) => string;
  /** The calendar day of an instant on this machine, `YYYY-MM-DD`. */
  readonly dayOf: (instant: string) => string;
  readonly period: (key: string) => string;
  readonly unitName: string;
}

/** Swedish writes a day as ISO 8601 does. */
const isoDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });

/** As on a chart of the scope's figures, but never 亿元: the people of a large scope stand on the same pages. */
export function packUnit(figures: Figures): MoneyUnit {
  const { target, sales } = figures.nodes[0]!;
  const unit = unitOfAll([target.actualFen, target.targetFen, sales.netFen]);
  return unit === 'yi' ? 'wan' : unit;
}

export function packText({ language, figures }: Pick<ReviewPack, 'language' | 'figures'>): PackText {
  const unit = packUnit(figures);
  const amount = (fen: number | null) => formatAmount(fen, language, unit);
  return {
    t: translatorFor(language),
    language,
    unit,
    measure: figures.measure,
    amount,
    signed: (fen) => `${fen !== null && fen > 0 ? '+' : ''}${amount(fen)}`,
    money: (fen) => formatMoney(fen, language, unit),
    signedMoney: (fen) => `${fen !== null && fen > 0 ? '+' : ''}${formatMoney(fen, language, unit)}`,
    yuan: (fen) => formatAmount(fen, language, 'yuan'),
    percent: (rate) => formatPercent(rate, language),
    points: (difference) => formatNumber(Math.abs(difference) * 100, language, 1),
    number: (value, decimals) => formatNumber(value, language, decimals),
    day: (value) => formatFullDay(value as Day | null, language),
    dayOf: (instant) => isoDay.format(new Date(instant)),
    period: (key) => formatPeriod(key, language),
    unitName: unitName(unit, language),
  };
}

/** The look of charts on paper. */
export const printLook = ({ t, language, unit }: PackText): ChartLook => ({ tokens: readChartTokens(document.documentElement), medium: 'print', t, language, unit });
