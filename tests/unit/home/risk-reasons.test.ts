import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RiskReason } from '@shared/contracts/home';
import { fen } from '@shared/kernel/fen';
import { type RiskSignals, riskReasons, stalledAfterDays } from '@shared/domain/home/risk-reasons';

const NOTHING: RiskSignals = {
  overdue: { count: 0, amountFen: 0 },
  stalled: { count: 0, amountFen: 0, days: 92 },
  quietDays: 0,
  bestCustomer: null,
  closed: { won: 0, lost: 0 },
  teamClosed: { won: 0, lost: 0 },
  targetFen: fen(10_000_000),
  neededFen: null,
  bestFen: null,
  monthsSinceJoining: null,
};
const codes = (signals: Partial<RiskSignals>) => riskReasons({ ...NOTHING, ...signals }).map(({ code }) => code);

describe('why somebody is behind', () => {
  test('nothing known explains nothing', () => expect(riskReasons(NOTHING)).toEqual([]));

  test('a person in the fourth month, with overdue and stalled deals and a lost customer, has each reason with its numbers, what sets the person apart first', () => {
    const reasons = riskReasons({
      ...NOTHING,
      overdue: { count: 3, amountFen: 4_820_000 },
      stalled: { count: 2, amountFen: 1_000_000, days: 92 },
      bestCustomer: { customer: '恒远精工', nowFen: 1_000_000, lastYearFen: 6_800_000 },
      monthsSinceJoining: 4,
    });
    expect(reasons).toEqual([
      { code: 'newHire', month: 4 },
      { code: 'customerFell', customer: '恒远精工', nowFen: 1_000_000, lastYearFen: 6_800_000 },
      { code: 'overdueDeals', count: 3, amountFen: 4_820_000 },
      { code: 'stalledDeals', count: 2, amountFen: 1_000_000, days: 92 },
    ]);
  });

  test('silence is a reason after a week of working days, being new for six months', () => {
    expect([4, 5].map((quietDays) => codes({ quietDays }))).toEqual([[], ['noOrders']]);
    expect([0, 1, 6, 7].map((monthsSinceJoining) => codes({ monthsSinceJoining }))).toEqual([[], ['newHire'], ['newHire'], []]);
  });

  test('a customer fell when half is left or less, and only if that is a tenth of the target', () => {
    const customer = (nowFen: number, lastYearFen: number, name = 'Acme') => codes({ bestCustomer: { customer: name, nowFen, lastYearFen } });
    expect(customer(1_000_000, 2_000_000)).toEqual(['customerFell']);
    expect(customer(1_000_001, 2_000_000)).toEqual([]);
    expect(customer(0, 999_999)).toEqual([]);
    expect(customer(0, 5_000_000, '')).toEqual([]);
  });

  test('a win rate is held against the team’s only when enough was closed, and counts from ten points below', () => {
    const team = { won: 5, lost: 5 };
    expect(riskReasons({ ...NOTHING, closed: { won: 2, lost: 3 }, teamClosed: team })).toEqual([{ code: 'winRate', own: 0.4, team: 0.5, closed: 5 }]);
    expect(codes({ closed: { won: 0, lost: 4 }, teamClosed: team })).toEqual([]);
    expect(codes({ closed: { won: 0, lost: 5 }, teamClosed: { won: 4, lost: 5 } })).toEqual([]);
  });

  test('what is needed a day is a reason when no month was ever as good', () => {
    expect(codes({ neededFen: fen(101), bestFen: fen(100) })).toEqual(['aboveBest']);
    expect(codes({ neededFen: fen(100), bestFen: fen(100) })).toEqual([]);
    expect(codes({ neededFen: fen(100), bestFen: null })).toEqual([]);
  });
});

test('deals stall after twice the days a won one takes, at least thirty, ninety where nobody knows', () => {
  expect([46, 3, null].map(stalledAfterDays)).toEqual([92, 30, 90]);
});

/** Repeats the numbers it rests on, and they are a reason. */
function isTrueTo(reason: RiskReason, { overdue, stalled }: RiskSignals): boolean {
  switch (reason.code) {
    case 'overdueDeals':
      return reason.count === overdue.count && reason.amountFen === overdue.amountFen;
    case 'stalledDeals':
      return reason.count === stalled.count && reason.amountFen === stalled.amountFen;
    case 'customerFell':
      return reason.nowFen * 2 <= reason.lastYearFen;
    case 'winRate':
      return reason.own < reason.team;
    case 'aboveBest':
      return reason.neededFen > reason.bestFen;
    case 'noOrders':
      return reason.days >= 5;
    case 'newHire':
      return reason.month >= 1 && reason.month <= 6;
  }
}

test('whatever is known, each reason comes once, and repeats the numbers it was given', () => {
  const count = fc.integer({ min: 0, max: 50 });
  const money = fc.integer({ min: 0, max: 1e11 });
  const signals = fc.record({
    overdue: fc.record({ count, amountFen: money }),
    stalled: fc.record({ count, amountFen: money, days: fc.integer({ min: 30, max: 400 }) }),
    quietDays: count,
    bestCustomer: fc.option(fc.record({ customer: fc.string(), nowFen: money, lastYearFen: money })),
    closed: fc.record({ won: count, lost: count }),
    teamClosed: fc.record({ won: count, lost: count }),
    targetFen: fc.option(money.map(fen)),
    neededFen: fc.option(money.map(fen)),
    bestFen: fc.option(money.map(fen)),
    monthsSinceJoining: fc.option(fc.integer({ min: -3, max: 200 })),
  });
  fc.assert(
    fc.property(signals, (given) => {
      const reasons = riskReasons(given);
      expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
      expect(reasons.filter((reason) => !isTrueTo(reason, given))).toEqual([]);
    }),
  );
});
