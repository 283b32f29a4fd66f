import words from '../../../resources/import-presets/month-words.json';
import { cleanText, toHalfWidth } from './normalise-text';

/** A month as a head office writes it; `year` null = it does not say. */
export interface MonthName {
  readonly year: number | null;
  /** 1 … 12 of the calendar. */
  readonly month: number;
}

const monthOfName = new Map(words.names.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const NAMES = [...monthOfName.keys()].sort((a, b) => b.length - a.length).join('|');
const YEAR = String.raw`(\d{4}|\d{2}(?=${words.year}))${words.year}?[-/.]?`;
const NUMBERED = new RegExp(String.raw`^(?:${YEAR})?m?(0?[1-9]|1[0-2])${words.month}?(?:[-/.]0?1)?$`);
const NAMED = new RegExp(String.raw`^(?:${YEAR})?(${NAMES})(?:[-/.,']*(\d{4}|\d{2}))?$`);
const TAILS = [...words.tails].sort((a, b) => b.length - a.length);

/** A header without its unit in brackets: `1月（万元）` is `1月`. */
export const withoutUnit = (text: string): string => cleanText(toHalfWidth(text)).replace(/[([][^)\]]*[)\]]$/, '');

/** How many yuan one unit of a column stands for: 10,000 when its header says so in brackets or at its end, else 1. */
export function unitOfHeader(header: string): 1 | 10_000 {
  const bracketed = /[([]([^)\]]*)[)\]]$/.exec(cleanText(toHalfWidth(header)))?.[1] ?? '';
  return words.tenThousand.some((word) => bracketed.toLowerCase().includes(word)) ? 10_000 : 1;
}

/** Reads 1月, 一月, 2026年1月, 2026-01, 2026/1, 202601, 2026-01-01, M1, Jan, Jan-26, January 2026, with or without words like 目标; null for anything else. */
export function readMonthName(text: string): MonthName | null {
  let rest = withoutUnit(text).toLowerCase().replace(/\s+/g, '');
  for (let tail = tailOf(rest); tail !== undefined; tail = tailOf(rest)) rest = rest.slice(0, -tail.length);
  const numbered = NUMBERED.exec(rest);
  if (numbered) return { year: yearOf(numbered[1]), month: Number(numbered[2]) };
  const named = NAMED.exec(rest);
  return named ? { year: yearOf(named[1] ?? named[3]), month: monthOfName.get(named[2]!)! } : null;
}

const tailOf = (text: string): string | undefined => TAILS.find((tail) => text.length > tail.length && text.endsWith(tail));
const yearOf = (digits: string | undefined): number | null => (digits === undefined ? null : digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Whether a row's name says that it holds sums: of everything, or of the rows above it since the last such row. */
export function sumKind(text: string): 'total' | 'subtotal' | null {
  const name = withoutUnit(text).toLowerCase().replace(/[\s::]+/g, '');
  if (words.totals.some((word) => word.replace(/\s/g, '') === name)) return 'total';
  return words.subtotals.some((word) => name.endsWith(word)) ? 'subtotal' : null;
}
