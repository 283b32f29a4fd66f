import type { KpiResult } from '@shared/contracts/review-pack';
import { checkReview } from '@shared/domain/performance/check-review';
import { describe, expect, it } from 'vitest';

const kpi = (score: number | null, note: string, measure: KpiResult['measure'] = 'manual'): KpiResult => ({
  kpiId: 'k', name: 'Attitude', measure, direction: 'higher', weight: 10_000, curve: { kind: 'manual' }, target: null, actual: score, attainment: null, score, belowThreshold: false, note,
});
const review = (kpis: KpiResult[], comment = 'yes', total: number | null = 80) => ({
  praise: comment, gaps: comment, advice: comment,
  scorecard: {
    templateId: 't', templateName: 't', templateVersion: 1, total, grade: null, rebased: false,
    sections: [{ sectionId: 's', name: 's', weight: 10_000, score: total, contribution: total, kpis }],
  },
});

describe('checkReview', () => {
  it('a typed score with its note and all comments can be signed, and so can one skipped with a reason', () => {
    expect(checkReview(review([kpi(80, 'two visits'), kpi(null, 'no survey came back')]))).toEqual([]);
  });

  it('a typed KPI left blank, or scored without a note, cannot', () => {
    expect(checkReview(review([kpi(null, ''), kpi(80, ' ')])).map(({ code }) => code)).toEqual(['manualScore', 'manualNote']);
  });

  it('missing comments and an empty scorecard cannot; a computed KPI without a figure can', () => {
    expect(checkReview(review([kpi(null, '', 'winRate')], ' ', null)).map(({ code }) => code)).toEqual(['comments', 'noScore']);
  });
});
