import { type MoneyUnit, formatAmount, formatMonth, formatPercent, unitName } from '@renderer/i18n/formats';
import type { MonthPoint } from '@shared/contracts/figures';
import { sumFen } from '@shared/kernel/fen';
import { ratioOf } from '@shared/kernel/rate';
import { useMemo } from 'react';
import { ChartFrame } from './chart-frame';
import { monthlyChart } from './monthly-chart-config';
import { useChartLook } from './use-chart-look';

interface MonthlyChartProps {
  readonly points: readonly MonthPoint[];
  /** Index of the month in question, or null. */
  readonly emphasis?: number | null;
  readonly unit?: MoneyUnit;
  readonly height?: number;
  readonly onSelect?: (index: number) => void;
}

/** Target vs actual by month; selecting a month opens its rows. */
export function MonthlyChart({ points, emphasis = null, unit = 'wan', height = 240, onSelect }: MonthlyChartProps) {
  const look = useChartLook(unit);
  const { t, language } = look;
  const config = useMemo(() => monthlyChart({ points, emphasis }, look), [points, emphasis, look]);
  const amount = (fen: number | null) => formatAmount(fen, language, unit);
  const total = (pick: (point: MonthPoint) => number | null) => sumFen(points.flatMap((point) => pick(point) ?? []));
  const rows = points.map((point) => [
    formatMonth(point.month, language), amount(point.actualFen), amount(point.targetFen),
    formatPercent(point.actualFen === null || point.targetFen === null ? null : ratioOf(point.actualFen, point.targetFen), language), amount(point.lastYearFen),
  ]);
  return (
    <ChartFrame
      config={config}
      label={t('charts.monthlyLabel', { unit: unitName(unit, language), actual: amount(total((p) => p.actualFen)), target: amount(total((p) => p.targetFen)) })}
      table={{ head: [t('charts.month'), t('charts.actual'), t('charts.target'), t('charts.attainment'), t('charts.lastYear')], rows }}
      height={height} onSelect={onSelect} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
