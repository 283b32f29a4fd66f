import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClosingMonth } from '@shared/contracts/home';
import type { QualityReport } from '@shared/contracts/quality';
import { closingMonth } from '@shared/domain/home/closing-month';
import { type CloseStep, closeSteps, monthClose, qualityOfMonth } from '@shared/domain/home/month-close';
import { peopleAtRisk } from '@shared/domain/home/people-at-risk';
import { progressDifference } from '@shared/domain/home/progress-difference';
import { reviewLack } from '@shared/domain/home/review-lack';
import { day } from '@shared/kernel/day';
import { fen } from '@shared/kernel/fen';
import { yearMonth } from '@shared/kernel/month';

const SIGNED_AT = '2026-10-12T08:00:00.000Z';
const clean = { open: 0, owners: 0 };
const closed: ClosingMonth = {
  month: yearMonth('2026-09'),
  rows: 1_846,
  lastImportedAt: '2026-10-09T01:10:00.000Z',
  plan: { committedVersion: 3, workingChanges: 0 },
  gaps: { count: 0, sumFen: fen(0) },
  reviews: { begun: true, standings: [{ personId: 'p:1', name: 'Ann', lack: null }, { personId: 'p:2', name: 'Bo', lack: null }], lastSignedAt: SIGNED_AT },
  lateChanges: { thisMonth: 0, later: 0 },
};
const finalPack = { drafts: 0, exportedAt: '2026-10-12T09:00:00.000Z' };
const unsigned: ClosingMonth['reviews'] = { begun: true, standings: [{ personId: 'p:1', name: 'Ann', lack: null }, { personId: 'p:2', name: 'Bo', lack: 'comments' }], lastSignedAt: SIGNED_AT };
const statesOf = (closing: Partial<ClosingMonth>, quality: { open: number; owners: number } | null = clean, pack: { drafts: number; exportedAt: string } | null = finalPack) => monthClose({ closing: { ...closed, ...closing }, quality, pack });
const only = (states: Record<CloseStep, string>, wanted: string) => closeSteps.filter((step) => states[step] === wanted);

describe('closing a month', () => {
  test('is over when facts, checks, owners, targets, gaps, reviews, late changes and the pack are all done', () => {
    expect(only(statesOf({}), 'done')).toEqual([...closeSteps]);
  });

  test('begins with the facts: before them nothing that rests on them can be done', () => {
    const states = statesOf({ rows: 0, plan: null, reviews: { begun: false, standings: [], lastSignedAt: null } }, clean, null);
    expect([only(states, 'todo'), only(states, 'done')]).toEqual([['facts'], []]);
  });

  test('each thing left is to be done, and the pack waits for the last signature', () => {
    expect(only(statesOf({}, { open: 2, owners: 0 }), 'todo')).toEqual(['quality']);
    expect(only(statesOf({}, { open: 0, owners: 1 }), 'todo')).toEqual(['owners']);
    expect(only(statesOf({ plan: { committedVersion: 3, workingChanges: 6 } }), 'todo')).toEqual(['targets']);
    expect(only(statesOf({ plan: { committedVersion: 0, workingChanges: 0 } }), 'todo')).toEqual(['targets']);
    expect(only(statesOf({ gaps: { count: 1, sumFen: fen(5) } }), 'todo')).toEqual(['gaps']);
    expect(only(statesOf({ plan: null }), 'waiting')).toEqual(['gaps']);
    expect([only(statesOf({ reviews: unsigned }), 'todo'), only(statesOf({ reviews: unsigned }), 'waiting')]).toEqual([['reviews'], ['pack']]);
  });

  test('a pack counts that was written after the last signature and has no draft in it', () => {
    expect(statesOf({}, clean, null).pack).toBe('todo');
    expect(statesOf({}, clean, { ...finalPack, drafts: 1 }).pack).toBe('todo');
    expect(statesOf({}, clean, { ...finalPack, exportedAt: '2026-10-11T09:00:00.000Z' }).pack).toBe('todo');
  });

  test('changes of earlier months are settled by signing this one, and wait for it', () => {
    const lateChanges = { thisMonth: 2, later: 1 };
    expect(statesOf({ reviews: unsigned, lateChanges }).lateChanges).toBe('waiting');
    expect(statesOf({ reviews: unsigned, lateChanges: { thisMonth: 0, later: 1 } }).lateChanges).toBe('done');
    expect(statesOf({ lateChanges }).lateChanges).toBe('done');
  });

  test('what the checks of the data decide waits for them', () => expect(only(statesOf({}, null), 'waiting')).toEqual(['quality', 'owners']));

  test('whatever stands, a pack is never to be done before all are signed, and «done» is the only word of a closed month', () => {
    const lacks = fc.constantFrom(null, 'begin', 'scores', 'comments', 'signature') as fc.Arbitrary<'begin' | null>;
    const anything = fc.record({
      rows: fc.integer({ min: 0, max: 3 }),
      plan: fc.option(fc.record({ committedVersion: fc.integer({ min: 0, max: 2 }), workingChanges: fc.integer({ min: 0, max: 2 }) })),
      lacks: fc.array(lacks, { maxLength: 3 }),
      drafts: fc.option(fc.integer({ min: 0, max: 1 })),
    });
    fc.assert(
      fc.property(anything, ({ rows, plan, lacks: standing, drafts }) => {
        const standings = standing.map((lack, index) => ({ personId: `p:${index}`, name: '', lack }));
        const states = statesOf({ rows, plan, reviews: { begun: true, standings, lastSignedAt: SIGNED_AT } }, clean, drafts === null ? null : { ...finalPack, drafts });
        const isSigned = standings.length > 0 && standings.every(({ lack }) => lack === null);
        expect(states.pack === 'waiting').toBe(!isSigned);
        expect(states.reviews === 'done').toBe(isSigned);
        expect(states.facts).toBe(rows > 0 ? 'done' : 'todo');
      }),
    );
  });
});

test('the month being closed is the one shown once it has ended, the last of a quarter, else the month before today', () => {
  const today = day('2026-10-22');
  expect([{ to: day('2026-09-30') }, { to: day('2026-10-31') }, { to: day('2026-06-30') }, { to: day('2026-12-31') }, { to: day('2027-01-31') }].map((period) => closingMonth(period, today))).toEqual(['2026-09', '2026-09', '2026-06', '2026-09', '2026-09']);
  expect(closingMonth({ to: day('2026-01-31') }, day('2026-01-05'))).toBe('2025-12');
});

test('of what the checks found only what makes the month’s figures wrong keeps it open', () => {
  const none = { total: 0, listed: [] };
  const gap = (from: string, to: string) => ({ source: 's', object: 'orders' as const, kind: 'empty' as const, from: yearMonth(from), to: yearMonth(to), rows: 0, usual: 9 });
  const line = (on: string) => ({ day: day(on), customer: '', product: '', amountFen: 1, rows: [] });
  const report: QualityReport = {
    owners: { total: 2, listed: [] }, unclassed: { total: 9, listed: [] }, classes: [], classedBy: null, duplicates: { total: 1, listed: [] },
    gaps: { total: 3, listed: [gap('2026-07', '2026-09'), gap('2026-09', '2026-09'), gap('2026-10', '2026-10')] },
    outliers: { total: 7, listed: [] }, repeats: { total: 2, listed: [line('2026-09-30'), line('2026-10-01')] }, unfiledCustomers: { total: 4, listed: [] }, unfiledProducts: none,
  };
  expect(qualityOfMonth(report, yearMonth('2026-09'))).toEqual({ open: 1 + 2 + 1, owners: 2 });
});

test('a review lacks first its beginning, then scores, then words, then the signature', () => {
  const blank = { manual: {}, praise: '', gaps: ' ', advice: '' };
  const scored = { ...blank, manual: { attitude: { score: 80, note: '' } } };
  expect(reviewLack(null, [{ code: 'comments' }])).toBe('begin');
  expect(reviewLack(blank, [{ code: 'manualScore' }, { code: 'comments' }])).toBe('begin');
  expect(reviewLack(scored, [{ code: 'manualNote' }, { code: 'comments' }])).toBe('scores');
  expect(reviewLack(scored, [{ code: 'comments' }])).toBe('comments');
  expect(reviewLack(blank, [])).toBe('signature');
});

test('progress is held against the time gone, exact to 1 分', () => {
  const time = { elapsed: 12, workingDays: 18 };
  expect(progressDifference({ targetFen: fen(900_000), actualFen: fen(567_000) }, time)).toBe(-33_000);
  expect(progressDifference({ targetFen: fen(100), actualFen: fen(66) }, time)).toBe(-1);
  expect(progressDifference({ targetFen: null, actualFen: fen(1) }, time)).toBeNull();
  expect(progressDifference({ targetFen: fen(1), actualFen: fen(1) }, { elapsed: 0, workingDays: 0 })).toBeNull();
});

test('at risk are people below 95 %, the one who lacks most money first', () => {
  const node = (name: string, targetFen: number, actualFen: number, kind: 'person' | 'team' = 'person') => ({ kind, personId: kind === 'person' ? name : null, name, target: { targetFen, actualFen, pace: actualFen / targetFen } });
  const nodes = [node('team', 1000, 100, 'team'), node('a', 1000, 940), node('b', 1000, 950), node('c', 10_000, 9_000), { ...node('d', 0, 0), target: { targetFen: 0, actualFen: 0, pace: null } }];
  const figures = { nodes, time: { elapsed: 1, workingDays: 1 } } as unknown as Parameters<typeof peopleAtRisk>[0];
  expect(peopleAtRisk(figures).map(({ node: { name }, differenceFen }) => [name, differenceFen])).toEqual([['c', -1000], ['a', -60]]);
});
