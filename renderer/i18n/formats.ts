import type { Day } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import { roundHalfUp } from '@shared/kernel/rounding';
import type { Language } from '@shared/messages/catalogue';
import { textOf } from './i18n';

/** How figures and dates are written. Pure: the same value always reads the same on screen, in files and in print. */

/** Not known, or nothing to show. */
export const NONE = '–';
const MINUS = '\u2212';
/** 元 with 分, whole 元, 万元, 亿元. */
export type MoneyUnit = 'yuan' | 'wholeYuan' | 'wan' | 'yi';

const UNITS: Record<MoneyUnit, { fen: bigint; decimals: number }> = {
  yuan: { fen: 100n, decimals: 2 },
  wholeYuan: { fen: 100n, decimals: 0 },
  wan: { fen: 1_000_000n, decimals: 1 },
  yi: { fen: 10_000_000_000n, decimals: 2 },
};

const typographic = (text: string) => text.replaceAll('-', MINUS);

/** Making one of these costs far more than using it: a grid of a thousand figures would be felt. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(language: Language, style: 'decimal' | 'percent', decimals: number): Intl.NumberFormat {
  const key = `${language} ${style} ${decimals}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { style, minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' });
  numberFormats.set(key, made);
  return made;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  dateFormats.set(key, made);
  return made;
}

/** A plain number with thousands separators and exactly `decimals` places; null is –. */
export function formatNumber(value: number | null, language: Language, decimals = 0): string {
  if (value === null) return NONE;
  return typographic(numberFormat(language, 'decimal', decimals).format(value));
}

/** The unit in which an amount reads best: below 1 万元 元, below 1 亿元 万元, else 亿元. */
export function unitFor(fen: number): MoneyUnit {
  const size = Math.abs(fen);
  if (size < 1_000_000) return 'yuan';
  return size < 10_000_000_000 ? 'wan' : 'yi';
}

const TEN_WAN_FEN = 10_000_000;
const TEN_YI_FEN = 100_000_000_000;

/**
 * The one unit of amounts that stand together (a chart, a pack), by the largest: below 10 万元 all in 元, since 万元 with one
 * decimal would hide them; from 10 亿元 in 亿元, else in 万元. Nothing known: 万元.
 */
export function unitOfAll(amounts: readonly (number | null)[]): MoneyUnit {
  const known = amounts.filter((fen) => fen !== null);
  if (known.length === 0) return 'wan';
  const largest = known.reduce((most, fen) => Math.max(most, Math.abs(fen)), 0);
  if (largest < TEN_WAN_FEN) return 'yuan';
  return largest < TEN_YI_FEN ? 'wan' : 'yi';
}

/** What the user wants amounts shown in: `auto` = by their size. */
export type UnitChoice = 'auto' | 'yuan' | 'wan' | 'yi';

/** The unit chosen, or the one that is right by itself. Of millions nobody reads the 分: 元 by choice are whole ones. */
export function chosenUnit(choice: UnitChoice, automatic: MoneyUnit): MoneyUnit {
  if (choice === 'auto') return automatic;
  return choice === 'yuan' ? 'wholeYuan' : choice;
}

/** An amount as a bare figure in a fixed unit (the unit stands in the head): 元 2, 万元 1, 亿元 2 decimals, rounded half up from exact 分. */
export function formatAmount(fen: number | null, language: Language, unit: MoneyUnit): string {
  if (fen === null) return NONE;
  const { fen: unitFen, decimals } = UNITS[unit];
  const scale = 10 ** decimals;
  return formatNumber(Number(roundHalfUp(BigInt(fen) * BigInt(scale), unitFen)) / scale, language, decimals);
}

export const unitName = (unit: MoneyUnit, language: Language): string => textOf(language, `ui.${unit === 'wholeYuan' ? 'yuan' : unit}`, {});

/** An amount with its unit, chosen by size unless given: `115.1 万元`, `8,630.50 元`; null is –. */
export function formatMoney(fen: number | null, language: Language, unit?: MoneyUnit): string {
  if (fen === null) return NONE;
  const chosen = unit ?? unitFor(fen);
  return `${formatAmount(fen, language, chosen)} ${unitName(chosen, language)}`;
}

/** A fraction as a percentage: 0.642 → `64.2%`; null is –. */
export function formatPercent(rate: number | null, language: Language, decimals = 1): string {
  if (rate === null) return NONE;
  return typographic(numberFormat(language, 'percent', decimals).format(rate));
}

/** A date pattern in the language's own order; calendar days carry no zone, so they are read and written as UTC. */
function written(text: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(language, options).format(new Date(`${text}T00:00:00Z`));
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
  if (bytes < 1_000_000_000) return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
  return `${formatNumber(bytes / 1_000_000_000, language, 1)} GB`;
}
