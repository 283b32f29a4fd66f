import { formatAmount, formatNumber, unitName } from '@renderer/i18n/formats';
import type { FunnelStage } from '@shared/contracts/figures';
import { useMemo } from 'react';
import { ChartFrame } from './chart-frame';
import { funnelChart, funnelUnit } from './funnel-chart-config';
import { useChartLook } from './use-chart-look';

interface FunnelChartProps {
  readonly stages: readonly FunnelStage[];
  readonly onSelect?: (index: number) => void;
}

const ROW = 28;

/** Opportunities by stage with counts and amounts; selecting a stage opens its opportunities. */
export function FunnelChart({ stages, onSelect }: FunnelChartProps) {
  const look = useChartLook(funnelUnit(stages));
  const { t, language, unit } = look;
  const config = useMemo(() => funnelChart(stages, look), [stages, look]);
  const count = stages.reduce((sum, stage) => sum + stage.count, 0);
  return (
    <ChartFrame
      config={config}
      label={t('charts.funnelLabel', { n: stages.length, count })}
      table={{ head: [t('charts.stage'), t('charts.count'), t('charts.inUnit', { name: t('charts.amount'), unit: unitName(unit, language) })], rows: stages.map((stage) => [stage.stage, formatNumber(stage.count, language), formatAmount(stage.amountFen, language, unit)]) }}
      height={stages.length * ROW + 8} onSelect={onSelect} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
