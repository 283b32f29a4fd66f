import { formatAmount, formatPercent, unitName } from '@renderer/i18n/formats';
import { useMemo } from 'react';
import { ChartFrame } from './chart-frame';
import { type RankingRow, rankingChart, rankingRange, rankingUnit } from './ranking-chart-config';
import { useChartLook } from './use-chart-look';

interface RankingChartProps {
  /** Best first; only rows whose attainment is known. */
  readonly rows: readonly RankingRow[];
  readonly onSelect?: (index: number) => void;
}

const ROW = 20;
const AXIS = 32;
const NONE_BOLD: ReadonlySet<string> = new Set();

/** People (or teams) by attainment; as tall as its rows. */
export function RankingChart({ rows, onSelect }: RankingChartProps) {
  const look = useChartLook(rankingUnit(rows));
  const { t, language, unit } = look;
  const config = useMemo(() => rankingChart({ rows, firstPlace: 1, range: rankingRange(rows), bold: NONE_BOLD }, look), [rows, look]);
  const percent = (value: number | undefined) => formatPercent(value ?? null, language);
  return (
    <ChartFrame
      config={config}
      label={t('charts.rankingLabel', { n: rows.length, best: percent(rows[0]?.attainment), worst: percent(rows.at(-1)?.attainment) })}
      table={{ head: [t('charts.name'), t('charts.attainment'), t('charts.inUnit', { name: t('charts.gap'), unit: unitName(unit, language) })], rows: rows.map((row) => [row.name, percent(row.attainment), formatAmount(row.gapFen, language, unit)]) }}
      height={rows.length * ROW + AXIS} onSelect={onSelect} openLabel={(name) => t('charts.openRowsOf', { name })} empty={t('charts.empty')}
    />
  );
}
