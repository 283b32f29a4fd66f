import type { ChartLook } from '@renderer/charts/chart-look';
import { funnelChart } from '@renderer/charts/funnel-chart-config';
import { hatchLines } from '@renderer/charts/ink';
import { monthLines, monthlyChart, monthlyLabel, monthlyUnit } from '@renderer/charts/monthly-chart-config';
import { paretoBars, paretoChart, shareAxisEnd } from '@renderer/charts/pareto-chart-config';
import { cut, rankingChart, rankingRange } from '@renderer/charts/ranking-chart-config';
import { translatorFor } from '@renderer/i18n/i18n';
import { fen } from '@shared/kernel/fen';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPackFigures } from '../../builders/pack-figures';

const TOKENS = {
  font: 'sans-serif', ink: 'ink', ink2: 'ink2', ink3: 'ink3', paper: 'paper', line: 'line', line2: 'line2', primary: 'primary', target: 'target', actual: 'actual', lastYear: 'lastYear',
  cumulative: 'cumulative', quiet: 'quiet', onSeries: 'onSeries', onSeries3: 'onSeries3', series1: 'series1', series2: 'series2', series3: 'series3', series4: 'series4', series5: 'series5', series6: 'series6', ahead: 'ahead', onTrack: 'onTrack', atRisk: 'atRisk', behind: 'behind',
};
const look = (medium: ChartLook['medium']): ChartLook => ({ tokens: TOKENS, medium, t: translatorFor('zh-CN'), language: 'zh-CN', unit: 'wan' });
const figures = buildPackFigures();

describe('target and actual by month', () => {
  it('draws actuals in the unit of the axis, and a month without data as a gap, not as zero', () => {
    const { data } = monthlyChart({ points: figures.months, emphasis: 9 }, look('screen'));
    expect(data.datasets[0]!.data.slice(9)).toEqual([1904, null, null]);
    expect(data.labels!.slice(8)).toEqual(['9月', '10月', '11月', '12月']);
  });

  it('writes the actual under its month on paper', () => {
    expect(monthlyChart({ points: figures.months, emphasis: 9 }, look('print')).data.labels!.slice(9, 11)).toEqual([['10月', '1,904.0'], ['11月', '–']]);
  });

  it('leaves room for a target or last year that stands over every actual', () => {
    const points = figures.months.map((point) => ({ ...point, targetFen: fen(9_000_000_000) }));
    expect(monthlyChart({ points, emphasis: null }, look('print')).options?.scales?.['y']).toMatchObject({ beginAtZero: true, suggestedMax: 9000 });
  });

  it('fills a running month with paper, so that its hatching shows', () => {
    const points = figures.months.map((point, index) => ({ ...point, partial: index === 9 }));
    expect((monthlyChart({ points, emphasis: 9 }, look('screen')).data.datasets[0]!.backgroundColor as string[]).slice(8, 10)).toEqual(['actual', 'paper']);
  });

  it('does not claim a target of nothing where there is no plan', () => {
    const unplanned = figures.months.map((point) => ({ ...point, targetFen: null }));
    expect(monthlyLabel(unplanned, look('screen'))).toMatch(/^按月的目标与实际，单位万元。实际合计 [\d,.]+，目标合计 –。$/);
    expect(monthlyLabel([], look('screen'))).toBe('按月的目标与实际，单位万元。实际合计 –，目标合计 –。');
  });

  it('writes a tiny scope in 元: axis, label and words alike', () => {
    const tiny = figures.months.map((point) => ({ ...point, actualFen: point.actualFen === null ? null : fen(120_050), targetFen: fen(100_000), lastYearFen: null }));
    expect([monthlyUnit(tiny), monthlyUnit(figures.months)]).toEqual(['yuan', 'wan']);
    const small = { ...look('print'), unit: monthlyUnit(tiny) };
    const { data } = monthlyChart({ points: tiny, emphasis: null }, small);
    expect([data.datasets[0]!.data[9], data.labels![9], monthLines(tiny[9], small)[0]]).toEqual([1200.5, ['10月', '1,200.50'], '实际 1,200.50']);
    expect(monthlyLabel(tiny, small)).toContain('单位元。实际合计 12,005.00，目标合计 12,000.00');
  });

  it('says a month in words', () => {
    expect(monthLines(figures.months[10], look('screen'))[0]).toBe('实际 –');
    expect(monthLines(undefined, look('screen'))).toEqual([]);
  });

  it('moves and answers the pointer on screen only', () => {
    expect(monthlyChart({ points: figures.months, emphasis: null }, look('print')).options).toMatchObject({ animation: false, events: [], responsive: false });
    expect(monthlyChart({ points: figures.months, emphasis: null }, look('screen')).options).toMatchObject({ responsive: true });
  });
});

describe('the ranking', () => {
  const row = (attainment: number) => ({ name: '某人', detail: '', attainment, gapFen: 0, status: 'onTrack' as const });
  const series = (values: number[]) => ({ rows: values.map(row), firstPlace: 1, range: rankingRange(values.map(row)), bold: new Set<string>() });

  it('draws from 100 % and keeps a row beyond the axis at its edge', () => {
    expect(rankingChart(series([3.4, 1.05, 0.8]), look('print')).data.datasets[0]!.data).toEqual([[1, 2], [1, 1.05], [1, 0.8]]);
  });

  it('has an axis of whole tens that holds 100 % and every row up to 200 %', () => {
    expect(rankingRange([])).toEqual([0.9, 1.1]);
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { maxLength: 40 }), (values) => {
      const [from, to] = rankingRange(values.map(row));
      expect(from).toBeLessThan(1);
      expect(to).toBeGreaterThan(1);
      expect(values.every((value) => value >= from && (value <= to || to === 2))).toBe(true);
      expect(Math.abs(from * 10 - Math.round(from * 10))).toBeLessThan(1e-9);
    }));
  });

  it('cuts a long name and leaves a short one alone', () => {
    expect([cut('苏州工业园区水务', 4), cut('苏州', 4), cut('Maven', 4)]).toEqual(['苏州工业…', '苏州', 'Maven']);
  });
});

describe('the funnel', () => {
  it('counts opportunities and tells outcomes apart without colour: solid, ink, hollow', () => {
    const { data } = funnelChart(figures.funnel, look('print'));
    expect(data.datasets[0]!.data).toEqual(figures.funnel.map(({ count }) => count));
    expect((data.datasets[0]!.backgroundColor as string[]).slice(-3)).toEqual(['actual', 'ink', 'paper']);
  });
});

describe('the Pareto', () => {
  it('shows the ten largest customers, with their share of all customers', () => {
    const bars = paretoBars(figures.pareto, 10);
    expect(bars.map(({ name }) => name)).toEqual(figures.pareto.slice(0, 10).map(({ customer }) => customer));
    expect(bars.at(-1)!.cumulative).toBe(figures.pareto[9]!.cumulative);
    expect(paretoBars([], 10)).toEqual([]);
  });

  it('ends the axis of shares just above the line, at 100 % at most unless returns push the line beyond', () => {
    const endOf = (cumulative: number) => shareAxisEnd([{ name: '', netFen: 1, cumulative }]);
    expect([0.183, 0.46, 0.99, 1, 1.04].map(endOf)).toEqual([0.3, 0.6, 1, 1, 1.04]);
  });

  it('fills the customers that together reach 80 %, the others stay hollow', () => {
    const bars = [0.5, 0.75, 0.85, 1].map((cumulative, index) => ({ name: String(index), netFen: 100, cumulative }));
    expect(paretoChart(bars, look('print')).data.datasets[0]!.backgroundColor).toEqual(['actual', 'actual', 'actual', 'paper']);
  });

  it('gives its line a segment option, since SVG output cannot stroke a Path2D', () => {
    expect(paretoChart(paretoBars(figures.pareto, 10), look('print')).data.datasets[1]).toHaveProperty('segment');
  });
});

describe('hatching', () => {
  it('stays inside its box at 45 degrees', () => {
    const side = fc.double({ min: 0.5, max: 80, noNaN: true });
    fc.assert(fc.property(side, side, fc.double({ min: 4, max: 20, noNaN: true }), (width, height, step) => {
      for (const [x1, y1, x2, y2] of hatchLines({ x: 10, y: 20, width, height }, step)) {
        for (const x of [x1, x2]) expect(x >= 10 - 1e-9 && x <= 10 + width + 1e-9).toBe(true);
        for (const y of [y1, y2]) expect(y >= 20 - 1e-9 && y <= 20 + height + 1e-9).toBe(true);
        expect(Math.abs(x2 - x1 - (y1 - y2))).toBeLessThan(1e-6);
      }
    }));
  });
});
