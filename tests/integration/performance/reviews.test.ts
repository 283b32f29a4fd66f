import type { PersonReview } from '@shared/contracts/review-pack';
import { yearMonth } from '@shared/kernel/month';
import { openCycle } from '@renderer/data/review-cycles';
import { reopenReview, setManualScore, setReviewComment, signReview } from '@renderer/data/reviews';
import type { Workspace } from '@renderer/data/workspace';
import { lateChangesQuery } from '@renderer/ledger/queries/late-changes-query';
import { personReviewsQuery } from '@renderer/ledger/queries/person-reviews-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryFactStore } from './memory-fact-store';
import { openTestWorkspace } from './open-test-workspace';

const month = yearMonth('2026-09');
const ann = { month, personId: 'p:Ann' };
let ws: Workspace;
let store: MemoryFactStore;

beforeEach(async () => {
  ws = await openTestWorkspace();
  store = new MemoryFactStore([
    { owner: 'Ann', day: '2026-09-05', amountFen: 88_000, number: 'A-1', customer: 'Acme' },
    { owner: 'Bo', day: '2026-09-07', amountFen: 30_000, number: 'B-1', customer: 'Beta' },
  ]);
});

async function reviewOf(personId: string): Promise<PersonReview> {
  const answer = await personReviewsQuery(store, ws, { month, scope: null, personId });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value[0]!;
}

async function fillIn(personId: string) {
  for (const kpi of ['attitude', 'satisfaction', 'learning']) await setManualScore(ws, { month, personId }, kpi, { score: 80, note: 'seen in two visits' });
  for (const field of ['praise', 'gaps', 'advice'] as const) await setReviewComment(ws, { month, personId }, field, `${field} of ${personId}`);
}

/** As an import does it: facts change together with a change-set. */
async function importOrder(amountFen: number) {
  store.orders = [...store.orders, { owner: 'Ann', day: '2026-09-28', amountFen, number: 'A-2', customer: 'Acme' }];
  await setReviewComment(ws, { month, personId: 'p:Bo' }, 'praise', `touched at ${amountFen}`);
}

describe('a review cycle', () => {
  it('opens once a month, with a review for each person of that month', async () => {
    expect(await openCycle(ws, month, 'monthly/v1')).toEqual({ ok: true, value: { cycleId: 'cycle-2026-09' } });
    expect((await ws.db.reviews.toArray()).map(({ personId }) => personId)).toEqual(['p:Ann', 'p:Bo']);
    expect(await openCycle(ws, month, 'monthly/v1')).toEqual({ ok: false, error: 'cycle.exists' });
    expect(await openCycle(ws, yearMonth('2026-08'), 'nothing/v1')).toEqual({ ok: false, error: 'cycle.unknownTemplate' });
  });

  it('fills computed KPIs from the month’s facts and re-bases what has none', async () => {
    await openCycle(ws, month, 'monthly/v1');
    await fillIn('p:Ann');
    const { scorecard, targetFen, actualFen, attainment, commission } = await reviewOf('p:Ann');
    expect([targetFen, actualFen, attainment]).toEqual([100_000, 88_000, 0.88]);
    const scores = Object.fromEntries(scorecard.sections.flatMap(({ kpis }) => kpis).map(({ kpiId, score }) => [kpiId, score]));
    expect(scores).toEqual({ attainment: 88, marginRate: null, returnRate: 110, winRate: null, wonCount: null, cycleDays: null, attitude: 80, satisfaction: 80, learning: 80 });
    // Results (88 × 50 + 110 × 25) ÷ 75 = 95.333…; (95.333… × 40 + 80 × 20 + 80 × 15) ÷ 75 = 88.1777…
    expect(scorecard).toMatchObject({ rebased: true, total: 88.18, grade: { name: 'A' } });
    expect(commission).toMatchObject({ baseFen: 88_000, payFen: 880 });
    expect(commission!.lines.map(({ number, payFen }) => [number, payFen])).toEqual([['A-1', 880]]);
  });

  it('refuses a score out of range, a computed KPI and a month without a cycle', async () => {
    expect(await setManualScore(ws, ann, 'attitude', { score: 1, note: '' })).toEqual({ ok: false, error: 'review.noCycle' });
    await openCycle(ws, month, 'monthly/v1');
    expect(await setManualScore(ws, ann, 'attitude', { score: 101, note: '' })).toEqual({ ok: false, error: 'review.scoreOutOfRange' });
    expect(await setManualScore(ws, ann, 'attainment', { score: 90, note: '' })).toEqual({ ok: false, error: 'review.unknownKpi' });
    expect(await setManualScore(ws, { month, personId: 'p:Nobody' }, 'attitude', { score: 90, note: '' })).toEqual({ ok: false, error: 'review.unknownPerson' });
  });
});

describe('signing', () => {
  beforeEach(async () => {
    await openCycle(ws, month, 'monthly/v1');
  });

  it('waits for notes and comments, and for what was last typed', async () => {
    expect(await signReview(ws, await reviewOf('p:Ann'))).toEqual({ ok: false, error: 'review.notReady' });
    await fillIn('p:Ann');
    const seen = await reviewOf('p:Ann');
    await setReviewComment(ws, ann, 'praise', 'something else');
    expect(await signReview(ws, seen)).toEqual({ ok: false, error: 'review.stale' });
  });

  it('freezes the review: later imports change open reviews and not the signed one', async () => {
    await fillIn('p:Ann');
    const seen = await reviewOf('p:Ann');
    expect(await signReview(ws, seen)).toEqual({ ok: true, value: null });
    await importOrder(50_000);
    const { signed, ...frozen } = await reviewOf('p:Ann');
    expect(signed).toMatchObject({ revision: 1, signedBy: 'Fang' });
    expect({ ...frozen, signed: null }).toEqual(seen);
    expect(await setReviewComment(ws, ann, 'praise', 'too late')).toEqual({ ok: false, error: 'review.signed' });
    expect(await signReview(ws, seen)).toEqual({ ok: false, error: 'review.signed' });
  });

  it('re-opening computes it again and keeps the signed revision; signing again is the next one', async () => {
    expect(await reopenReview(ws, ann)).toEqual({ ok: false, error: 'review.notSigned' });
    await fillIn('p:Ann');
    await signReview(ws, await reviewOf('p:Ann'));
    const first = (await ws.db.reviews.get('cycle-2026-09/p:Ann'))!.signatures[0];
    await reopenReview(ws, ann);
    await importOrder(50_000);
    expect(await reviewOf('p:Ann')).toMatchObject({ signed: null, actualFen: 138_000 });
    await signReview(ws, await reviewOf('p:Ann'));
    const { signatures } = (await ws.db.reviews.get('cycle-2026-09/p:Ann'))!;
    expect(signatures).toHaveLength(2);
    expect(signatures[0]).toEqual(first);
    expect(await reviewOf('p:Ann')).toMatchObject({ actualFen: 138_000, signed: { revision: 2 } });
  });

  it('is recorded as what it is: sign and reopen are not ordinary edits', async () => {
    await fillIn('p:Ann');
    await signReview(ws, await reviewOf('p:Ann'));
    await reopenReview(ws, ann);
    const kinds = (await ws.db.changeSets.orderBy('seq').toArray()).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['sign', 'reopen']);
  });
});

describe('a closed month', () => {
  const october = yearMonth('2026-10');
  const statementOf = async (at: typeof month) => {
    const answer = await personReviewsQuery(store, ws, { month: at, scope: null, personId: 'p:Ann' });
    if (!answer.ok) throw new Error(answer.error);
    return answer.value[0]!.commission!;
  };
  const changes = async () => {
    const answer = await lateChangesQuery(store, ws, { scope: null });
    if (!answer.ok) throw new Error(answer.error);
    return answer.value.map(({ name, month: of, baseFen, payFen, settledIn, lines }) => ({ name, of, baseFen, payFen, settledIn, lines: lines.map(({ number, amountFen }) => [number, amountFen]) }));
  };
  const sign = async (at: typeof month) => {
    const answer = await personReviewsQuery(store, ws, { month: at, scope: null, personId: 'p:Ann' });
    if (!answer.ok) throw new Error(answer.error);
    expect(await signReview(ws, answer.value[0]!)).toEqual({ ok: true, value: null });
  };

  beforeEach(async () => {
    for (const at of [month, october]) {
      await openCycle(ws, at, 'monthly/v1');
      for (const kpi of ['attitude', 'satisfaction', 'learning']) await setManualScore(ws, { month: at, personId: 'p:Ann' }, kpi, { score: 80, note: 'seen' });
      for (const field of ['praise', 'gaps', 'advice'] as const) await setReviewComment(ws, { month: at, personId: 'p:Ann' }, field, field);
    }
    store.orders = [...store.orders, { owner: 'Ann', day: '2026-10-09', amountFen: 20_000, number: 'A-9', customer: 'Acme' }];
    await sign(month);
  });

  it('stays as signed when an order comes late; the change is listed and paid with the open month, once', async () => {
    expect(await changes()).toEqual([]);
    await importOrder(50_000);
    expect(await statementOf(month)).toMatchObject({ baseFen: 88_000, payFen: 880, lateChanges: [] });
    expect(await changes()).toEqual([{ name: 'Ann', of: '2026-09', baseFen: 50_000, payFen: 500, settledIn: null, lines: [['A-2', 50_000]] }]);
    expect(await statementOf(october)).toMatchObject({ payFen: 200, lateChanges: [{ month: '2026-09', baseFen: 50_000, payFen: 500, carriedFen: 0 }] });
    await sign(october);
    expect(await changes()).toMatchObject([{ of: '2026-09', payFen: 500, settledIn: '2026-10', lines: [['A-2', 50_000]] }]);
    expect(await statementOf(yearMonth('2026-11'))).toBeNull();
    store.orders = [...store.orders, { owner: 'Ann', day: '2026-11-02', amountFen: 10_000, number: 'A-11', customer: 'Acme' }];
    await setReviewComment(ws, { month, personId: 'p:Bo' }, 'praise', 'november came');
    expect(await statementOf(yearMonth('2026-11'))).toMatchObject({ payFen: 100, lateChanges: [] });
  });

  it('what was settled is taken back with the next month when the late order goes again, and only as far as the pay-out reaches', async () => {
    await importOrder(50_000);
    await sign(october);
    store.orders = [...store.orders.filter(({ number }) => number !== 'A-2'), { owner: 'Ann', day: '2026-11-02', amountFen: 10_000, number: 'A-11', customer: 'Acme' }];
    await setReviewComment(ws, { month, personId: 'p:Bo' }, 'praise', 'undone');
    expect(await statementOf(yearMonth('2026-11'))).toMatchObject({ payFen: 100, lateChanges: [{ month: '2026-09', baseFen: -50_000, payFen: -100, carriedFen: -400, lines: [{ number: 'A-2', amountFen: -50_000 }] }] });
    expect((await changes())[0]).toMatchObject({ of: '2026-09', payFen: -500, settledIn: null });
  });

  it('re-opened it is no longer closed: nothing is owed for it, and its own statement moves with the facts', async () => {
    await importOrder(50_000);
    await reopenReview(ws, ann);
    expect(await changes()).toEqual([]);
    expect(await statementOf(month)).toMatchObject({ baseFen: 138_000, payFen: 1_380, lateChanges: [] });
  });
});
