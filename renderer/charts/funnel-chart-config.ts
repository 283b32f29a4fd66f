import type { FunnelStage } from '@shared/contracts/figures';
import type { ChartConfiguration, Plugin } from 'chart.js';
import { formatAmount, formatNumber } from '@renderer/i18n/formats';
import { baseOptions, tooltipOptions } from './chart-defaults';
import { type ChartLook, chartSizes } from './chart-look';
import { inkOutline, inkText } from './ink';
import { cut } from './ranking-chart-config';

export type FunnelConfig = ChartConfiguration<'bar', number[], string>;

/**
 * Opportunities by stage: bars start at zero and count opportunities, the amount stands at the right.
 * Solid = open, ink = won, outlined = lost, so that the outcome reads without colour.
 */
export function funnelChart(stages: readonly FunnelStage[], look: ChartLook): FunnelConfig {
  const { tokens, language, unit, t } = look;
  const print = look.medium === 'print';
  const colour = { open: tokens.actual, won: tokens.ink, lost: tokens.paper };
  return {
    type: 'bar',
    data: {
      labels: stages.map((stage) => stage.stage),
      datasets: [{
        data: stages.map((stage) => stage.count),
        backgroundColor: stages.map((stage) => colour[stage.outcome]),
        barThickness: print ? 12 : 18,
        borderRadius: print ? 0 : 2,
      }],
    },
    options: {
      ...baseOptions(look),
      indexAxis: 'y',
      layout: { padding: print ? { left: 74, right: 74 } : { left: 96, right: 92 } },
      scales: { x: { display: false, beginAtZero: true }, y: { display: false } },
      plugins: {
        tooltip: {
          ...tooltipOptions(look, () => []),
          callbacks: {
            label: ({ dataIndex }) => [
              t('charts.countIs', { n: formatNumber(stages[dataIndex]!.count, language) }),
              t('charts.amountIs', { amount: formatAmount(stages[dataIndex]!.amountFen, language, unit) }),
            ],
            footer: () => t('charts.drill'),
          },
        },
      },
    },
    plugins: [funnelMarks(stages, look)],
  };
}

function funnelMarks(stages: readonly FunnelStage[], look: ChartLook): Plugin<'bar'> {
  const { tokens, language, unit } = look;
  const print = look.medium === 'print';
  const { label: size, hairline } = chartSizes(look);
  return {
    id: 'funnelMarks',
    afterDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      if (x === undefined || y === undefined) return;
      const { ctx, chartArea, width } = chart;
      const zero = x.getPixelForValue(0);
      stages.forEach(({ stage, count, amountFen, outcome }, index) => {
        const level = y.getPixelForValue(index);
        const end = x.getPixelForValue(count);
        const half = (print ? 12 : 18) / 2;
        if (outcome === 'lost') inkOutline(ctx, { x: zero, y: level - half, width: Math.max(1, end - zero), height: half * 2 }, tokens.ink2, hairline + 0.2);
        const write = (text: string, at: number, align: CanvasTextAlign, colour: string, bold = false) =>
          inkText(ctx, { text, x: at, y: level, size, font: tokens.font, colour, bold, align, baseline: 'middle' });
        write(cut(stage, print ? 9.5 : 8), chartArea.left - 8, 'right', tokens.ink);
        const text = formatNumber(count, language);
        const fits = end - zero > text.length * size * 0.7 + 8 && outcome !== 'lost';
        if (fits) write(text, zero + 4, 'left', outcome === 'won' ? tokens.paper : tokens.onSeries, true);
        else write(text, end + 4, 'left', tokens.ink, true);
        write(formatAmount(amountFen, language, unit), width, 'right', tokens.ink);
      });
    },
  };
}
