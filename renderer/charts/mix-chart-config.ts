import type { ChartConfiguration, Plugin } from 'chart.js';
import { type MoneyUnit, formatAmount, unitName, unitOfAll } from '@renderer/i18n/formats';
import { baseOptions, tooltipOptions } from './chart-defaults';
import { type ChartLook, chartSizes } from './chart-look';
import { inkText } from './ink';
import { cut } from './ranking-chart-config';

export interface MixSeries {
  /** Names of the values, largest first, at most seven. */
  readonly values: readonly string[];
  /** The scope, then its parts; each has an amount and a whole percent for every value. */
  readonly rows: readonly { readonly name: string; readonly netFen: number; readonly parts: readonly { readonly netFen: number; readonly percent: number }[] }[];
}

export type MixConfig = ChartConfiguration<'bar', number[], string>;

const LEFT = 88;
const RIGHT = 76;
/** Between the scope's bar and those of its parts, in rows. */
export const MIX_ROW = 34;
export const MIX_HEAD = 22;

export const mixUnit = ({ rows }: MixSeries): MoneyUnit => unitOfAll(rows.map((row) => row.netFen));

const seriesColours = ({ tokens }: ChartLook): string[] => [tokens.series1, tokens.series2, tokens.series3, tokens.series4, tokens.series5, tokens.series6, tokens.quiet];

/** What each row is made of, in whole percent of it: one bar a row, all of one length, amounts at the right. */
export function mixChart(series: MixSeries, look: ChartLook): MixConfig {
  const { values, rows } = series;
  const { t, language, unit } = look;
  const colours = seriesColours(look);
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.name),
      datasets: values.map((value, at) => ({
        label: value, data: rows.map((row) => row.parts[at]!.percent), backgroundColor: colours[at]!, borderColor: look.tokens.paper, borderWidth: { right: 2 }, borderSkipped: false, barPercentage: 0.78, categoryPercentage: 1, maxBarThickness: 30, borderRadius: 0,
      })),
    },
    options: {
      ...baseOptions(look),
      indexAxis: 'y',
      layout: { padding: { left: LEFT, right: RIGHT, top: MIX_HEAD } },
      scales: { x: { display: false, stacked: true, min: 0, max: 100 }, y: { display: false, stacked: true } },
      plugins: {
        tooltip: {
          ...tooltipOptions(look, () => []) as object,
          mode: 'nearest', intersect: true,
          callbacks: {
            title: ([item]) => (item === undefined ? '' : `${rows[item.dataIndex]!.name} · ${values[item.datasetIndex]!}`),
            label: ({ dataIndex, datasetIndex }) => {
              const part = rows[dataIndex]!.parts[datasetIndex]!;
              return [t('charts.shareIs', { percent: part.percent }), t('charts.amountIs', { amount: formatAmount(part.netFen, language, unit) })];
            },
            footer: () => t('charts.drill'),
          },
          filter: () => true,
        },
      },
    },
    plugins: [mixMarks(series, look)],
  };
}

/** Names over the first bar, percents on the parts, row names left and amounts right. */
function mixMarks({ values, rows }: MixSeries, look: ChartLook): Plugin<'bar'> {
  const { tokens, language, unit } = look;
  const size = chartSizes(look).label;
  return {
    id: 'mixMarks',
    afterDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      if (x === undefined || y === undefined) return;
      const { ctx, width } = chart;
      const write = (text: string, at: number, level: number, align: CanvasTextAlign, colour: string, bold = false) =>
        inkText(ctx, { text, x: at, y: level, size, font: tokens.font, colour, bold, align, baseline: 'middle' });
      const wide = x.getPixelForValue(1) - x.getPixelForValue(0);
      rows.forEach((row, index) => {
        const level = y.getPixelForValue(index);
        write(cut(row.name, 7), 0, level, 'left', tokens.ink, index === 0);
        write(formatAmount(row.netFen, language, unit), width, level, 'right', tokens.ink, index === 0);
        let from = 0;
        row.parts.forEach(({ percent }, at) => {
          if (percent * wide > size * 2.6) write(`${percent}%`, x.getPixelForValue(from + percent / 2), level, 'center', at === 2 ? tokens.onSeries3 : tokens.onSeries);
          from += percent;
        });
      });
      const first = rows[0];
      if (first === undefined) return;
      const head = y.getPixelForValue(0) - Math.min(30, MIX_ROW * 0.78) / 2 - size * 0.9;
      write(unitName(unit, language), width, head, 'right', tokens.ink3);
      let from = 0;
      first.parts.forEach(({ percent }, at) => {
        const room = percent * wide - 4;
        const name = cut(values[at]!, room / size);
        if (name.length > 2 || name === values[at]) write(name, x.getPixelForValue(from), head, 'left', tokens.ink3);
        from += percent;
      });
    },
  };
}
