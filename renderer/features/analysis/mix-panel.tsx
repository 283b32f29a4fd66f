import type { Analysis, Mix, MixValue } from '@shared/contracts/analysis';
import type { FactDimension } from '@shared/contracts/fact-filters';
import { useMemo } from 'react';
import { MixChart } from '@renderer/charts/mix-chart';
import { type MixSeries, mixChart, mixUnit } from '@renderer/charts/mix-chart-config';
import type { Translate } from '@renderer/i18n/i18n';
import { type Formats, useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { useDrill } from '@renderer/parts/drill-down';
import { Panel } from '@renderer/ui/panel';
import { SegmentedTabs } from '@renderer/ui/segmented-tabs';
import { drillUnder } from './analysis-drills';
import { explainSold } from './explain-analysis';
import { ExportMenu } from './export-menu';
import { useAbout, useNodeName, yuanCell } from './panel-words';
import { valueName } from './value-name';
import styles from './analysis.module.css';

interface MixPanelProps {
  readonly analysis: Analysis;
  /** Null = the first dimension that facts say anything of. */
  readonly picked: FactDimension | null;
  readonly onPick: (dimension: FactDimension) => void;
}

/** What the scope and each part of it sells: by product line, product, channel, region or customer tier. */
export function MixPanel({ analysis, picked, onPick }: MixPanelProps) {
  const { t } = useMessages();
  const formats = useFormats();
  const openDrill = useDrill();
  const nodeName = useNodeName();
  const about = useAbout(analysis);
  const known = analysis.mixes.filter(({ dimension, values }) => values.length > 0 || analysis.filters[dimension].length > 0);
  const mix = known.find(({ dimension }) => dimension === picked) ?? known[0] ?? analysis.mixes[0]!;
  const { dimension, values, rows } = mix;
  const series = useMemo((): MixSeries => ({
    values: values.map((value) => nameOf(t, dimension, value)),
    rows: rows.map((row) => ({ ...row, name: nodeName(row) })),
  }), [values, rows, dimension, t, nodeName]);
  const name = t(`analysis.dimension_${dimension}`);
  const title = t('analysis.mixBy', { name });
  const nodeOf = (row: number) => analysis.figures.nodes.find(({ nodeId }) => nodeId === rows[row]?.nodeId);
  const open = (row: number) => {
    const node = nodeOf(row);
    if (!node) return;
    const [sold, drill] = [series.rows[row]!, drillUnder(analysis, node, 'actual')];
    openDrill(drill, sold.name, explainSold(analysis, sold.name, sold.netFen, drill));
  };
  const openPart = (row: number, at: number) => {
    const [node, value] = [nodeOf(row), values[at]];
    if (!node || !value) return;
    const name = `${series.rows[row]!.name} · ${series.values[at]!}`;
    const drill = drillUnder(analysis, node, 'actual', { where: { ...analysis.filters, [dimension]: value.values } });
    openDrill(drill, name, explainSold(analysis, name, series.rows[row]!.parts[at]!.netFen, drill));
  };
  const table = () => ({
    head: [t('charts.part'), ...series.values.flatMap((value) => [value, t('analysis.percentOf', { name: value })]), t('charts.amount')],
    rows: series.rows.map((row) => [row.name, ...row.parts.flatMap(({ netFen, percent }) => [yuanCell(netFen), percent]), yuanCell(row.netFen)]),
  });
  const unit = formats.unit(mixUnit(series));
  return (
    <Panel
      title={title} note={mixNote(mix, series, t, formats) ?? formats.unitName(unit)} padded
      actions={
        <>
          {known.length > 1 && <span className={styles['tabs']}><SegmentedTabs label={t('analysis.mix')} value={dimension} onChange={onPick} options={known.map((one) => ({ value: one.dimension, label: t(`analysis.dimension_${one.dimension}`) }))} /></span>}
          <ExportMenu title={title} note={about} unit={unit} draw={(look) => mixChart(series, look)} table={table} disabled={values.length === 0} />
        </>
      }
    >
      <MixChart series={series} dimension={name} onSelect={open} onSelectPart={openPart} />
    </Panel>
  );
}

const nameOf = (t: Translate, dimension: FactDimension, { values, rest }: MixValue): string => (rest ? t('analysis.restValues', { count: values.length }) : valueName(t, dimension, values[0]!));

/** The value whose share of the scope moved most since last year; null where last year is not known. */
function mixNote({ values }: Mix, series: MixSeries, t: Translate, { number }: Formats): string | null {
  const moves = values.flatMap(({ share, lastYearShare, rest }, at) => (share === null || lastYearShare === null || rest ? [] : [{ at, points: (share - lastYearShare) * 100 }]));
  const most = moves.reduce<(typeof moves)[number] | null>((a, b) => (a === null || Math.abs(b.points) > Math.abs(a.points) ? b : a), null);
  if (most === null) return null;
  return t('analysis.mixMove', { name: series.values[most.at]!, points: `${most.points > 0 ? '+' : ''}${number(most.points, 1)}` });
}
