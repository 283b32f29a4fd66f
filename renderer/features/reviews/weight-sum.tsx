import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { weightOff } from '@shared/domain/performance/check-template';
import { FULL_WEIGHT } from '@shared/records/scorecard-template';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Chip } from '@renderer/ui/chip';
import { offText, weightText } from './weight-text';

/** What weights sum to, and by how much that is off 100 %. */
export function WeightSum({ parts }: { readonly parts: readonly { readonly weight: number }[] }) {
  const { t } = useMessages();
  const formats = useFormats();
  const off = weightOff(parts);
  const sum = weightText(off + FULL_WEIGHT, formats);
  if (off === 0) return <Chip icon={<IconCircleCheck size={12} stroke={2.25} aria-hidden />}>{t('templates.sum', { sum })}</Chip>;
  return <Chip tone="risk" icon={<IconAlertTriangle size={12} stroke={2.25} aria-hidden />}>{t('templates.sumOff', { sum, off: offText(off, formats) })}</Chip>;
}
