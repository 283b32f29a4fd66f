import { type PersonReview, reviewPackSchema } from '@shared/contracts/review-pack';
import { type PackInput, buildReviewPack } from '@shared/domain/packs/build-review-pack';
import { previousPeriod } from '@shared/domain/packs/previous-period';
import { yearMonth } from '@shared/kernel/month';
import { parsePeriod } from '@shared/kernel/period';
import type { ImportBatch } from '@shared/records/import-batch';
import { importBatchSchema } from '@shared/records/import-batch';
import { describe, expect, it } from 'vitest';
import { figuresOfCase } from '../figures/company';

const month = yearMonth('2026-09');
const person = (signed: PersonReview['signed']): PersonReview => ({
  personId: 'Ann', name: 'Ann', unitName: 'north', title: '', joinedOn: null, managerName: '', month, targetFen: null, actualFen: null, attainment: null, planVersion: 0,
  scorecard: { templateId: 't', templateName: 't', templateVersion: 1, sections: [], total: null, grade: null, rebased: false },
  praise: '', gaps: '', advice: '', commission: null, trend: [], signed,
});
const signed = { revision: 1, signedBy: 'Fang', signedAt: '2026-10-03T08:00:00.000Z' };
const batch = (fileName: string, months: string[], undoneAt: string | null = null): ImportBatch =>
  importBatchSchema.parse({
    id: fileName, object: 'orders', source: 's', fileName, sourceHash: 'a'.repeat(64), bytes: 1, importedAt: '2026-10-02T08:00:00.000Z', mapping: {}, rows: 3, added: 3,
    changed: 0, unchanged: 0, rejected: 0, totals: [], months, bookedFen: 0, undoneAt,
  });

const input = (more: Partial<PackInput>): PackInput => ({
  language: 'zh-CN', createdAt: '2026-10-04T08:00:00.000Z', appVersion: '0.1.0', months: [month], batches: [], people: [],
  figures: figuresOfCase({ orders: [{ leaf: 'ann', day: '2026-09-10', amountFen: 100 }] }),
  previous: figuresOfCase({ orders: [{ leaf: 'ann', day: '2026-09-10', amountFen: 100 }], period: '2026-08' }),
  ...more,
});

describe('buildReviewPack', () => {
  it('is a draft until every review in it is signed', () => {
    expect(buildReviewPack(input({ people: [person(signed), person(null)] })).draft).toBe(true);
    expect(buildReviewPack(input({ people: [person(signed)] })).draft).toBe(false);
    expect(buildReviewPack(input({})).draft).toBe(true);
  });

  it('names the imports that touch its months and still stand', () => {
    const batches = [batch('sep.csv', ['2026-08', '2026-09']), batch('aug.csv', ['2026-08']), batch('gone.csv', ['2026-09'], '2026-10-03T00:00:00.000Z')];
    expect(buildReviewPack(input({ batches })).sources.map(({ fileName }) => fileName)).toEqual(['sep.csv']);
  });

  it('has no month before when nothing was imported for it', () => {
    expect(buildReviewPack(input({})).previous).toBeNull();
    expect(buildReviewPack(input({ previous: input({}).figures })).previous).not.toBeNull();
  });

  it('keeps to its contract', () => {
    const pack = buildReviewPack(input({ people: [person(signed)] }));
    expect(reviewPackSchema.parse(pack)).toEqual(pack);
  });
});

describe('previousPeriod', () => {
  it('is the month, fiscal quarter or fiscal year before', () => {
    const before = (key: string, start: number) => {
      const period = parsePeriod(key, start);
      return period.ok ? previousPeriod(period.value, start).key : null;
    };
    expect([before('2026-01', 1), before('2026Q1', 1), before('2026', 1), before('2026Q3', 4), before('2026Q1', 4)]).toEqual(['2025-12', '2025Q4', '2025', '2026Q2', '2025Q4']);
  });
});
