import type { ColumnEvidence } from '@shared/contracts/import-run';
import { type FieldKind, kindOf } from '@shared/domain/imports/import-fields';
import type { ImportObject } from '@shared/records/import-object';
import { type MappedColumn, columnQuestion, isAnswered } from './column-questions';

export type ColumnVerdict = 'matched' | 'ask' | 'decided' | 'doubtful' | 'ignored';

/** Under this share of readable values a date or number column is rather something else. */
const READABLE = 0.95;

/** What the workbench makes of a column: fits, needs an answer, was answered, reads badly, or is not imported. */
export function columnVerdict(object: ImportObject, column: MappedColumn, evidence: ColumnEvidence, index: number): ColumnVerdict {
  if (column.field === null) return 'ignored';
  const question = columnQuestion(object, column, evidence, index);
  if (question !== null) return isAnswered(question) ? 'decided' : 'ask';
  const readable = readableShare(kindOf(object, column.field), evidence);
  return evidence.distinct > 0 && readable < READABLE ? 'doubtful' : 'matched';
}

export const isDoubtful = (verdict: ColumnVerdict): boolean => verdict === 'ask' || verdict === 'decided' || verdict === 'doubtful';

/** Share of the non-blank values that read as the field wants them; any text reads as text. */
export function readableShare(kind: FieldKind, evidence: ColumnEvidence): number {
  if (kind === 'day') return evidence.asDate;
  if (kind === 'share') return evidence.asShare;
  return kind === 'money' || kind === 'quantity' ? evidence.asNumber : 1;
}
