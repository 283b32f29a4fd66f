import type { ColumnEvidence } from '@shared/contracts/import-run';
import { kindOf } from '@shared/domain/imports/import-fields';
import type { ImportObject } from '@shared/records/import-object';
import type { Translate } from '@renderer/i18n/i18n';
import type { MappedColumn } from './column-questions';

/** Never rounds up to 100 %: one unreadable value in a million shows. */
export function shareText(share: number): string {
  if (share >= 1) return '100%';
  return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}

/** What the values of a column say, in a few words: how many read as the field wants them, or how many different ones there are. */
export function evidenceText(t: Translate, object: ImportObject, column: MappedColumn, evidence: ColumnEvidence): string {
  if (evidence.distinct === 0) return t('imports.evidenceBlank');
  const kind = column.field === null ? likelyKind(evidence) : kindOf(object, column.field);
  if (kind === 'day' && evidence.dayNumbers > 0) return t('questions.evidenceDayNumbers', { count: evidence.dayNumbers });
  if (kind === 'share') return t('questions.evidenceShare', { share: shareText(evidence.asShare) });
  if (kind === 'day') return t(evidence.ambiguousDates > 0 ? 'imports.evidenceDateAmbiguous' : 'imports.evidenceDate', { share: shareText(evidence.asDate) });
  if (kind === 'money' || kind === 'quantity') return t(evidence.ambiguousNumbers > 0 ? 'imports.evidenceNumberAmbiguous' : 'imports.evidenceNumber', { share: shareText(evidence.asNumber) });
  return t('imports.evidenceText', { count: evidence.distinct });
}

function likelyKind({ asDate, asNumber }: ColumnEvidence): 'day' | 'quantity' | 'text' {
  if (asDate === 1) return 'day';
  return asNumber === 1 ? 'quantity' : 'text';
}
