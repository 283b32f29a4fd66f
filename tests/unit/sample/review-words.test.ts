import { describe, expect, test } from 'vitest';
import type { PersonReview } from '@shared/contracts/review-pack';
import { monthsBetween, yearMonth } from '@shared/kernel/month';
import { fen } from '@shared/kernel/fen';
import { CAST } from '../../../resources/sample/cast';
import { reviewComments } from '../../../resources/sample/comments';
import { CLOSING_STATES } from '../../../resources/sample/review-story';
import { typedScores } from '../../../resources/sample/typed-scores';

const months = monthsBetween(yearMonth('2024-11'), yearMonth('2026-08'));

function review(name: string, month: string, attainment: number | null): PersonReview {
  return {
    personId: `p:${name}`, name, unitName: '', title: '', joinedOn: null, managerName: '', month: yearMonth(month), planVersion: 1, praise: '', gaps: '', advice: '', commission: null, trend: [], signed: null,
    targetFen: attainment === null ? null : fen(100_000_000), actualFen: fen(Math.round(100_000_000 * (attainment ?? 1))), attainment,
    scorecard: { templateId: 't', templateName: '', templateVersion: 1, sections: [], total: null, grade: null, rebased: false },
  };
}

describe('the comments of a review', () => {
  test('say nothing twice in a row, whatever the month was like', () => {
    for (const attainment of [1.1, 0.97, 0.7]) {
      const words = months.map((month, turn) => reviewComments(review('李娜', month, attainment), turn));
      for (const [at, { praise, gaps, advice }] of words.entries()) {
        expect([praise, gaps, advice].every((text) => text.length >= 8)).toBe(true);
        expect(words[at - 1]).not.toEqual({ praise, gaps, advice });
      }
    }
  });

  test('name the month and its figures', () => {
    const { praise } = reviewComments(review('李娜', '2026-05', 1.059), 0);
    expect(praise).toContain('5月销售额105.9万，完成105.9%');
  });

  test('do not speak of an attainment where there was no target', () => {
    for (const turn of [0, 1, 2, 3]) expect(Object.values(reviewComments(review('李娜', '2026-05', null), turn)).join('')).not.toMatch(/完成\d|%|undefined|NaN/);
  });
});

describe('the typed scores', () => {
  const kpis = ['attitude', 'satisfaction', 'learning'];

  test('are whole, between 40 and 100, each with a note, and the same at every call', () => {
    for (const { name } of CAST) {
      for (const month of months) {
        const scores = typedScores(name, month, kpis);
        expect(scores).toEqual(typedScores(name, month, kpis));
        expect(Object.keys(scores)).toEqual(kpis);
        for (const { score, note } of Object.values(scores)) expect([Number.isInteger(score), score >= 40, score <= 100, note.length > 3]).toEqual([true, true, true, true]);
      }
    }
  });

  test('fall for those in trouble', () => {
    const mean = (month: string) => Object.values(typedScores('张伟', yearMonth(month), kpis)).reduce((sum, { score }) => sum + score, 0) / 3;
    expect(mean('2026-08')).toBeLessThan(mean('2025-08'));
  });
});

test('of the 24 reviews of the closing month nine are signed and two not begun', () => {
  const today = CAST.filter(({ leftOn }) => leftOn === '').map(({ name }) => name);
  const counts = CLOSING_STATES.map(({ state, people }) => [state, people.length]);
  expect(counts).toEqual([['signed', 9], ['written', 4], ['scored', 4], ['begun', 5]]);
  expect(CLOSING_STATES.flatMap(({ people }) => people).every((name) => today.includes(name))).toBe(true);
  expect(today).toHaveLength(24);
});
