import type { Analysis } from '@shared/contracts/analysis';
import { factDimensions } from '@shared/contracts/fact-filters';
import { plainYuan } from '@shared/kernel/fen';
import type { Translate } from '@renderer/i18n/i18n';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { valueName } from './value-name';

/** What a picture or file of this analysis is about: scope, period, filters. */
export function useAbout({ figures, filters }: Analysis): string {
  const { t } = useMessages();
  const { period } = useFormats();
  const kept = factDimensions.flatMap((dimension) => (filters[dimension].length === 0 ? [] : [filters[dimension].map((value) => valueName(t, dimension, value)).join(t('charts.listSeparator'))]));
  return [figures.scope.name, period(figures.period.key), ...kept].join(' · ');
}

/** A node's name as lists write it. */
export const nodeName = (t: Translate, { kind, name }: { readonly kind: string; readonly name: string }): string => (kind === 'unassigned' ? t('analysis.unassigned') : name);

/** Plain cells of a file; '' = not known. */
export const yuanCell = (fen: number | null): string => (fen === null ? '' : plainYuan(fen));
export const rateCell = (rate: number | null): string | number => (rate === null ? '' : Number(rate.toFixed(6)));
