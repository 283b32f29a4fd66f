import type { Figures, NodeFigures } from '@shared/contracts/figures';
import { fen } from '@shared/kernel/fen';
import { describe, expect, it } from 'vitest';
import { marketHeadline, planToDate, summaryHeadline, targetsHeadline, trendHeadline } from '@renderer/print/headlines';
import { packText } from '@renderer/print/pack-text';
import { buildPackFigures } from '../../builders/pack-figures';

const figures = buildPackFigures();
const zh = packText({ language: 'zh-CN', figures });
const en = packText({ language: 'en', figures });

function withRoot(change: Partial<NodeFigures['target']>, rest: Partial<Figures> = {}): Figures {
  const [root, ...others] = figures.nodes;
  return { ...figures, ...rest, nodes: [{ ...root!, target: { ...root!.target, ...change } }, ...others] };
}

describe('the summary headline', () => {
  it('states the gap, who makes it and where the year stands', () => {
    expect(summaryHeadline(figures, zh)).toEqual(['2026年10月差 44.3 万元，完成 97.7%；', '苏北组、浙江组少了 91.9 万元；', '年初至今比计划少 545.5 万元']);
    expect(summaryHeadline(figures, en)[0]).toBe('Oct 2026 is 44.3 ×10k CNY short at 97.7%;');
  });

  it('names those who beat their target when the period did', () => {
    const target = fen(1_880_000_000);
    expect(summaryHeadline(withRoot({ targetFen: target }), zh).slice(0, 2)).toEqual([expect.stringContaining('超出 24.0 万元'), '苏南组、上海组多了 27.9 万元；']);
  });

  it('says that the target was met exactly, without naming anybody', () => {
    const actual = figures.nodes[0]!.target.actualFen!;
    expect(summaryHeadline(withRoot({ targetFen: actual }), zh)[0]).toBe('2026年10月正好完成目标；');
  });

  it('compares a running period with the time gone, and tells where it ends at this pace', () => {
    const running = withRoot({ targetFen: fen(200_000_000), actualFen: fen(128_000_000), attainment: 0.64, forecastFen: fen(192_000_000) }, { partial: true, time: { workingDays: 18, elapsed: 12, progress: 12 / 18, estimated: false } });
    expect(summaryHeadline(running, zh)).toEqual(['2026年10月时间过了 66.7%，完成 64.0%；', '按此节奏本期完成 96.0%']);
  });

  it('does not invent a comparison where target or actual is missing', () => {
    expect(summaryHeadline(withRoot({ targetFen: null }), zh)).toEqual(['2026年10月实际 1,904.0 万元，', '没有目标可比']);
    expect(summaryHeadline(withRoot({ actualFen: null }), zh)).toEqual(['2026年10月没有导入实际数，', '本册只列出目标']);
  });
});

describe('the other headlines', () => {
  it('count the people who reached their target and name the unit that stands out', () => {
    expect(targetsHeadline(figures, zh)).toEqual(['24 人中 11 人完成目标；', '浙江组只有 1 人完成']);
    expect(targetsHeadline(buildPackFigures({ planned: false }), zh)).toEqual(['本期没有可比的目标']);
  });

  it('spread what the year still needs over the months left', () => {
    const open = withRoot({ yearTargetFen: fen(1_000_000_000), yearActualFen: fen(900_000_000) });
    expect(trendHeadline(open, zh)).toEqual(['全年还差 100.0 万元，', '剩下 2 个月平均每月须做 50.0 万元']);
    expect(trendHeadline(withRoot({ yearTargetFen: fen(100), yearActualFen: fen(10_000_100) }), zh)).toEqual(['全年目标已完成，超出 10.0 万元']);
    expect(trendHeadline(withRoot({ yearActualFen: null }), zh)).toEqual(['本财年还没有实际数']);
  });

  it('tell what is open, how often we win and how much the largest customers make', () => {
    expect(marketHeadline(figures, zh)).toEqual(['未结商机 327 个、7,564.8 万元；', '本期赢单率 66.7%；', expect.stringMatching(/^前 10 家客户占 \d+\.\d%$/)]);
    expect(marketHeadline({ ...figures, funnel: [], pareto: [] }, zh)).toEqual(['本期没有商机，也没有客户成交']);
  });
});

describe('the plan to date', () => {
  it('is the sum of the months up to the end of the period', () => {
    const upTo = figures.months.slice(0, 10).reduce((sum, { targetFen }) => sum + (targetFen ?? 0), 0);
    expect(planToDate(figures)).toBe(upTo);
  });

  it('is unknown while a month has no target', () => {
    expect(planToDate({ ...figures, months: figures.months.map((point, index) => (index === 3 ? { ...point, targetFen: null } : point)) })).toBeNull();
  });
});
