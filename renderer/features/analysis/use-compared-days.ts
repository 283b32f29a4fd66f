import type { Analysis } from '@shared/contracts/analysis';
import type { Day } from '@shared/kernel/day';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';

/** Which days are compared with which, in words; null while nothing is imported for the period. */
export function useComparedDays({ comparison }: Analysis, against: 'lastYear' | 'previous'): string | null {
  const { t } = useMessages();
  const { day, fullDay } = useFormats();
  if (comparison.now === null) return null;
  const span = ({ from, to }: { from: Day; to: Day }, write: (value: Day) => string) => t('analysis.span', { from: write(from), to: day(to) });
  const days = { now: span(comparison.now, day), past: span(comparison[against], fullDay), count: comparison.days };
  return t(`analysis.compared_${comparison.basis}`, days);
}
