import type { MoneyUnit } from '@renderer/i18n/formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useMemo } from 'react';
import type { ChartLook } from './chart-look';
import { useChartTokens } from './use-chart-tokens';

/** The look of charts on screen: language in use, tokens of the scheme in use. */
export function useChartLook(unit: MoneyUnit): ChartLook {
  const { t, language } = useMessages();
  const tokens = useChartTokens();
  return useMemo(() => ({ tokens, medium: 'screen', t, language, unit }), [tokens, t, language, unit]);
}
