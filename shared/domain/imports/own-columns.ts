import ownHeaders from '../../../resources/import-presets/rejected-columns.json';
import type { SourceMapping } from '../../contracts/import-run';
import { normaliseHeader } from './normalise-text';

/** The columns that an export of rejected rows ends with: the line in the source, and why it was rejected. */
export const OWN_COLUMNS = 2;

const isOneOf = (words: readonly string[], header: string): boolean => words.some((word) => normaliseHeader(word) === normaliseHeader(header));

/** Whether a table is an export of rejected rows, in whatever language: its last two headers are ours. */
export function isRejectedTable(headers: readonly string[]): boolean {
  const [line, reasons] = headers.slice(-OWN_COLUMNS);
  return headers.length > OWN_COLUMNS && isOneOf(ownHeaders.line, line!) && isOneOf(ownHeaders.reasons, reasons!);
}

/** The file's own columns: those of an export of rejected rows without ours at its end. */
export const sourceColumns = <T>(headers: readonly string[], columns: readonly T[]): T[] => (isRejectedTable(headers) ? columns.slice(0, -OWN_COLUMNS) : [...columns]);

/** A mapping as it is remembered: of the source itself, so that mended rows and the whole file share one. */
export function withoutOwnColumns(mapping: SourceMapping): SourceMapping {
  return { ...mapping, columns: sourceColumns(mapping.columns.map(({ header }) => header), mapping.columns) };
}

/** A mapping of the source laid on a header that may end with our columns: they are never mapped. */
export function withOwnColumns(mapping: SourceMapping, headers: readonly string[]): SourceMapping {
  if (!isRejectedTable(headers)) return mapping;
  const own = headers.slice(-OWN_COLUMNS).map((header) => ({ header, field: null, dateOrder: null, decimalMark: null, shareUnit: null }));
  return { ...mapping, columns: [...mapping.columns, ...own] };
}

/**
 * What a spreadsheet would run (`=…`, `+…`, `-…`, `@…`) or change when it opens and saves a file: leading zeros, more than
 * 11 digits, days that read two ways. Plain negative numbers are neither.
 */
const CHANGED_BY_SPREADSHEETS = /^(?:[=+\-@\t\r]|0\d|\d{12}|\d{1,2}[/.-]\d{1,2}[/.-]\d)/;
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,10})(?:\.\d{1,4})?$/;
/** An apostrophe that was put there, or would be taken for one. */
const GUARDED = /^'(?=[=+\-@\t\r\d'])/;

/** A cell that any spreadsheet leaves as it is: what it would run or change gets a leading apostrophe, which `unguardedCell` takes away again. */
export const guardedCell = (text: string): string => ((CHANGED_BY_SPREADSHEETS.test(text) && !PLAIN_NUMBER.test(text)) || GUARDED.test(text) ? `'${text}` : text);

/** How many characters at the start of a cell of a re-imported export are its guard: 0 or 1. */
export const guardLength = (text: string): number => (GUARDED.test(text) ? 1 : 0);

/** The line number of a row whose text alone would not tell that it is wrong; it is read again once the mark is taken away. */
export const UNMENDED = '?';

/** Reasons that cannot be seen in the row's own text: laid out anew, such a row would pass unmended. */
const UNSEEN: ReadonlySet<string> = new Set([
  'row.ragged', 'row.unclosedQuote', 'row.badBytes', 'row.duplicate', 'row.unmended',
  'cell.error', 'cell.noValue', 'cell.merged', 'date.serial', 'date.bareNumber', 'number.lostDigits',
]);

/** The line as it is exported. */
export const exportedLine = (line: number, codes: readonly string[]): string => (codes.some((code) => UNSEEN.has(code)) ? `${line}${UNMENDED}` : String(line));

/** Whether the cell of the line column says that the row was looked at: the number alone. */
export const isMendedLine = (text: string): boolean => /^\s*'?\d+(?:\.0+)?\s*$/.test(text);
