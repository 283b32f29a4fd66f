import type { ParetoRow } from '@shared/contracts/figures';
import type { ChartConfiguration, Plugin } from 'chart.js';
import { type MoneyUnit, formatAmount, formatNumber, formatPercent, unitOfAll } from '@renderer/i18n/formats';
import { baseOptions, nameAxis, tooltipOptions, valueAxis } from './chart-defaults';
import { type ChartLook, axisValue, chartSizes } from './chart-look';
import { inkLine, inkOutline, inkText } from './ink';
import { cut } from './ranking-chart-config';

export interface ParetoBar {
  readonly name: string;
  readonly netFen: number;
  /** Share of all customers' total up to and including this bar. */
  readonly cumulative: number;
}

/** The largest `top` customers; nothing gives []. The others are in the share, not a bar: beside their sum no bar could be read. */
export function paretoBars(rows: readonly ParetoRow[], top: number): ParetoBar[] {
  return rows.slice(0, top).map((row): ParetoBar => ({ name: row.customer, netFen: row.netFen, cumulative: row.cumulative }));
}

/** The unit that the bars' amounts read best in. */
export const paretoUnit = (bars: readonly Pick<ParetoBar, 'netFen'>[]): MoneyUnit => unitOfAll(bars.map((bar) => bar.netFen));

/** The next ten percent above the line's end, at most 100 % (more only where returns push the line beyond it). */
export function shareAxisEnd(bars: readonly ParetoBar[]): number {
  const highest = Math.max(0, ...bars.map((bar) => bar.cumulative));
  return Math.max(Math.min(1, Math.ceil(highest * 10 + 0.5) / 10), highest);
}

export type ParetoConfig = ChartConfiguration<'bar' | 'line', number[], string | string[]>;

/** Customers by net sales: solid bars up to 80 % of the total, outlined after it; the line is the cumulative share. */
export function paretoChart(bars: readonly ParetoBar[], look: ChartLook): ParetoConfig {
  const { tokens, language, unit, t } = look;
  const print = look.medium === 'print';
  const sizes = chartSizes(look);
  // The bar that crosses 80 % still belongs to the vital few.
  const vital = bars.map((_, index) => (index === 0 || bars[index - 1]!.cumulative < 0.8));
  const lineColour = print ? tokens.ink : tokens.cumulative;
  return {
    type: 'bar',
    data: {
      labels: bars.map((bar) => (print ? twoLines(bar.name) : bar.name)),
      datasets: [
        {
          type: 'bar', label: t('charts.net'), yAxisID: 'y', order: 2,
          data: bars.map((bar) => axisValue(bar.netFen, look)),
          backgroundColor: vital.map((few) => (few ? tokens.actual : tokens.paper)),
          borderRadius: print ? 0 : 2,
          ...(print ? { barThickness: 24 } : {}),
        },
        {
          type: 'line', label: t('charts.cumulative'), yAxisID: 'share', order: 1, segment: {}, clip: false,
          data: bars.map((bar) => bar.cumulative),
          borderColor: lineColour, borderWidth: print ? 1 : 2,
          pointRadius: print ? 2 : 0, pointBackgroundColor: tokens.paper, pointBorderColor: lineColour, pointBorderWidth: print ? 1 : 2,
        },
      ],
    },
    options: {
      ...baseOptions(look),
      layout: { padding: { top: sizes.label * 1.6 } },
      scales: {
        x: print ? nameAxis(look, (index) => vital[index] ?? false) : roomyNames(bars, look, vital),
        y: { ...valueAxis(look, (value) => formatNumber(value, language)), beginAtZero: true },
        share: { ...valueAxis(look, (value) => formatPercent(value, language, 0)), position: 'right', min: 0, max: shareAxisEnd(bars), grid: { display: false } },
      },
      plugins: {
        tooltip: {
          ...tooltipOptions(look, () => []) as object,
          callbacks: {
            title: ([item]) => (item === undefined ? '' : bars[item.dataIndex]!.name),
            label: ({ dataIndex }) => [
              t('charts.amountIs', { amount: formatAmount(bars[dataIndex]!.netFen, language, unit) }),
              t('charts.cumulativeIs', { rate: formatPercent(bars[dataIndex]!.cumulative, language) }),
            ],
            footer: () => t('charts.drill'),
          },
        },
      },
    },
    plugins: [paretoMarks(bars, vital, look)],
  };
}

/** On screen every bar has its name, as much of it as there is room for. */
function roomyNames(bars: readonly ParetoBar[], look: ChartLook, vital: readonly boolean[]) {
  const axis = nameAxis(look, (index) => vital[index] ?? false);
  const size = chartSizes(look).axis;
  return {
    ...axis,
    ticks: {
      ...axis.ticks, autoSkip: false,
      callback(this: { readonly width: number }, _value: string | number, index: number) {
        return cut(bars[index]?.name ?? '', Math.max(2, this.width / Math.max(1, bars.length) / size - 1.1));
      },
    },
  };
}

/** A customer's name under its bar: at most two lines, each as wide as five Chinese characters. */
function twoLines(name: string): string[] {
  const first = cut(name, LINE_EM);
  if (first === name) return [name];
  const kept = first.slice(0, -1);
  return [kept, cut(name.slice(kept.length), LINE_EM)];
}

const LINE_EM = 5.2;

function paretoMarks(bars: readonly ParetoBar[], vital: readonly boolean[], look: ChartLook): Plugin<'bar' | 'line'> {
  const { tokens, language, unit } = look;
  const { label: size, hairline } = chartSizes(look);
  return {
    id: 'paretoMarks',
    beforeDatasetsDraw(chart) {
      const share = chart.scales['share'];
      if (share === undefined || share.max < 0.8) return;
      const level = share.getPixelForValue(0.8);
      inkLine(chart.ctx, { from: [chart.chartArea.left, level], to: [chart.chartArea.right, level], colour: tokens.ink3, width: 0.6, dash: [3, 2] });
    },
    afterDatasetsDraw(chart) {
      const { x, y, share } = chart.scales;
      if (x === undefined || y === undefined || share === undefined) return;
      const roomy = x.width / Math.max(1, bars.length) > size * 3.4;
      bars.forEach((bar, index) => {
        const at = x.getPixelForValue(index);
        const write = (text: string, level: number, colour: string, bold: boolean) => inkText(chart.ctx, { text, x: at, y: level, size, font: tokens.font, colour, bold });
        const top = y.getPixelForValue(axisValue(bar.netFen, look));
        const line = share.getPixelForValue(bar.cumulative);
        const foot = y.getPixelForValue(0);
        const solid = vital[index] ?? false;
        const width = (chart.getDatasetMeta(0).data[index]?.getProps(['width']) as { width?: number } | undefined)?.width ?? 0;
        if (!solid) inkOutline(chart.ctx, { x: at - width / 2, y: Math.min(top, foot), width, height: Math.abs(foot - top) }, tokens.actual, hairline + 0.2);
        if (!roomy) return;
        // A label that would stand on the line or its label moves into the bar's foot.
        const clash = Math.abs(line - (top - size / 2)) < size * 1.6;
        if (!clash) write(formatAmount(bar.netFen, language, unit), top - 2, tokens.ink, true);
        else if (foot - top > size * 2) write(formatAmount(bar.netFen, language, unit), foot - 3, solid ? tokens.onSeries : tokens.ink, true);
        const within = line - 4 - size > top;
        // On screen, where the axis is near, only the end of the line is written.
        if (look.medium === 'print' || index === bars.length - 1) write(formatPercent(bar.cumulative, language), line - 4, within && solid ? tokens.onSeries : tokens.ink, false);
      });
    },
  };
}
