import type { ColumnEvidence, SourceInspection } from '@shared/contracts/import-run';
import type { Translate } from '@renderer/i18n/i18n';
import { sourceName } from './source-name';

/** Why a column fills its field; chosen = by hand, on this screen. */
export type ColumnReason = ColumnEvidence['reason'] | 'chosen';

const presetName = (t: Translate, { preset, mapping }: SourceInspection): string => sourceName(t, preset?.name ?? mapping.source);

/** The reason in a word or two, for the table. */
export const reasonWord = (t: Translate, reason: ColumnReason, inspection: SourceInspection): string =>
  reason === 'preset' ? t('imports.reasonWord_preset', { source: presetName(t, inspection) }) : t(`imports.reasonWord_${reason}`);

/** The reason in a sentence. */
export const reasonText = (t: Translate, reason: ColumnReason, inspection: SourceInspection): string =>
  reason === 'preset' ? t('imports.reason_preset', { source: presetName(t, inspection) }) : t(`imports.reason_${reason}`);
