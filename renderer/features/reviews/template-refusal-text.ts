import type { TemplateRefusal } from '@renderer/data/scorecard-templates';
import type { useFormats } from '@renderer/i18n/use-formats';
import type { useMessages } from '@renderer/i18n/use-messages';
import { offText } from './weight-text';

type Formats = ReturnType<typeof useFormats>;
type Translate = ReturnType<typeof useMessages>['t'];

/** Why a template is not kept, in a sentence. */
export function templateRefusalText(refusal: TemplateRefusal, t: Translate, formats: Formats): string {
  switch (refusal.code) {
    case 'template.sectionWeights':
      return t('refusals.template_sectionWeights', { off: offText(refusal.off, formats) });
    case 'template.kpiWeights':
      return t('refusals.template_kpiWeights', { name: refusal.name, off: offText(refusal.off, formats) });
    case 'template.duplicateId':
      return t('refusals.template_duplicateId', { name: refusal.name });
    case 'template.curve':
      return t('refusals.template_curve', { name: refusal.name });
    case 'template.kpiTarget':
      return t('refusals.template_kpiTarget', { name: refusal.name });
    case 'template.manualCurve':
      return t('refusals.template_manualCurve', { name: refusal.name });
    case 'template.monthScored':
      return t('refusals.template_monthScored', { month: formats.month(refusal.month) });
    case 'template.grades':
      return t('refusals.template_grades');
    case 'template.incomplete':
      return t('refusals.template_incomplete');
    case 'template.reasonMissing':
      return t('refusals.template_reasonMissing');
  }
}
