import type { ChartConfiguration, Plugin } from 'chart.js';
import { type MoneyUnit, formatAmount, formatPercent, unitOfAll } from '@renderer/i18n/formats';
import { baseOptions, tooltipOptions, valueAxis } from './chart-defaults';
import { type ChartLook, chartSizes } from './chart-look';
import { type Pace, inkLine, inkStatus, inkText } from './ink';

export interface RankingRow {
  readonly name: string;
  /** Unit of the person, '' where it says nothing. */
  readonly detail: string;
  /** Fraction; rows without one are not ranked and do not belong here. */
  readonly attainment: number;
  readonly gapFen: number;
  readonly status: Pace;
}

export interface RankingSeries {
  /** In the order they are drawn, best first. */
  readonly rows: readonly RankingRow[];
  /** Place of the first row (a ranking may be cut over several pages). */
  readonly firstPlace: number;
  /** From and to of the axis, so that the parts of one ranking compare; see `rankingRange`. */
  readonly range: readonly [number, number];
  /** Names drawn bold. */
  readonly bold: ReadonlySet<string>;
}

export type RankingConfig = ChartConfiguration<'bar', [number, number][], string>;

/** The unit that the rows' gaps read best in. */
export const rankingUnit = (rows: readonly Pick<RankingRow, 'gapFen'>[]): MoneyUnit => unitOfAll(rows.map((row) => row.gapFen));

/** Tens of percent around all rows and 100 %; a row beyond 200 % ends at the edge and its label tells the figure. */
export function rankingRange(rows: readonly { attainment: number }[]): [number, number] {
  const all = [1, ...rows.map((row) => row.attainment)];
  const tenth = (value: number, round: (n: number) => number) => round(Number((value * 10).toFixed(6))) / 10;
  const to = Math.min(2, tenth(Math.max(...all) + 0.02, Math.ceil));
  return [Math.min(0.9, Math.max(0, tenth(Math.min(...all) - 0.02, Math.floor))), Math.max(1.1, to)];
}

/** Attainment as a dot on a line from 100 %: the axis does not start at zero, so no bars. Names left, figures right. */
export function rankingChart({ rows, firstPlace, range, bold }: RankingSeries, look: ChartLook): RankingConfig {
  const { tokens, language } = look;
  const [from, to] = range;
  const print = look.medium === 'print';
  const inside = (value: number) => Math.min(to, Math.max(from, value));
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.name),
      datasets: [{
        data: rows.map((row): [number, number] => [1, inside(row.attainment)]),
        backgroundColor: rows.map((row) => tokens[row.status]),
        barThickness: print ? 1.3 : 2,
        borderRadius: 0,
        minBarLength: 0,
      }],
    },
    options: {
      ...baseOptions(look),
      indexAxis: 'y',
      layout: { padding: print ? { left: 116, right: 92, top: 2 } : { left: 96, right: 60 } },
      scales: {
        x: { ...valueAxis(look, (value) => formatPercent(value, language, 0)), position: 'top', min: from, max: to },
        y: { display: false },
      },
      plugins: {
        tooltip: {
          ...tooltipOptions(look, () => []),
          callbacks: {
            label: ({ dataIndex }) => {
              const row = rows[dataIndex]!;
              return [
                look.t('charts.attainmentIs', { rate: formatPercent(row.attainment, language) }),
                look.t('charts.gapIs', { amount: signed(row.gapFen, look) }),
              ];
            },
            footer: () => look.t('charts.drill'),
          },
        },
      },
    },
    plugins: [rankingMarks({ rows, firstPlace, range, bold }, look)],
  };
}

const signed = (fen: number, look: ChartLook) => `${fen > 0 ? '+' : ''}${formatAmount(fen, look.language, look.unit)}`;

/** The line of 100 %, the dots, and the columns of words and figures beside them. */
function rankingMarks({ rows, firstPlace, range: [from, to], bold }: RankingSeries, look: ChartLook): Plugin<'bar'> {
  const { tokens, language } = look;
  const print = look.medium === 'print';
  const { label: size } = chartSizes(look);
  return {
    id: 'rankingMarks',
    afterDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      if (x === undefined || y === undefined) return;
      const { ctx, chartArea, width } = chart;
      const par = x.getPixelForValue(1);
      inkLine(ctx, { from: [par, chartArea.top], to: [par, chartArea.bottom], colour: tokens.ink, width: 1 });
      const write = (text: string, at: number, level: number, align: CanvasTextAlign, strong = false, colour = tokens.ink) =>
        inkText(ctx, { text, x: at, y: level, size, font: tokens.font, colour, bold: strong, align, baseline: 'middle' });
      rows.forEach((row, index) => {
        const level = y.getPixelForValue(index);
        const strong = bold.has(row.name);
        inkStatus(ctx, row.status, x.getPixelForValue(Math.min(to, Math.max(from, row.attainment))), level, print ? 2.6 : 4, tokens);
        if (print) {
          write(String(firstPlace + index), 12, level, 'right', false, tokens.ink2);
          write(cut(row.name, 6.5), 20, level, 'left', strong);
          write(cut(row.detail, 5), 72, level, 'left', false, tokens.ink2);
          write(formatPercent(row.attainment, language), width - 46, level, 'right', true);
          write(signed(row.gapFen, look), width, level, 'right', false, tokens.ink2);
        } else {
          write(cut(row.name, 14), chartArea.left - 8, level, 'right');
          write(formatPercent(row.attainment, language), width, level, 'right');
        }
      });
    },
  };
}

/** A long name keeps its beginning, at a width of `em` Chinese characters (Latin letters count half). */
export function cut(text: string, em: number): string {
  let room = em;
  let kept = '';
  for (const char of text) {
    room -= char.codePointAt(0)! < 0x2e80 ? 0.55 : 1;
    if (room < 0) return `${kept}…`;
    kept += char;
  }
  return kept;
}
