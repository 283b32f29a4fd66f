import { reviewPackSchema } from '@shared/contracts/review-pack';
import { figuresQuery } from '@renderer/ledger/queries/figures-query';
import { packQuery } from '@renderer/ledger/queries/pack-query';
import { personReviewsQuery } from '@renderer/ledger/queries/person-reviews-query';
import { openWorkspace } from '@renderer/data/workspace';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MemoryFactStore } from './memory-fact-store';
import { openTestWorkspace } from './open-test-workspace';

const orders = [
  { owner: 'Ann', day: '2026-08-05', amountFen: 120_000 },
  { owner: 'Ann', day: '2026-09-05', amountFen: 90_000 },
  { owner: 'Stranger', day: '2026-09-06', amountFen: 7_000 },
  { owner: 'Bo', day: '2026-10-06', amountFen: 1_000 },
];

describe('figures', () => {
  it('open on the last complete month and the whole organisation, unknown owners included', async () => {
    const answer = await figuresQuery(new MemoryFactStore(orders), await openTestWorkspace(), { period: null, scope: null });
    expect(answer).toMatchObject({ ok: true, value: { period: { key: '2026-09' }, scope: { name: 'Hengchuan' } } });
    if (!answer.ok) return;
    expect(answer.value.nodes.map(({ name, sales }) => [name, sales.netFen])).toEqual([['Hengchuan', 97_000], ['North', 90_000], ['Ann', 90_000], ['Bo', 0], ['', 7_000]]);
  });

  it('take a scope by name, and refuse what nobody knows', async () => {
    const [store, ws] = [new MemoryFactStore(orders), await openTestWorkspace()];
    expect(await figuresQuery(store, ws, { period: '2026', scope: 'North' })).toMatchObject({ ok: true, value: { scope: { nodeId: 'u:North' } } });
    expect(await figuresQuery(store, ws, { period: '2026', scope: 'South' })).toEqual({ ok: false, error: 'query.unknownScope' });
    expect(await figuresQuery(store, ws, { period: '2026-13', scope: null })).toEqual({ ok: false, error: 'query.unknownPeriod' });
  });

  it('wait for the first settings', async () => {
    const ws = await openWorkspace({ databaseName: `empty-${crypto.randomUUID()}`, id: crypto.randomUUID(), deviceId: crypto.randomUUID() });
    onTestFinished(async () => {
    ws.db.close();
    await ws.db.delete();
  });
    expect(await figuresQuery(new MemoryFactStore([]), ws, { period: null, scope: null })).toEqual({ ok: false, error: 'query.noSettings' });
  });
});

describe('a pack', () => {
  it('holds the figures, the month before, and a preview of each person’s review before a cycle is opened', async () => {
    const answer = await packQuery(new MemoryFactStore(orders), await openTestWorkspace(), { period: '2026-09', scope: 'North', language: 'zh-CN', appVersion: '0.1.0' });
    if (!answer.ok) throw new Error(answer.error);
    const pack = reviewPackSchema.parse(answer.value);
    expect([pack.draft, pack.figures.period.key, pack.previous?.period.key]).toEqual([true, '2026-09', '2026-08']);
    expect(pack.people.map(({ name, unitName, actualFen, commission }) => [name, unitName, actualFen, commission?.payFen])).toEqual([['Ann', 'North', 90_000, 900], ['Bo', 'North', 0, 0]]);
    expect(pack.people[0]!.trend.map(({ month, actualFen }) => [month, actualFen])).toEqual([
      ['2026-04', null], ['2026-05', null], ['2026-06', null], ['2026-07', null], ['2026-08', 120_000], ['2026-09', 90_000],
    ]);
  });

  it('reviews of a scope are those of its people', async () => {
    const answer = await personReviewsQuery(new MemoryFactStore(orders), await openTestWorkspace(), { month: '2026-09', scope: 'Bo', personId: null });
    expect(answer).toMatchObject({ ok: true, value: [{ personId: 'p:Bo', targetFen: null, actualFen: 0 }] });
  });
});
