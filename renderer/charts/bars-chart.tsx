import { useMemo } from 'react';
import { type BarsSeries, barsChart } from './bars-chart-config';
import { ChartFrame } from './chart-frame';
import { useChartLook } from './use-chart-look';

interface BarsChartProps {
  readonly series: BarsSeries;
  readonly label: string;
  /** Heads of name, figure and detail. */
  readonly head: readonly [string, string, string];
  readonly onSelect: (index: number) => void;
}

const ROW = 22;
const AXIS = 32;

export const barsHeight = ({ rows }: BarsSeries): number => rows.length * ROW + AXIS;

/** A ranking of amounts or rates as bars; as tall as its rows. */
export function BarsChart({ series, label, head, onSelect }: BarsChartProps) {
  const look = useChartLook('wan');
  const { t } = look;
  const config = useMemo(() => barsChart(series, look), [series, look]);
  return (
    <ChartFrame
      config={config} label={label}
      table={{ head, rows: series.rows.map((row) => [row.name, row.text, row.detail]) }}
      height={barsHeight(series)} onSelect={onSelect} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
