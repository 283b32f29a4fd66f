import { formatAmount, formatMonth, unitName } from '@renderer/i18n/formats';
import { useMemo } from 'react';
import { ChartFrame } from './chart-frame';
import { type TrendSeries, signedPercent, trendChart, trendGrowth, trendUnit } from './trend-chart-config';
import { useChartLook } from './use-chart-look';

interface TrendChartProps {
  readonly series: TrendSeries;
  readonly height: number;
  readonly onSelect: (index: number) => void;
}

/** Months of this year over those of last year; selecting a month opens its rows. */
export function TrendChart({ series, height, onSelect }: TrendChartProps) {
  const { points } = series;
  const look = useChartLook(trendUnit(points));
  const { t, language, unit } = look;
  const config = useMemo(() => trendChart(series, look), [series, look]);
  const inUnit = (name: string) => t('charts.inUnit', { name, unit: unitName(unit, language) });
  const isEmpty = points.every((point) => point.actualFen === null && point.lastYearFen === null && point.targetFen === null);
  const rows = isEmpty ? [] : points.map((point) => [
    formatMonth(point.month, language), formatAmount(point.actualFen, language, unit), formatAmount(point.lastYearFen, language, unit),
    signedPercent(trendGrowth(point), language), formatAmount(point.targetFen, language, unit),
  ]);
  return (
    <ChartFrame
      config={config}
      label={t('charts.trendLabel', { thisYear: series.thisYear, lastYear: series.lastYear, unit: unitName(unit, language) })}
      table={{ head: [t('charts.month'), inUnit(t('charts.actual')), inUnit(t('charts.lastYear')), t('charts.growth'), inUnit(t('charts.target'))], rows }}
      height={height} onSelect={onSelect} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
