import { type MoneyUnit, chosenUnit } from '@renderer/i18n/formats';
import { useUnitChoice } from '@renderer/i18n/unit-choice';
import { useMessages } from '@renderer/i18n/use-messages';
import { useMemo } from 'react';
import type { ChartLook } from './chart-look';
import { useChartTokens } from './use-chart-tokens';

/** The look of charts on screen: language in use, tokens of the scheme in use, the unit that was chosen, else `automatic`. */
export function useChartLook(automatic: MoneyUnit): ChartLook {
  const { t, language } = useMessages();
  const unit = chosenUnit(useUnitChoice(), automatic);
  const tokens = useChartTokens();
  return useMemo(() => ({ tokens, medium: 'screen', t, language, unit }), [tokens, t, language, unit]);
}
