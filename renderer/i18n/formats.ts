import type { Day } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import { roundHalfUp } from '@shared/kernel/rounding';
import type { Language } from '@shared/messages/catalogue';
import { textOf } from './i18n';

/** How figures and dates are written. Pure: the same value always reads the same on screen, in files and in print. */

/** Not known, or nothing to show. */
export const NONE = '–';
const MINUS = '\u2212';
/** 元, 万元, 亿元. */
export type MoneyUnit = 'yuan' | 'wan' | 'yi';

const UNITS: Record<MoneyUnit, { fen: bigint; decimals: number }> = {
  yuan: { fen: 100n, decimals: 2 },
  wan: { fen: 1_000_000n, decimals: 1 },
  yi: { fen: 10_000_000_000n, decimals: 2 },
};

const typographic = (text: string) => text.replaceAll('-', MINUS);

/** A plain number with thousands separators and exactly `decimals` places; null is –. */
export function formatNumber(value: number | null, language: Language, decimals = 0): string {
  if (value === null) return NONE;
  const text = new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' }).format(value);
  return typographic(text);
}

/** The unit in which an amount reads best: below 1 万元 元, below 1 亿元 万元, else 亿元. */
export function unitFor(fen: number): MoneyUnit {
  const size = Math.abs(fen);
  if (size < 1_000_000) return 'yuan';
  return size < 10_000_000_000 ? 'wan' : 'yi';
}

/** An amount as a bare figure in a fixed unit (the unit stands in the head): 元 2, 万元 1, 亿元 2 decimals, rounded half up from exact 分. */
export function formatAmount(fen: number | null, language: Language, unit: MoneyUnit): string {
  if (fen === null) return NONE;
  const { fen: unitFen, decimals } = UNITS[unit];
  const scale = 10 ** decimals;
  return formatNumber(Number(roundHalfUp(BigInt(fen) * BigInt(scale), unitFen)) / scale, language, decimals);
}

export const unitName = (unit: MoneyUnit, language: Language): string => textOf(language, `ui.${unit}`, {});

/** An amount with its unit, chosen by size unless given: `115.1 万元`, `8,630.50 元`; null is –. */
export function formatMoney(fen: number | null, language: Language, unit?: MoneyUnit): string {
  if (fen === null) return NONE;
  const chosen = unit ?? unitFor(fen);
  return `${formatAmount(fen, language, chosen)} ${unitName(chosen, language)}`;
}

/** A fraction as a percentage: 0.642 → `64.2%`; null is –. */
export function formatPercent(rate: number | null, language: Language, decimals = 1): string {
  if (rate === null) return NONE;
  const text = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' }).format(rate);
  return typographic(text);
}

/** A date pattern in the language's own order; calendar days carry no zone, so they are read and written as UTC. */
function written(text: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(new Date(`${text}T00:00:00Z`));
}

/** `10月22日` / `Oct 22`; null is –. */
export function formatDay(day: Day | null, language: Language): string {
  return day === null ? NONE : written(day, language, { month: 'short', day: 'numeric' });
}

/** `2026年10月22日` / `Oct 22, 2026`. */
export function formatFullDay(day: Day | null, language: Language): string {
  return day === null ? NONE : written(day, language, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** `周四` / `Thu`. */
export const formatWeekday = (day: Day, language: Language): string => written(day, language, { weekday: 'short' });

/** `2026年10月` / `Oct 2026`. */
export const formatMonth = (month: YearMonth, language: Language): string => written(`${month}-01`, language, { year: 'numeric', month: 'short' });

/** `10月` / `Oct`. */
export const formatMonthName = (month: YearMonth, language: Language): string => written(`${month}-01`, language, { month: 'short' });

/** A period key: `2026年10月`, `2026 Q4`, `2026年` / `Oct 2026`, `2026 Q4`, `2026`. */
export function formatPeriod(key: string, language: Language): string {
  if (key.includes('-')) return formatMonth(key as YearMonth, language);
  if (key.includes('Q')) return key.replace('Q', ' Q');
  return written(`${key}-01-01`, language, { year: 'numeric' });
}

/** Clock time of an instant on this machine: `10:42`. */
export const formatTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

/** Day and clock time of an instant on this machine: `10月22日 09:10` / `Oct 22 09:10`. */
export function formatInstant(instant: string, language: Language): string {
  const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }).format(new Date(instant));
  return `${day} ${formatTime(instant, language)}`;
}

/** `18.4 MB`: file sizes in powers of 1,000, as file managers show them. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1000) return `${formatNumber(bytes, language)} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, language, 1)} kB`;
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
}

const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** Order of names in both languages: Chinese by pinyin, Latin letters by alphabet, figures by size. */
export const compareNames = (a: string, b: string): number => pinyin.compare(a, b);
