import { formatAmount, unitName } from '@renderer/i18n/formats';
import { useMemo } from 'react';
import { ChartFrame } from './chart-frame';
import { MIX_HEAD, MIX_ROW, type MixSeries, mixChart, mixUnit } from './mix-chart-config';
import { useChartLook } from './use-chart-look';

interface MixChartProps {
  readonly series: MixSeries;
  /** What the values are: 「产品线」. */
  readonly dimension: string;
  readonly onSelect: (row: number) => void;
  readonly onSelectPart: (row: number, value: number) => void;
}

export const mixHeight = ({ rows }: MixSeries): number => MIX_HEAD + 8 + rows.length * MIX_ROW;

/** What the scope and each of its parts is made of; as tall as its rows. */
export function MixChart({ series, dimension, onSelect, onSelectPart }: MixChartProps) {
  const { values, rows } = series;
  const look = useChartLook(mixUnit(series));
  const { t, language, unit } = look;
  const config = useMemo(() => mixChart(series, look), [series, look]);
  return (
    <ChartFrame
      config={config}
      label={t('charts.mixLabel', { dimension, values: values.map((value, at) => `${value} ${rows[0]?.parts[at]?.percent ?? 0}%`).join(t('charts.listSeparator')) })}
      table={{
        head: [t('charts.part'), ...values, t('charts.inUnit', { name: t('charts.amount'), unit: unitName(unit, language) })],
        rows: values.length === 0 ? [] : rows.map((row) => [row.name, ...row.parts.map(({ percent }) => `${percent}%`), formatAmount(row.netFen, language, unit)]),
        parts: values.length,
      }}
      height={mixHeight(series)} onSelect={onSelect} onSelectPart={onSelectPart} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
