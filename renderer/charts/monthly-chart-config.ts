import type { MonthPoint } from '@shared/contracts/figures';
import { type Fen, sumFen } from '@shared/kernel/fen';
import { ratioOf } from '@shared/kernel/rate';
import type { ChartConfiguration, Plugin } from 'chart.js';
import { type MoneyUnit, formatAmount, formatMonth, formatMonthName, formatNumber, formatPercent, unitName, unitOfAll } from '@renderer/i18n/formats';
import { baseOptions, nameAxis, tooltipOptions, valueAxis } from './chart-defaults';
import { type ChartLook, axisValue, chartSizes } from './chart-look';
import { inkHatch, inkLine, inkOutline, inkText } from './ink';

export type MonthlyConfig = ChartConfiguration<'bar', (number | null)[], string | string[]>;

export interface MonthlySeries {
  readonly points: readonly MonthPoint[];
  /** Index of the month the page is about; its label is bold. Null = none. */
  readonly emphasis: number | null;
}

const attainmentOf = (point: MonthPoint) => (point.actualFen === null || point.targetFen === null ? null : ratioOf(point.actualFen, point.targetFen));

/**
 * Target vs actual by month: a solid bar = actual, an ink tick = target, a slim outlined bar = the same month last year,
 * hatching = the month still runs. Attainment stands over the bar. A month without data keeps its place and stays empty.
 */
export function monthlyChart({ points, emphasis }: MonthlySeries, look: ChartLook): MonthlyConfig {
  const { tokens, language, unit, t } = look;
  const amount = (fen: number | null) => formatAmount(fen, language, unit);
  const known = points.flatMap((p) => [p.actualFen, p.targetFen, p.lastYearFen]).filter((fen) => fen !== null);
  const print = look.medium === 'print';
  return {
    type: 'bar',
    data: {
      labels: points.map((p) => (print ? [formatMonthName(p.month, language), amount(p.actualFen)] : formatMonthName(p.month, language))),
      datasets: [{
        label: t('charts.actual'),
        data: points.map((p) => (p.actualFen === null ? null : axisValue(p.actualFen, look))),
        // Outlines are drawn by the plugin: Chart.js cuts borders out with an even-odd fill, which SVG output lacks.
        backgroundColor: points.map((p) => (p.partial ? tokens.paper : tokens.actual)),
        grouped: false,
        ...(print ? { barThickness: Math.min(18, 200 / Math.max(1, points.length)), borderRadius: 0 } : {}),
      }],
    },
    options: {
      ...baseOptions(look),
      layout: { padding: { top: chartSizes(look).label * 1.8 } },
      scales: {
        x: nameAxis(look, (index) => index === emphasis),
        y: { ...valueAxis(look, (value) => formatNumber(value, language)), beginAtZero: true, suggestedMax: Math.max(0, ...known.map((fen) => axisValue(fen, look))) },
      },
      plugins: {
        tooltip: {
          ...tooltipOptions(look, (index) => monthLines(points[index], look)),
          callbacks: {
            title: ([item]) => (item === undefined ? '' : formatMonth(points[item.dataIndex]!.month, language)),
            label: (item) => monthLines(points[item.dataIndex], look),
            footer: () => t('charts.drill'),
          },
        },
      },
    },
    plugins: [monthMarks(points, emphasis, look)],
  };
}

/** The unit that the amounts of a year read best in. */
export const monthlyUnit = (points: readonly MonthPoint[]): MoneyUnit => unitOfAll(points.flatMap((point) => [point.actualFen, point.targetFen, point.lastYearFen]));

/** What the chart says, in one sentence; without a plan (or without data) a total is not known, which is not zero. */
export function monthlyLabel(points: readonly MonthPoint[], { t, language, unit }: ChartLook): string {
  const total = (pick: (point: MonthPoint) => Fen | null) => {
    const known = points.map(pick).filter((fen) => fen !== null);
    return formatAmount(known.length === 0 ? null : sumFen(known), language, unit);
  };
  return t('charts.monthlyLabel', { unit: unitName(unit, language), actual: total((point) => point.actualFen), target: total((point) => point.targetFen) });
}

/** The figures of one month in words: tooltip and hidden table say the same. */
export function monthLines(point: MonthPoint | undefined, look: ChartLook): string[] {
  if (point === undefined) return [];
  const amount = (fen: number | null) => formatAmount(fen, look.language, look.unit);
  return [
    look.t('charts.actualIs', { amount: amount(point.actualFen) }),
    look.t('charts.targetIs', { amount: amount(point.targetFen) }),
    look.t('charts.attainmentIs', { rate: formatPercent(attainmentOf(point), look.language) }),
    look.t('charts.lastYearIs', { amount: amount(point.lastYearFen) }),
  ];
}

/** Last year's outline, the hatch of a running month, the target's tick and the attainment over it. */
function monthMarks(points: readonly MonthPoint[], emphasis: number | null, look: ChartLook): Plugin<'bar'> {
  const { tokens, language } = look;
  const sizes = chartSizes(look);
  return {
    id: 'monthMarks',
    afterDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      if (x === undefined || y === undefined) return;
      const slot = x.width / Math.max(1, points.length);
      const zero = y.getPixelForValue(0);
      points.forEach((point, index) => {
        const centre = x.getPixelForValue(index);
        const bar = chart.getDatasetMeta(0).data[index]?.getProps(['width', 'y']) as { width?: number; y: number } | undefined;
        const half = (bar?.width && Number.isFinite(bar.width) ? bar.width : slot * 0.5) / 2;
        const top = (fen: number) => y.getPixelForValue(axisValue(fen, look));
        if (point.lastYearFen !== null && point.lastYearFen > 0) {
          const width = Math.max(3, Math.min(5, slot * 0.12));
          const head = top(point.lastYearFen);
          inkOutline(chart.ctx, { x: centre - half - width, y: head, width, height: zero - head }, look.medium === 'print' ? tokens.ink2 : tokens.lastYear, sizes.hairline + 0.1);
        }
        if (point.partial && point.actualFen !== null && point.actualFen > 0) {
          const head = top(point.actualFen);
          inkOutline(chart.ctx, { x: centre - half, y: head, width: half * 2, height: zero - head }, tokens.actual, 1);
          inkHatch(chart.ctx, { x: centre - half, y: head, width: half * 2, height: zero - head }, tokens.actual, look.medium === 'print' ? 4 : 6, 0.8);
        }
        if (point.targetFen !== null) {
          const level = top(point.targetFen);
          inkLine(chart.ctx, { from: [centre - half - 2, level], to: [centre + half + 2, level], colour: look.medium === 'print' ? tokens.ink : tokens.target, width: look.medium === 'print' ? 1.4 : 2 });
        }
        const attainment = attainmentOf(point);
        if (attainment !== null && slot > sizes.label * 2.6) {
          const head = Math.min(...[point.targetFen, point.actualFen, point.lastYearFen].map((fen) => top(fen ?? 0)));
          inkText(chart.ctx, { text: formatPercent(attainment, language, look.medium === 'print' ? 1 : 0), x: centre, y: head - 2, size: sizes.label, font: tokens.font, colour: tokens.ink, bold: index === emphasis });
        }
      });
    },
  };
}
