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
  /** Index of the customer in `rows`; null = all those of the last bar. */
  readonly onSelect?: (index: number | null) => void;
}

const TOP = 10;

/** The ten largest customers and the rest, with the cumulative share. */
export function ParetoChart({ rows, unit = 'wan', height = 240, onSelect }: ParetoChartProps) {
  const look = useChartLook(unit);
  const { t, language } = look;
  const bars = useMemo(() => paretoBars(rows, TOP, (n) => t('charts.restCustomers', { n })), [rows, t]);
  const config = useMemo(() => paretoChart(bars, look), [bars, look]);
  const select = useMemo(() => (onSelect ? (index: number) => onSelect(index < TOP ? index : null) : undefined), [onSelect]);
  const top = bars.filter((bar) => bar.customers === 1);
  return (
    <ChartFrame
      config={config}
      label={t('charts.paretoLabel', { n: top.length, share: formatPercent(top.at(-1)?.cumulative ?? null, language) })}
      table={{ head: [t('charts.customer'), t('charts.amount'), t('charts.cumulative')], rows: bars.map((bar) => [bar.name, formatAmount(bar.netFen, language, unit), formatPercent(bar.cumulative, language)]) }}
      height={height} onSelect={select} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
