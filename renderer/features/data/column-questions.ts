import type { ColumnEvidence, ImportField, SourceMapping } from '@shared/contracts/import-run';
import { asksDate, asksMark, asksShare, proposeAnswers } from '@shared/domain/imports/column-answers';
import { kindOf } from '@shared/domain/imports/import-fields';
import { taxBasisOfHeaders } from '@shared/domain/imports/tax-words';
import { isDay } from '@shared/kernel/day';
import type { ImportObject } from '@shared/records/import-object';

export type MappedColumn = SourceMapping['columns'][number];

/** What a column leaves open: how its dates are meant, which mark its decimals have, or what a bare share is a part of. One question per column at most. */
export interface ColumnQuestion {
  readonly kind: 'dateOrder' | 'decimalMark' | 'shareUnit';
  readonly index: number;
  readonly column: MappedColumn;
  readonly evidence: ColumnEvidence;
}

/** The question of one column, answered or not; null where its values read only one way, or it is not imported. */
export function columnQuestion(object: ImportObject, column: MappedColumn, evidence: ColumnEvidence, index: number): ColumnQuestion | null {
  const kind = column.field === null ? null : kindOf(object, column.field);
  if (asksDate(kind, evidence)) return { kind: 'dateOrder', index, column, evidence };
  if (asksMark(kind, evidence)) return { kind: 'decimalMark', index, column, evidence };
  return asksShare(kind, evidence) ? { kind: 'shareUnit', index, column, evidence } : null;
}

export function columnQuestions(mapping: SourceMapping, evidence: readonly ColumnEvidence[]): ColumnQuestion[] {
  return mapping.columns.flatMap((column, index) => {
    const found = evidence[index];
    const question = found === undefined ? null : columnQuestion(mapping.object, column, found, index);
    return question === null ? [] : [question];
  });
}

export const isAnswered = ({ kind, column }: ColumnQuestion): boolean => column[kind] !== null;

/** A field stands for one column: giving it to a column takes it from the one that had it. The column's own values say how it is read, as far as they do. */
export function mapColumn(mapping: SourceMapping, index: number, field: ImportField | null, evidence?: ColumnEvidence): SourceMapping {
  const columns = mapping.columns.map((column, at) => {
    if (at !== index) return field !== null && column.field === field ? { ...column, field: null } : column;
    const kind = field === null ? null : kindOf(mapping.object, field);
    return { ...column, field, ...(evidence === undefined ? {} : proposeAnswers(kind, evidence, mapping.sheet?.dateSystem ?? null)) };
  });
  // What only the header before had told is not said of another column.
  const told = taxBasisOfHeaders(columns);
  return { ...mapping, columns, taxBasis: told ?? (taxBasisOfHeaders(mapping.columns) === null ? mapping.taxBasis : null) };
}

export function answerColumn(mapping: SourceMapping, index: number, answer: Partial<Pick<MappedColumn, 'dateOrder' | 'decimalMark' | 'shareUnit'>>): SourceMapping {
  return { ...mapping, columns: mapping.columns.map((column, at) => (at === index ? { ...column, ...answer } : column)) };
}

const NUMERIC_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;

/** How a sample such as 10/07/2026 reads in an order; null if it is not such a date, or not a day that way round. */
export function readDateAs(sample: string, order: 'mdy' | 'dmy'): string | null {
  const [, first, second, year] = NUMERIC_DATE.exec(sample.trim()) ?? [];
  if (first === undefined || second === undefined || year === undefined) return null;
  const [month, day] = order === 'mdy' ? [first, second] : [second, first];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
