import { type MoneyUnit, formatAmount, formatPercent } from '@renderer/i18n/formats';
import type { ParetoRow } from '@shared/contracts/figures';
import { useMemo } from 'react';
import { ChartFrame } from './chart-frame';
import { paretoBars, paretoChart } from './pareto-chart-config';
import { useChartLook } from './use-chart-look';

interface ParetoChartProps {
  /** All customers, largest first. */
  readonly rows: readonly ParetoRow[];
  readonly unit?: MoneyUnit;
  readonly height?: number;
  /** Index of the customer in `rows`. */
  readonly onSelect?: (index: number) => void;
}

const TOP = 10;

/** The ten largest customers, with the cumulative share of all. */
export function ParetoChart({ rows, unit = 'wan', height = 240, onSelect }: ParetoChartProps) {
  const look = useChartLook(unit);
  const { t, language } = look;
  const bars = useMemo(() => paretoBars(rows, TOP), [rows]);
  const config = useMemo(() => paretoChart(bars, look), [bars, look]);
  return (
    <ChartFrame
      config={config}
      label={t('charts.paretoLabel', { n: bars.length, share: formatPercent(bars.at(-1)?.cumulative ?? null, language) })}
      table={{ head: [t('charts.customer'), t('charts.amount'), t('charts.cumulative')], rows: bars.map((bar) => [bar.name, formatAmount(bar.netFen, language, unit), formatPercent(bar.cumulative, language)]) }}
      height={height} onSelect={onSelect} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
