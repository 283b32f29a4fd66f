import type { Analysis } from '@shared/contracts/analysis';
import { isFiltered } from '@shared/contracts/fact-filters';
import { firstDayOf, lastDayOf } from '@shared/kernel/day';
import { useMemo } from 'react';
import { TrendChart } from '@renderer/charts/trend-chart';
import { type TrendSeries, trendChart, trendGrowth, trendUnit } from '@renderer/charts/trend-chart-config';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Panel } from '@renderer/ui/panel';
import { drillUnder } from './analysis-drills';
import { explainMonth } from './explain-analysis';
import { ExportMenu } from './export-menu';
import { rateCell, useAbout, yuanCell } from './panel-words';

/** The fiscal year month by month over the year before, with its targets while nothing is filtered. */
export function TrendPanel({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useMessages();
  const { month, number, unit: unitOf, unitName } = useFormats();
  const openDrill = useDrill();
  const about = useAbout(analysis);
  const { figures, months } = analysis;
  const scope = figures.nodes[0]!;
  const year = Number(months[0]!.month.slice(0, 4));
  const series = useMemo((): TrendSeries => {
    const withTargets = !isFiltered(analysis.filters);
    const emphasis = months.findIndex((point) => point.month === figures.period.to.slice(0, 7));
    return {
      points: months.map((point, at) => ({ ...point, targetFen: withTargets ? figures.months[at]!.targetFen : null })),
      emphasis: emphasis === -1 ? null : emphasis,
      progress: figures.partial && figures.period.kind === 'month' ? t('analysis.daysGone', { elapsed: number(figures.time.elapsed), days: number(figures.time.workingDays) }) : t('charts.running'),
      thisYear: t('analysis.yearActual', { year }),
      lastYear: t('analysis.yearBefore', { year: year - 1 }),
    };
  }, [analysis.filters, figures, months, number, t, year]);
  const title = t('analysis.trendOf', { name: t(`analysis.${figures.measure}`) });
  const unit = unitOf(trendUnit(series.points));
  const openMonth = (index: number) => {
    const point = months[index];
    if (!point) return;
    const rows = drillUnder(analysis, scope, 'actual', { period: { from: firstDayOf(point.month), to: lastDayOf(point.month) } });
    openDrill(rows, `${figures.scope.name} · ${month(point.month)}`, explainMonth(analysis, point, rows));
  };
  const table = () => ({
    head: [t('charts.month'), t('charts.actual'), t('charts.lastYear'), t('charts.growth'), t('charts.target')],
    rows: series.points.map((point) => [point.month, yuanCell(point.actualFen), yuanCell(point.lastYearFen), rateCell(trendGrowth(point)), yuanCell(point.targetFen)]),
  });
  return (
    <Panel title={title} note={t('analysis.trendNote', { year: String(year), unit: unitName(unit) })} padded actions={<ExportMenu title={title} note={about} unit={unit} draw={(look) => trendChart(series, look)} table={table} disabled={series.points.every((point) => point.actualFen === null && point.lastYearFen === null && point.targetFen === null)} />}>
      <TrendChart series={series} height={268} onSelect={openMonth} />
    </Panel>
  );
}
