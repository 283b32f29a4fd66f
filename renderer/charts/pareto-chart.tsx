import { formatAmount, formatPercent, unitName } from '@renderer/i18n/formats';
import type { ParetoRow } from '@shared/contracts/figures';
import { useMemo } from 'react';
import { ChartFrame } from './chart-frame';
import { paretoBars, paretoChart, paretoUnit } from './pareto-chart-config';
import { useChartLook } from './use-chart-look';

interface ParetoChartProps {
  /** All customers, largest first. */
  readonly rows: readonly ParetoRow[];
  readonly height?: number;
  /** Index of the customer in `rows`. */
  readonly onSelect?: (index: number) => void;
}

const TOP = 10;

/** The ten largest customers, with the cumulative share of all. */
export function ParetoChart({ rows, height = 240, onSelect }: ParetoChartProps) {
  const bars = useMemo(() => paretoBars(rows, TOP), [rows]);
  const look = useChartLook(paretoUnit(bars));
  const { t, language, unit } = look;
  const config = useMemo(() => paretoChart(bars, look), [bars, look]);
  return (
    <ChartFrame
      config={config}
      label={t('charts.paretoLabel', { n: bars.length, share: formatPercent(bars.at(-1)?.cumulative ?? null, language) })}
      table={{ head: [t('charts.customer'), t('charts.inUnit', { name: t('charts.amount'), unit: unitName(unit, language) }), t('charts.cumulative')], rows: bars.map((bar) => [bar.name, formatAmount(bar.netFen, language, unit), formatPercent(bar.cumulative, language)]) }}
      height={height} onSelect={onSelect} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
