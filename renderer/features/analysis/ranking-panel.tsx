import type { Analysis } from '@shared/contracts/analysis';
import { isFiltered } from '@shared/contracts/fact-filters';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { BarsChart } from '@renderer/charts/bars-chart';
import { axisValue } from '@renderer/charts/chart-look';
import { type BarsSeries, barsChart } from '@renderer/charts/bars-chart-config';
import { RankingChart } from '@renderer/charts/ranking-chart';
import { rankingChart, rankingRange, rankingUnit } from '@renderer/charts/ranking-chart-config';
import { signedPercent } from '@renderer/charts/trend-chart-config';
import { unitOfAll } from '@renderer/i18n/formats';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Panel } from '@renderer/ui/panel';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import type { AnalysisSetup, RankFigure } from './analysis-address';
import { drillUnder } from './analysis-drills';
import { explainRanked } from './explain-analysis';
import { ExportMenu } from './export-menu';
import { rateCell, useAbout, yuanCell } from './panel-words';
import { type Ranked, attainmentRows, rankNodes } from './rank-nodes';

interface RankingPanelProps {
  readonly analysis: Analysis;
  readonly setup: AnalysisSetup;
  readonly onChange: (fields: Partial<AnalysisSetup>) => void;
}

/** People or teams by a figure of choice, best first. Attainment is ranked only while nothing is filtered: targets know no products. */
export function RankingPanel({ analysis, setup, onChange }: RankingPanelProps) {
  const { t, language } = useMessages();
  const { amount, number, percent, unit: unitChosen, unitName } = useFormats();
  const open = useDrill();
  const about = useAbout(analysis);
  const { figures } = analysis;
  const filtered = isFiltered(analysis.filters);
  const { against } = setup;
  const hasUnits = figures.nodes.some(({ kind, depth }) => depth > 0 && (kind === 'region' || kind === 'team'));
  const of = hasUnits ? setup.of : 'people';
  const offered: readonly RankFigure[] = [...(filtered ? [] : (['attainment'] as const)), 'actual', 'growth', ...(analysis.headlines.some(({ key }) => key === 'marginRate') ? (['marginRate'] as const) : [])];
  const rank = offered.includes(setup.rank) ? setup.rank : 'actual';
  const ranked = useMemo(() => rankNodes(analysis, { rank, of, against }), [analysis, rank, of, against]);
  const attained = useMemo(() => attainmentRows(ranked, figures), [ranked, figures]);
  const unit = unitChosen(rank === 'attainment' ? rankingUnit(attained) : unitOfAll(ranked.map(({ sales }) => sales.actualFen)));
  const series = useMemo((): BarsSeries => {
    const growth = ({ sales }: Ranked) => signedPercent(sales[against].rate, language);
    const sold = ({ sales }: Ranked) => amount(sales.actualFen, unit);
    const rowOf = (one: Ranked) => {
      if (rank === 'growth') return { value: one.sales[against].rate ?? 0, text: growth(one), detail: sold(one) };
      if (rank === 'marginRate') return { value: one.sales.marginRate ?? 0, text: percent(one.sales.marginRate), detail: sold(one) };
      return { value: axisValue(one.sales.actualFen, { unit }), text: sold(one), detail: growth(one) };
    };
    return { rows: ranked.map((one) => ({ name: one.node.name, ...rowOf(one) })), writeAxis: (value) => (rank === 'actual' ? number(value) : percent(value, 0)) };
  }, [ranked, rank, against, amount, number, percent, unit, language]);
  const openNode = (index: number) => {
    const one = ranked[index];
    if (!one) return;
    const rows = drillUnder(analysis, one.node, rank === 'marginRate' ? 'margin' : 'actual');
    open(rows, one.node.name, explainRanked(analysis, one.node, one.sales, { rank, against }, rows));
  };
  const figureName = (figure: RankFigure) => (figure === 'actual' ? t(`analysis.${figures.measure}`) : figure === 'growth' ? t(`analysis.growth_${against}`) : t(`analysis.${figure}`));
  const title = t('analysis.rankingBy', { name: figureName(rank) });
  const detailName = rank === 'actual' ? figureName('growth') : figureName('actual');
  const table = () => ({
    head: [t('charts.name'), figureName('actual'), t('analysis.growth_lastYear'), t('analysis.growth_previous'), t('analysis.marginRate'), t('analysis.attainment')],
    rows: ranked.map(({ node, sales }) => [node.name, yuanCell(sales.actualFen), rateCell(sales.lastYear.rate), rateCell(sales.previous.rate), rateCell(sales.marginRate), filtered ? '' : rateCell(node.target.attainment)]),
  });
  return (
    <Panel
      title={title} note={`${t(of === 'people' ? 'analysis.rankingNote' : 'analysis.rankingTeams', { count: ranked.length })} · ${unitName(unit)}`} padded
      actions={
        <>
          {hasUnits && <SegmentedTabs label={t('analysis.rankOf')} value={of} onChange={(next) => onChange({ of: next })} options={[{ value: 'people', label: t('analysis.people') }, { value: 'teams', label: t('analysis.teams') }]} />}
          <Select aria-label={t('analysis.rankBy')} w={176} value={rank} data={offered.map((figure) => ({ value: figure, label: figureName(figure) }))} onChange={(next) => onChange({ rank: offered.find((figure) => figure === next) ?? rank })} />
          <ExportMenu title={title} note={about} unit={unit} draw={(look) => (rank === 'attainment' ? rankingChart({ rows: attained, firstPlace: 1, range: rankingRange(attained), bold: new Set() }, look) : barsChart(series, look))} table={table} disabled={ranked.length === 0} />
        </>
      }
    >
      {rank === 'attainment'
        ? <RankingChart rows={attained} onSelect={openNode} />
        : <BarsChart series={series} label={t('charts.barsLabel', { name: figureName(rank), n: ranked.length })} head={[t('charts.name'), figureName(rank), detailName]} onSelect={openNode} />}
    </Panel>
  );
}
