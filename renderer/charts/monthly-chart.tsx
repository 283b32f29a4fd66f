import { formatAmount, formatMonth, formatPercent } from '@renderer/i18n/formats';
import type { MonthPoint } from '@shared/contracts/figures';
import { ratioOf } from '@shared/kernel/rate';
import { useMemo } from 'react';
import { ChartFrame } from './chart-frame';
import { monthlyChart, monthlyLabel, monthlyUnit } from './monthly-chart-config';
import { useChartLook } from './use-chart-look';

interface MonthlyChartProps {
  readonly points: readonly MonthPoint[];
  /** Index of the month in question, or null. */
  readonly emphasis?: number | null;
  readonly height?: number;
  readonly onSelect?: (index: number) => void;
}

/** Target vs actual by month, in the unit that `monthlyUnit` chooses; selecting a month opens its rows. */
export function MonthlyChart({ points, emphasis = null, height = 240, onSelect }: MonthlyChartProps) {
  const look = useChartLook(monthlyUnit(points));
  const { t, language, unit } = look;
  const config = useMemo(() => monthlyChart({ points, emphasis }, look), [points, emphasis, look]);
  const amount = (fen: number | null) => formatAmount(fen, language, unit);
  const rows = points.map((point) => [
    formatMonth(point.month, language), amount(point.actualFen), amount(point.targetFen),
    formatPercent(point.actualFen === null || point.targetFen === null ? null : ratioOf(point.actualFen, point.targetFen), language), amount(point.lastYearFen),
  ]);
  return (
    <ChartFrame
      config={config}
      label={monthlyLabel(points, look)}
      table={{ head: [t('charts.month'), t('charts.actual'), t('charts.target'), t('charts.attainment'), t('charts.lastYear')], rows }}
      height={height} onSelect={onSelect} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
