import type { KpiResult } from '@shared/contracts/review-pack';
import { assertNever } from '@shared/kernel/result';
import type { useFormats } from '@renderer/i18n/use-formats';
import type { useMessages } from '@renderer/i18n/use-messages';

type Formats = ReturnType<typeof useFormats>;
type Translate = ReturnType<typeof useMessages>['t'];

/** A KPI's target or actual in its measure's own unit: money in the unit shown (the page's bar names it), rates in percent, counts and days as such. */
export function formatKpi(kpi: KpiResult, value: number | null, formats: Formats, t: Translate): string {
  if (value === null) return t('reviews.unknownKpi');
  switch (kpi.measure) {
    case 'planAttainment':
    case 'netSales':
    case 'wonValue':
      return formats.amount(value);
    case 'winRate':
    case 'marginRate':
    case 'returnRate':
      return formats.percent(value);
    case 'wonCount':
      return t('reviews.deals', { value: formats.number(value) });
    case 'cycleDays':
      return t('reviews.days', { value: formats.number(value, 1) });
    case 'manual':
      return formats.number(value, 1);
    default:
      return assertNever(kpi.measure);
  }
}
