import { reviewPackSchema } from '@shared/contracts/review-pack';
import { sumFen } from '@shared/kernel/fen';
import { formatAmount, formatMoney, formatPercent } from '@renderer/i18n/formats';
import { steepestCliff } from '@renderer/print/commission-pieces';
import { comparisonRows } from '@renderer/print/comparison';
import { figureDefinitions } from '@renderer/print/figure-definitions';
import { packText, packUnit } from '@renderer/print/pack-text';
import { personFinding } from '@renderer/print/person-finding';
import { rateText } from '@renderer/print/rate-text';
import { weightedScores } from '@renderer/print/scorecard-pieces';
import { splitComment } from '@renderer/print/split-comment';
import { farthestPeople } from '@renderer/print/summary-chapter';
import { rankingRows } from '@renderer/print/trend-chapter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReviewPack } from '../../builders/review-pack';
import { reviewPack } from '../../fixtures/review-pack';

const text = packText(reviewPack);

describe('the fixture pack', () => {
  it('is a value that the contract accepts, in both languages, with and without a plan', () => {
    for (const pack of [reviewPack, buildReviewPack({ language: 'en', signed: 24 }), buildReviewPack({ planned: false, lines: 0 })]) expect(reviewPackSchema.parse(pack)).toEqual(pack);
  });

  it('is a draft until everybody has signed', () => {
    expect(reviewPack.draft).toBe(true);
    expect(buildReviewPack({ signed: 23 }).draft).toBe(true);
    expect(buildReviewPack({ signed: 24 }).draft).toBe(false);
  });
});

describe('figures on paper', () => {
  it('are written by the formats of the screen', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.double({ min: -5, max: 5, noNaN: true }), (amount, rate) => {
      expect(text.amount(amount)).toBe(formatAmount(amount, 'zh-CN', 'wan'));
      expect(text.money(amount)).toBe(formatMoney(amount, 'zh-CN', 'wan'));
      expect(text.yuan(amount)).toBe(formatAmount(amount, 'zh-CN', 'yuan'));
      expect(text.percent(rate)).toBe(formatPercent(rate, 'zh-CN'));
    }));
  });

  it('show a missing one as –, never as zero', () => {
    expect([text.amount(null), text.signed(null), text.money(null), text.percent(null), text.number(null), text.day(null)]).toEqual(['–', '–', '–', '–', '–', '–']);
  });

  it('carry a plus only where they are more than nothing', () => {
    expect([text.signed(2_420_000_00), text.signed(0), text.signed(-4_430_000_0)]).toEqual(['+242.0', '0.0', '−44.3']);
  });

  it('stand in 万元, or in 元 where the whole scope moves less than 10 万元', () => {
    expect(packUnit(reviewPack.figures)).toBe('wan');
    const small = buildReviewPack({ teams: [{ name: '小组', sellers: [['一人', 4, 3.2]] }] });
    expect(packUnit(small.figures)).toBe('yuan');
  });

  it('write a rate of commission with the decimals it has', () => {
    expect([10_000, 15_000, 12_500, 12_345].map((rate) => rateText(rate, text))).toEqual(['1.0%', '1.5%', '1.25%', '1.2345%']);
  });
});

describe('a person on paper', () => {
  it('has weighted scores that foot to the section and so to the total', () => {
    for (const { scorecard } of reviewPack.people) {
      const sections = scorecard.sections.map((section) => Math.round(weightedScores(section).reduce<number>((sum, score) => sum + (score ?? 0), 0) * 100));
      expect(sections).toEqual(scorecard.sections.map((section) => Math.round((section.contribution ?? 0) * 100)));
      expect(sections.reduce((a, b) => a + b, 0)).toBe(Math.round((scorecard.total ?? 0) * 100));
    }
  });

  it('has order lines that sum to the base and the pay of the statement', () => {
    for (const { commission } of buildReviewPack({ lines: 104 }).people) {
      expect(sumFen(commission!.lines.map((line) => line.amountFen))).toBe(commission!.baseFen);
      expect(sumFen(commission!.lines.map((line) => line.payFen))).toBe(commission!.payFen);
    }
  });

  it('is told the largest jump of the whole-amount mode', () => {
    expect(steepestCliff(reviewPack.people[0]!.commission!)).toEqual({ edgeFen: 30_000_000, jumpFen: 300_000 });
  });

  it('reads the weakest flagged indicator first, then the target', () => {
    const [person] = reviewPack.people;
    expect(personFinding(person!, text)).toEqual(['没有指标低于门槛；', '目标完成 107.0%，差额 +8.4 万元']);
    const flag = (score: number) => ({ ...person!.scorecard.sections[0]!.kpis[0]!, score, belowThreshold: true });
    const flagged = { ...person!, targetFen: null, attainment: null, scorecard: { ...person!.scorecard, sections: [{ ...person!.scorecard.sections[0]!, kpis: [flag(55), { ...flag(41.5), name: '赢单率' }] }] } };
    expect(personFinding(flagged, text)).toEqual(['“赢单率”得 41.50 分，低于门槛；', '共 2 项低于门槛；', '本月没有目标可比']);
  });
});

describe('the summary', () => {
  it('judges a change by what is better for the indicator', () => {
    const [root, ...others] = reviewPack.figures.nodes;
    const more = { ...reviewPack.figures, nodes: [{ ...root!, sales: { ...root!.sales, returnsFen: root!.sales.returnsFen * 2 } }, ...others] } as typeof reviewPack.figures;
    const rows = comparisonRows(more, reviewPack.previous!, text);
    expect(rows.find((row) => row.name === '退货率')?.verdict).toBe('worse');
    expect(rows.find((row) => row.name === '完成率')).toMatchObject({ before: '93.1%', now: '97.7%', change: '+4.6 个百分点', verdict: 'better' });
  });

  it('lists those who miss most, in money, and nobody who reached the target', () => {
    expect(farthestPeople(reviewPack.figures).map(({ name }) => name)).toEqual(['邵建国', '高翔', '朱晓东', '刘志强', '郑凯']);
  });

  it('ranks everybody with a target and an actual, best first', () => {
    const rows = rankingRows(reviewPack.figures);
    expect(rows).toHaveLength(24);
    expect(rows[0]).toMatchObject({ name: '陈立新', detail: '苏南组', status: 'ahead' });
    expect(rows.every((row, index) => index === 0 || rows[index - 1]!.attainment >= row.attainment)).toBe(true);
    expect(rankingRows(buildReviewPack({ planned: false }).figures)).toEqual([]);
  });
});

describe('the definitions', () => {
  it('put in the very numbers that the pack prints', () => {
    const now = new Map(figureDefinitions(reviewPack, text).flatMap((group) => group.figures).map((figure) => [figure.key, figure.now]));
    expect(now.get('attainment')).toBe('1,904.0 ÷ 1,948.3 = 97.7%');
    expect(now.get('gap')).toBe('1,904.0 − 1,948.3 = −44.3 万元');
    expect(now.get('split')).toBe('1,948.3 − 1,968.0 = −19.7 万元');
    expect(now.get('time')).toBe('18 ÷ 18 = 100.0%');
  });

  it('leave out what has no data behind it', () => {
    const bare = { ...reviewPack, people: [], figures: { ...reviewPack.figures, funnel: [] } };
    expect(figureDefinitions(bare, text).map((group) => group.name)).toEqual(['目标与进度', '销售']);
  });
});

describe('a long comment', () => {
  it('is cut between sentences into parts that fit, and loses no character', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('谈得很好。', '下周再看；', '两行\n', 'It went well. ', '没有句号的一长串文字'), { maxLength: 400 }), (sentences) => {
      const comment = sentences.join('');
      const parts = splitComment(comment);
      expect(parts.join('').replace(/\s/g, '')).toBe(comment.replace(/\s/g, ''));
      expect(parts.every((part) => part.length <= 1080 && part !== '')).toBe(true);
    }));
  });

  it('is nothing when nothing was written', () => {
    expect(splitComment(' \n ')).toEqual([]);
  });
});
