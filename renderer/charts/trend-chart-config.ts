import type { Fen } from '@shared/kernel/fen';
import type { YearMonth } from '@shared/kernel/month';
import type { ChartConfiguration, Plugin } from 'chart.js';
import { type MoneyUnit, formatAmount, formatMonth, formatMonthName, formatNumber, formatPercent, unitOfAll } from '@renderer/i18n/formats';
import { baseOptions, nameAxis, tooltipOptions, valueAxis } from './chart-defaults';
import { type ChartLook, axisValue, chartSizes } from './chart-look';
import { inkLine, inkText } from './ink';

export interface TrendPoint {
  readonly month: YearMonth;
  /** Null = nothing imported for the month. */
  readonly actualFen: Fen | null;
  readonly lastYearFen: Fen | null;
  readonly targetFen: Fen | null;
  readonly partial: boolean;
}

export interface TrendSeries {
  readonly points: readonly TrendPoint[];
  /** Index of the month the page is about; its dot is large and its label bold. Null = none. */
  readonly emphasis: number | null;
  /** How far the running month has come: «12 / 18 days»; '' when none runs. */
  readonly progress: string;
  /** The lines' names, written where each ends. */
  readonly thisYear: string;
  readonly lastYear: string;
}

export type TrendConfig = ChartConfiguration<'line', (number | null)[], string>;

export const trendUnit = (points: readonly TrendPoint[]): MoneyUnit => unitOfAll(points.flatMap((point) => [point.actualFen, point.lastYearFen, point.targetFen]));

/** By how much a month differs from the same month last year; null without a base above 0. */
export const trendGrowth = ({ actualFen, lastYearFen, partial }: TrendPoint): number | null =>
  partial || actualFen === null || lastYearFen === null || lastYearFen <= 0 ? null : (actualFen - lastYearFen) / lastYearFen;

/**
 * This year's months as a line over last year's, targets as ticks. A month without data is a gap. The running month is no part of the
 * line: it would fall. It stands as a hollow point with how far it has come.
 */
export function trendChart(series: TrendSeries, look: ChartLook): TrendConfig {
  const { points, emphasis } = series;
  const { tokens, language, t } = look;
  const value = (fen: Fen | null) => (fen === null ? null : axisValue(fen, look));
  const whole = points.map((point) => (point.partial ? null : value(point.actualFen)));
  const before = points.map((point) => value(point.lastYearFen));
  const isAlone = (values: readonly (number | null)[], at: number) => values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
  const targets = points.flatMap((point) => (point.targetFen === null ? [] : [axisValue(point.targetFen, look)]));
  return {
    type: 'line',
    data: {
      labels: points.map((point) => formatMonthName(point.month, language)),
      datasets: [
        {
          label: series.thisYear, data: whole, segment: {}, clip: false,
          borderColor: tokens.actual, backgroundColor: tokens.actual, pointBackgroundColor: tokens.actual, pointBorderColor: tokens.paper, pointBorderWidth: 1.5,
          pointRadius: whole.map((_, at) => (at === emphasis ? 5 : isAlone(whole, at) ? 3 : 0)),
        },
        { label: t('charts.running'), data: points.map((point) => (point.partial ? value(point.actualFen) : null)), segment: {}, clip: false, showLine: false, pointRadius: 4, pointBackgroundColor: tokens.paper, pointBorderColor: tokens.actual, pointBorderWidth: 2 },
        {
          label: series.lastYear, data: before, segment: {}, clip: false,
          borderColor: tokens.lastYear, backgroundColor: tokens.lastYear, pointBackgroundColor: tokens.lastYear, pointRadius: before.map((_, at) => (isAlone(before, at) ? 3 : 0)),
        },
      ],
    },
    options: {
      ...baseOptions(look),
      layout: { padding: { top: chartSizes(look).label * 1.8, right: 72 } },
      scales: {
        x: { ...nameAxis(look, (index) => index === emphasis), offset: true },
        y: { ...valueAxis(look, (amount) => formatNumber(amount, language)), grace: '8%', ...(targets.length === 0 ? {} : { suggestedMin: Math.min(...targets), suggestedMax: Math.max(...targets) }) },
      },
      plugins: {
        tooltip: {
          ...tooltipOptions(look, () => []) as object,
          callbacks: {
            title: ([item]) => (item === undefined ? '' : formatMonth(points[item.dataIndex]!.month, language)),
            label: (item) => trendLines(points[item.dataIndex]!, look),
            footer: () => t('charts.drill'),
          },
          filter: (_item, at) => at === 0,
        },
      },
    },
    plugins: [trendMarks(series, look)],
  };
}

/** One month in words: what tooltip and hidden table say. */
export function trendLines(point: TrendPoint, { t, language, unit }: ChartLook): string[] {
  const amount = (fen: Fen | null) => formatAmount(fen, language, unit);
  return [
    t('charts.actualIs', { amount: amount(point.actualFen) }),
    ...(point.targetFen === null ? [] : [t('charts.targetIs', { amount: amount(point.targetFen) })]),
    t('charts.lastYearIs', { amount: amount(point.lastYearFen) }),
    ...(trendGrowth(point) === null ? [] : [t('charts.growthIs', { rate: signedPercent(trendGrowth(point), language) })]),
  ];
}

/** A change as `+8.6%`, `−3.0%`; null is –. */
export const signedPercent = (rate: number | null, language: ChartLook['language']): string => `${rate !== null && rate > 0 ? '+' : ''}${formatPercent(rate, language)}`;

/** Ticks of the targets, the running month's words, and the lines' names at their right ends. */
function trendMarks({ points, progress, thisYear, lastYear }: TrendSeries, look: ChartLook): Plugin<'line'> {
  const { tokens, language, unit, t } = look;
  const size = chartSizes(look).label;
  return {
    id: 'trendMarks',
    afterDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      if (x === undefined || y === undefined) return;
      const { ctx } = chart;
      const level = (fen: Fen) => y.getPixelForValue(axisValue(fen, look));
      points.forEach(({ targetFen }, index) => {
        if (targetFen === null) return;
        const at = x.getPixelForValue(index);
        inkLine(ctx, { from: [at - 10, level(targetFen)], to: [at + 10, level(targetFen)], colour: tokens.target, width: 2 });
      });
      const write = (text: string, at: number, height: number, colour: string, bold: boolean, align: CanvasTextAlign = 'left') =>
        inkText(ctx, { text, x: at, y: height, size, font: tokens.font, colour, bold, align, baseline: 'middle' });
      const running = points.findIndex((point) => point.partial && point.actualFen !== null);
      if (running !== -1) {
        const at = x.getPixelForValue(running);
        const text = t('charts.soFar', { amount: formatAmount(points[running]!.actualFen, language, unit), progress });
        const fits = at + 10 + text.length * size * 0.6 < chart.width;
        write(text, fits ? at + 10 : at - 10, level(points[running]!.actualFen!), tokens.ink, true, fits ? 'left' : 'right');
      }
      const lastOf = (pick: (point: TrendPoint) => Fen | null) => points.findLastIndex((point) => pick(point) !== null);
      const ends = [
        { text: thisYear, at: lastOf((point) => (point.partial ? null : point.actualFen)), fen: (point: TrendPoint) => point.actualFen, colour: tokens.actual, bold: true },
        { text: lastYear, at: lastOf((point) => point.lastYearFen), fen: (point: TrendPoint) => point.lastYearFen, colour: tokens.ink3, bold: false },
        { text: t('charts.target'), at: lastOf((point) => point.targetFen), fen: (point: TrendPoint) => point.targetFen, colour: tokens.ink3, bold: false },
      ].filter(({ at }) => at !== -1).map((end) => ({ ...end, height: level(end.fen(points[end.at]!)!) }));
      // Names that would stand on each other move apart; this year's stays on its line.
      const taken: { at: number; height: number }[] = [];
      for (const end of ends) {
        let { height } = end;
        const isLast = end.at === points.length - 1;
        if (!isLast) height -= size * 1.6;
        for (let tries = 0; tries < 3 && taken.some((other) => other.at === end.at && Math.abs(other.height - height) < size * 1.3); tries++) height += size * 1.4;
        taken.push({ at: end.at, height });
        const at = x.getPixelForValue(end.at);
        write(end.text, isLast ? at + 14 : at, height, end.colour, end.bold, isLast ? 'left' : 'center');
      }
    },
  };
}
