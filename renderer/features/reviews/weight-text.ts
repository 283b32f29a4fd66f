import { FULL_WEIGHT } from '@shared/records/scorecard-template';
import type { useFormats } from '@renderer/i18n/use-formats';

type Formats = Pick<ReturnType<typeof useFormats>, 'percent'>;

/** A weight in hundredths of a percent as a percentage with as many decimals as it has; one that cannot be read is –. */
export function weightText(weight: number, { percent }: Formats): string {
  return percent(Number.isNaN(weight) ? null : weight / FULL_WEIGHT, weight % 100 === 0 ? 0 : 2);
}

/** How far weights are from 100 %, signed. */
export function offText(off: number, formats: Formats): string {
  return `${off > 0 ? '+' : ''}${weightText(off, formats)}`;
}
