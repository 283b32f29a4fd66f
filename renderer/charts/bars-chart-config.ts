import type { ChartConfiguration, Plugin } from 'chart.js';
import { baseOptions, tooltipOptions, valueAxis } from './chart-defaults';
import { type ChartLook, chartSizes } from './chart-look';
import { inkLine, inkText } from './ink';
import { cut } from './ranking-chart-config';

export interface BarsRow {
  readonly name: string;
  /** Length of the bar, in whatever the axis counts. */
  readonly value: number;
  /** The value as it is written, at the right. */
  readonly text: string;
  /** Quiet words beside it. */
  readonly detail: string;
}

export interface BarsSeries {
  /** In the order they are drawn, best first. */
  readonly rows: readonly BarsRow[];
  readonly writeAxis: (value: number) => string;
}

export type BarsConfig = ChartConfiguration<'bar', number[], string>;

/** Bars from zero, a row each: names left, figures right; what is below zero runs to the left. */
export function barsChart({ rows, writeAxis }: BarsSeries, look: ChartLook): BarsConfig {
  const { tokens, t } = look;
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.name),
      datasets: [{ data: rows.map((row) => row.value), backgroundColor: rows.map((row) => (row.value < 0 ? tokens.behind : tokens.actual)), barThickness: 10 }],
    },
    options: {
      ...baseOptions(look),
      indexAxis: 'y',
      layout: { padding: { left: 112, right: 148 } },
      scales: { x: { ...valueAxis(look, writeAxis), position: 'top', beginAtZero: true }, y: { display: false } },
      plugins: {
        tooltip: {
          ...tooltipOptions(look, () => []),
          callbacks: {
            label: ({ dataIndex }) => [rows[dataIndex]!.text, ...(rows[dataIndex]!.detail === '' ? [] : [rows[dataIndex]!.detail])],
            footer: () => t('charts.drill'),
          },
        },
      },
    },
    plugins: [barsMarks(rows, look)],
  };
}

function barsMarks(rows: readonly BarsRow[], look: ChartLook): Plugin<'bar'> {
  const { tokens } = look;
  const size = chartSizes(look).label;
  return {
    id: 'barsMarks',
    afterDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      if (x === undefined || y === undefined) return;
      const { ctx, chartArea, width } = chart;
      const zero = x.getPixelForValue(0);
      inkLine(ctx, { from: [zero, chartArea.top], to: [zero, chartArea.bottom], colour: tokens.ink3, width: 1 });
      rows.forEach((row, index) => {
        const level = y.getPixelForValue(index);
        const write = (text: string, at: number, align: CanvasTextAlign, colour: string) => inkText(ctx, { text, x: at, y: level, size, font: tokens.font, colour, align, baseline: 'middle' });
        write(String(index + 1), 14, 'right', tokens.ink3);
        write(cut(row.name, 7.5), 22, 'left', tokens.ink);
        write(row.text, width - 76, 'right', tokens.ink);
        write(row.detail, width, 'right', tokens.ink3);
      });
    },
  };
}
