import type { CohortFunnel } from '@shared/contracts/funnel';
import { isBottleneck } from '@shared/domain/figures/bottleneck';
import { cohortFunnel } from '@shared/domain/figures/cohort-funnel';
import { orderStages } from '@shared/domain/figures/stage-order';
import { addDays, day } from '@shared/kernel/day';
import { parsePeriod } from '@shared/kernel/period';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpportunityFact, factsFrom } from './build-facts';

const STAGES = ['验证客户', '需求确定', '方案/报价', '谈判审核'] as const;

/** An opportunity and the stages that imports saw it in while it was open; `stage` of an open one is one of them. */
interface Deal extends OpportunityFact {
  readonly seen: readonly string[];
}

function funnelOf(deals: readonly Deal[], { period = '2026-09', leaves = ['ann'], stages = STAGES as readonly string[] } = {}): CohortFunnel {
  const parsed = parsePeriod(period, 1);
  if (!parsed.ok) throw new Error(period);
  const order = orderStages(new Map(stages.map((stage) => [stage, 1])));
  const furthest = deals.map(({ outcome, seen }) => (outcome === 'won' ? order.stages.length - 1 : Math.max(-1, ...seen.map((stage) => order.stages.indexOf(stage)))));
  return cohortFunnel({
    columns: factsFrom([], deals).opportunities,
    courses: { order, furthest: Int16Array.from(furthest), imports: Uint16Array.from(deals, ({ seen, outcome }) => seen.length + (outcome === 'open' ? 0 : 1)) },
    scope: { name: 'Ann', leaves },
    period: parsed.value,
    today: day('2026-10-22'),
  });
}

const open = (stage: string, created = '2026-09-10', seen = [stage]): Deal => ({ leaf: 'ann', outcome: 'open', created, stage, seen, amountFen: 100 });
const won = (created = '2026-09-10', closed = '2026-09-30', seen: string[] = []): Deal => ({ leaf: 'ann', outcome: 'won', created, closed, stage: '赢单', seen, wonFen: 900 });
const lost = (seen: string[], created = '2026-09-10', closed = '2026-10-05'): Deal => ({ leaf: 'ann', outcome: 'lost', created, closed, stage: '输单', seen, amountFen: 50 });
const many = (count: number, deal: Deal) => Array.from({ length: count }, () => deal);

const reached = (funnel: CohortFunnel) => funnel.steps.map(({ cohort }) => cohort!.reached);
const conversions = (funnel: CohortFunnel) => funnel.steps.map(({ cohort }) => cohort!.conversion);

describe('the cohort of a period', () => {
  it('has reached the furthest stage any import saw it in, and all before; a won one all of them', () => {
    const funnel = funnelOf([open('方案/报价'), open('验证客户', '2026-09-02', ['谈判审核', '验证客户']), won(), lost(['验证客户', '需求确定']), won('2026-08-31')]);
    expect(reached(funnel)).toEqual([4, 4, 3, 2]);
    expect(conversions(funnel)).toEqual([1, 0.75, 2 / 3, 0.5]);
    expect(funnel.cohort).toMatchObject({ created: 4, won: 1, conversion: 0.25, open: 2, lostUnseen: 0 });
  });

  it('counts one that was lost before anybody saw it open in the first stage only, and says how many there are', () => {
    const funnel = funnelOf([lost([]), open('谈判审核')]);
    expect(reached(funnel)).toEqual([2, 1, 1, 1]);
    expect(funnel.cohort).toMatchObject({ seenOnce: 2, lostUnseen: 1 });
  });

  it('stands beside the snapshot of all that is open, whenever it was created, and what the period closed', () => {
    const funnel = funnelOf([open('需求确定', '2024-01-05'), open('需求确定'), won('2026-05-01'), lost(['验证客户'], '2026-05-01', '2026-09-04'), lost([])]);
    expect(funnel.steps.map(({ snapshot }) => [snapshot.count, snapshot.amountFen])).toEqual([[0, 0], [2, 200], [0, 0], [0, 0]]);
    expect(funnel.closed).toEqual({ won: { count: 1, amountFen: 900 }, lost: { count: 1, amountFen: 50 } });
  });

  it('is empty, without conversions, where nothing was created', () => {
    const funnel = funnelOf([]);
    expect(funnel.cohort).toMatchObject({ created: 0, won: 0, conversion: null });
    expect(conversions(funnel)).toEqual([null, null, null, null]);
  });

  it('has no steps where a stage is in no known order, but its end and its snapshot', () => {
    const funnel = funnelOf([open('Chatting'), won()], { stages: ['验证客户', 'Chatting'] });
    expect(funnel.steps).toEqual([
      { stage: '验证客户', cohort: null, snapshot: { count: 0, amountFen: 0 } },
      { stage: 'Chatting', cohort: null, snapshot: { count: 1, amountFen: 100 } },
    ]);
    expect(funnel.cohort).toMatchObject({ created: 2, won: 1, conversion: 0.5 });
  });
});

const MONTHS_BEFORE = ['2026-05-10', '2026-06-10', '2026-07-10', '2026-08-10'];

describe('history', () => {
  it('is the four periods before, counted together', () => {
    const funnel = funnelOf([...MONTHS_BEFORE.map((created) => open('验证客户', created)), won('2026-05-02'), won('2026-04-30'), won()]);
    expect(funnel.history).toEqual({ from: '2026-05-01', to: '2026-08-31', created: 5, conversion: 0.2 });
    expect(funnel.steps.map(({ cohort }) => cohort!.history)).toEqual([0.2, 1, 1, 1]);
  });

  it('of a quarter is the four quarters before', () => {
    const quarters = ['2025-08-01', '2025-11-01', '2026-02-01', '2026-05-01'].map((created) => won(created));
    expect(funnelOf(quarters, { period: '2026Q3' }).history).toMatchObject({ from: '2025-07-01', to: '2026-06-30', created: 4 });
  });

  it('is not shown when one of the four has no opportunity created in it', () => {
    const funnel = funnelOf([...MONTHS_BEFORE.slice(1).map((created) => won(created)), won()]);
    expect(funnel.history).toBeNull();
    expect(funnel.steps.every(({ cohort }) => cohort!.history === null && !cohort!.isBottleneck)).toBe(true);
  });
});

describe('a bottleneck', () => {
  const quick = (created: string) => won(created, addDays(day(created), 25));
  const past = MONTHS_BEFORE.flatMap((created) => [...many(8, quick(created)), ...many(4, lost(['验证客户', '需求确定'], created))]);
  const flagged = (deals: readonly Deal[]) => funnelOf([...past, ...deals]).steps.map(({ cohort }) => cohort!.isBottleneck);

  it('is a step that far fewer pass than before', () => {
    expect(flagged([...many(8, quick('2026-09-01')), ...many(20, lost(['验证客户', '需求确定']))])).toEqual([false, true, false, false]);
    expect(flagged([...many(20, quick('2026-09-01')), ...many(10, lost(['验证客户', '需求确定']))])).toEqual([false, false, false, false]);
  });

  it('is never made of those that may still be waiting, but of those that are stuck', () => {
    expect(flagged([...many(20, quick('2026-09-01')), ...many(40, open('需求确定', '2026-09-10', ['需求确定', '需求确定']))])).toEqual([false, true, false, false]);
    expect(flagged([...many(20, quick('2026-09-01')), ...many(40, open('需求确定', '2026-09-30', ['需求确定', '需求确定']))])).toEqual([false, false, false, false]);
  });

  it('is not looked for where more than a tenth of the lost were never seen open', () => {
    expect(flagged([...many(8, quick('2026-09-01')), ...many(16, lost(['验证客户', '需求确定'])), ...many(4, lost([]))])).toEqual([false, false, false, false]);
  });

  it.each([
    [{ settled: 20, passed: 8 }, { settled: 100, passed: 70 }, true],
    [{ settled: 19, passed: 0 }, { settled: 100, passed: 70 }, false],
    [{ settled: 100, passed: 40 }, { settled: 19, passed: 19 }, false],
    [{ settled: 30, passed: 18 }, { settled: 100, passed: 70 }, false],
    [{ settled: 9_000, passed: 6_000 }, { settled: 9_000, passed: 6_300 }, false],
  ])('%o against %o: %s', (now, before, expected) => expect(isBottleneck(now, before)).toBe(expected));
});

const anyStage = fc.constantFrom(...STAGES);
const anyDeal = fc.record({ outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const), stage: anyStage, seen: fc.array(anyStage, { maxLength: 3 }), created: fc.option(fc.constantFrom('2026-09-01', '2026-09-30', '2026-08-31', ...MONTHS_BEFORE), { nil: undefined }), closed: fc.constantFrom('2026-09-05', '2026-10-01'), leaf: fc.constantFrom('ann', 'bo'), amountFen: fc.nat(900), wonFen: fc.nat(900) })
  .map(({ created, closed, ...deal }): Deal => ({ ...deal, ...(created === undefined ? {} : { created }), ...(deal.outcome === 'open' ? { seen: [...deal.seen, deal.stage] } : { closed }) }));

it('for any history: reached never rises, conversions lie between 0 and 1, and the snapshot is all that is open', () => {
  fc.assert(
    fc.property(fc.array(anyDeal, { maxLength: 40 }), (deals) => {
      const funnel = funnelOf(deals);
      const counts = [...reached(funnel), funnel.cohort.won];
      expect(counts[0]).toBe(funnel.cohort.created);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      expect(funnel.steps.flatMap(({ cohort }) => [cohort!.conversion, cohort!.history]).filter((rate) => rate !== null && (rate < 0 || rate > 1))).toEqual([]);
      const standing = deals.filter(({ leaf, outcome }) => leaf === 'ann' && outcome === 'open');
      expect(funnel.steps.reduce((sum, { snapshot }) => sum + snapshot.count, 0)).toBe(standing.length);
      expect(funnel.steps.reduce((sum, { snapshot }) => sum + snapshot.amountFen, 0)).toBe(standing.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0));
    }),
  );
});
