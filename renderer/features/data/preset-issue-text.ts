import { codeKey } from '@shared/messages/message-key';
import type { PresetFileIssue } from '@shared/domain/imports/preset-file';
import type { ImportField } from '@shared/contracts/import-run';
import type { Translate } from '@renderer/i18n/i18n';
import type { PresetUnread } from './read-preset-bytes';

/** What is wrong with a preset, in words. */
export function presetIssueText(t: Translate, issue: PresetFileIssue | PresetUnread): string {
  switch (issue.code) {
    case 'preset.nameTaken':
    case 'preset.unknownObject':
      return t(codeKey('sources', issue.code), { name: issue.name });
    case 'preset.blankHeader':
    case 'preset.signatureEmpty':
      return t(codeKey('sources', issue.code), { object: t(`imports.kind_${issue.object}`) });
    case 'preset.duplicateHeader':
      return t('sources.preset_duplicateHeader', { object: t(`imports.kind_${issue.object}`), header: issue.header });
    case 'preset.unknownField':
      return t('sources.preset_unknownField', { object: t(`imports.kind_${issue.object}`), header: issue.header, field: issue.field });
    case 'preset.unreachable':
      return t('sources.preset_unreachable', { object: t(`imports.kind_${issue.object}`), field: requiredText(t, issue.field) });
    case 'preset.malformed':
      return issue.place === '' ? t('sources.preset_malformedWhole') : t('sources.preset_malformed', { place: issue.place });
    default:
      return t(codeKey('sources', issue.code));
  }
}

/** A required field as `missingFields` names it: alternatives by ` | `, fields that go together by `+`. */
const requiredText = (t: Translate, required: string): string =>
  required.split(' | ').map((choice) => choice.split('+').map((field) => t(`imports.field_${field as ImportField}`)).join(' + ')).join(t('sources.anyOf'));
