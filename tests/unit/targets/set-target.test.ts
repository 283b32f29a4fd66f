import { describe, expect, test } from 'vitest';
import { fen } from '@shared/kernel/fen';
import { allocateYear } from '@shared/domain/targets/allocate-year';
import { checkTargetRows } from '@shared/domain/targets/check-target-rows';
import { declareBuffer, lockTargets } from '@shared/domain/targets/lock-targets';
import { setTarget } from '@shared/domain/targets/set-target';
import type { TargetBook } from '@shared/domain/targets/target-book';
import { after, assignedAt, bookOf, monthsAt, sumAt } from './book';

const east = () => bookOf(['East', ['T1', 'Ann', 'Bo'], ['T2', 'Cy']]);
const typed = (book: TargetBook, node: string, at: number | 'year', value: number | null) => after(book, setTarget(book, node, at, value === null ? null : fen(value)));
const locked = (book: TargetBook, node: string, at: number | 'year') => after(book, lockTargets(book, node, at, true));

describe('typing at a unit', () => {
  test('its number is assigned and spread over empty leaves equally, to the unit', () => {
    const book = typed(east(), 'East', 0, 100);
    expect(['Ann', 'Bo', 'Cy'].map((leaf) => sumAt(book, leaf, 0))).toEqual([34, 33, 33]);
    expect([assignedAt(book, 'East', 0), sumAt(book, 'East', 0), assignedAt(book, 'T1', 0), sumAt(book, 'T1', 0)]).toEqual([100, 100, null, 67]);
  });

  test('then in proportion to what the leaves hold', () => {
    let book = typed(typed(typed(east(), 'Ann', 0, 50), 'Bo', 0, 30), 'Cy', 0, 20);
    book = typed(book, 'East', 0, 1000);
    expect(['Ann', 'Bo', 'Cy'].map((leaf) => sumAt(book, leaf, 0))).toEqual([500, 300, 200]);
  });

  test('a year goes over people and months at once; every month foots to the year', () => {
    const book = typed(east(), 'East', 'year', 1_000_003);
    expect(sumAt(book, 'East', 'year')).toBe(1_000_003);
    expect(monthsAt(book, 'Ann').every((value) => value === 27_777 || value === 27_778)).toBe(true);
  });

  test('locked cells keep theirs; what they hold beyond the total is refused by the amount', () => {
    let book = locked(typed(typed(east(), 'Ann', 0, 60), 'Bo', 0, 40), 'Ann', 0);
    book = typed(book, 'East', 0, 100);
    expect(['Ann', 'Bo', 'Cy'].map((leaf) => sumAt(book, leaf, 0))).toEqual([60, 40, 0]);
    expect(setTarget(book, 'East', 0, fen(45))).toEqual({ ok: false, error: { code: 'targets.locksExceed', byFen: 15 } });
    expect(setTarget(locked(book, 'T1', 0), 'T1', 0, fen(200))).toEqual({ ok: false, error: { code: 'targets.locked' } });
  });

  test('a locked unit holds all leaves below it in that month', () => {
    let book = locked(typed(east(), 'East', 0, 90), 'T1', 0);
    book = typed(book, 'East', 0, 200);
    expect([sumAt(book, 'T1', 0), sumAt(book, 'T2', 0)]).toEqual([60, 140]);
    expect(setTarget(book, 'Ann', 0, fen(1))).toEqual({ ok: false, error: { code: 'targets.locked' } });
    expect(setTarget(locked(book, 'T2', 0), 'East', 0, fen(300))).toEqual({ ok: false, error: { code: 'targets.nothingToSpread', byFen: 100 } });
  });

  test('numbers handed down below move with their leaves, so gaps stay as they were', () => {
    let book = typed(typed(east(), 'East', 0, 90), 'T1', 0, 60);
    book = typed(book, 'Ann', 0, 20);
    expect([assignedAt(book, 'T1', 0), sumAt(book, 'T1', 0)]).toEqual([60, 50]);
    book = typed(book, 'East', 0, 160);
    expect([assignedAt(book, 'T1', 0), sumAt(book, 'T1', 0), sumAt(book, 'East', 0)]).toEqual([110, 100, 160]);
  });

  test('cleared, it keeps what its leaves sum to', () => {
    const book = typed(typed(east(), 'East', 0, 90), 'East', 0, null);
    expect([assignedAt(book, 'East', 0), sumAt(book, 'East', 0)]).toEqual([null, 90]);
  });

  test('a unit without people takes its number, all of it unallocated', () => {
    const book = typed(bookOf(['East', ['T1']]), 'T1', 'year', 500);
    expect(checkTargetRows(book)).toEqual([{ code: 'targets.unallocated', nodeId: 'T1', at: 'year', gapFen: 500 }]);
  });

  test('negative totals mirror', () => {
    expect(['Ann', 'Bo', 'Cy'].map((leaf) => sumAt(typed(east(), 'East', 0, -100), leaf, 0))).toEqual([-34, -33, -33]);
  });
});

describe('typing at a leaf', () => {
  test('a month takes it; the units above show the gap to what they were assigned', () => {
    const book = typed(typed(east(), 'East', 0, 90), 'Cy', 0, 50);
    expect(checkTargetRows(book).filter((issue) => 'at' in issue && issue.at === 0)).toEqual([{ code: 'targets.mismatch', nodeId: 'East', at: 0, gapFen: -20 }]);
  });

  test('its year re-spreads its free months', () => {
    let book = typed(typed(east(), 'Ann', 0, 100), 'Ann', 1, 300);
    book = locked(book, 'Ann', 0);
    book = typed(book, 'Ann', 'year', 1000);
    expect(monthsAt(book, 'Ann').slice(0, 3)).toEqual([100, 900, 0]);
    expect(setTarget(book, 'Ann', 'year', fen(99))).toEqual({ ok: false, error: { code: 'targets.locksExceed', byFen: 1 } });
    expect(monthsAt(typed(book, 'Ann', 'year', null), 'Ann')).toEqual([100, ...Array<null>(11).fill(null)]);
  });

  test('months outside a membership hold nothing', () => {
    let book = bookOf(['East', 'Ann', 'Bo'], { Bo: ['2026-07-15', '2026-09-30'] });
    expect(setTarget(book, 'Bo', 5, fen(1))).toEqual({ ok: false, error: { code: 'targets.inactive' } });
    book = typed(book, 'East', 'year', 1_200_000);
    expect(monthsAt(book, 'Bo').map((value) => value !== null)).toEqual([6, 7, 8].reduce((list, month) => list.with(month, true), Array<boolean>(12).fill(false)));
    expect(monthsAt(book, 'Bo')[6]! / monthsAt(book, 'Bo')[7]!).toBeCloseTo(13 / 23, 2);
  });
});

describe('a declared buffer', () => {
  test('stays on top of the assigned number when that is given anew', () => {
    let book = typed(typed(east(), 'East', 0, 90), 'Cy', 0, 50);
    book = typed(after(book, declareBuffer(book, 'East', true)), 'East', 0, 120);
    expect([assignedAt(book, 'East', 0), sumAt(book, 'East', 0)]).toEqual([120, 140]);
    expect(checkTargetRows(book).filter((issue) => 'at' in issue && issue.at === 0)).toEqual([{ code: 'targets.buffer', nodeId: 'East', at: 0, gapFen: -20 }]);
  });

  test('undeclared, giving the number anew repairs the mismatch', () => {
    const book = typed(typed(typed(east(), 'East', 0, 90), 'Cy', 0, 50), 'East', 0, 90);
    expect(sumAt(book, 'East', 0)).toBe(90);
  });
});

describe('allocateYear', () => {
  const lastYear = (of: Record<string, number[]>) => ({
    leaves: Object.keys(of),
    lastYear: Float64Array.from(Object.values(of).flat()),
    personOf: new Map(Object.keys(of).map((leaf) => [leaf, `p:${leaf.replace(/\d/, '')}`])),
  });
  const flat = (value: number) => Array<number>(12).fill(value);

  test('by last year: people and months in the shape of what was sold', () => {
    const season = flat(100).with(11, 400);
    const actuals = lastYear({ Ann: season, Bo: season.map((value) => value * 2), Cy: flat(-5) });
    const book = after(east(), allocateYear(east(), { nodeId: 'East', annualFen: fen(45_000), shares: 'lastYear', timeShape: 'lastYear', actuals }));
    expect(sumAt(book, 'East', 'year')).toBe(45_000);
    expect(sumAt(book, 'Bo', 'year')! / sumAt(book, 'Ann', 'year')!).toBeCloseTo(2, 2);
    expect(sumAt(book, 'Cy', 'year')).toBe(0);
    expect(sumAt(book, 'East', 11)! / sumAt(book, 'East', 0)!).toBeCloseTo(1195 / 295, 2);
  });

  test('what somebody sold in another unit counts for them', () => {
    const book = bookOf(['East', ['T1', 'Ann'], ['T2', 'Cy']]);
    const actuals = lastYear({ Ann2: flat(300), Cy: flat(100) });
    const spread = after(book, allocateYear(book, { nodeId: 'East', annualFen: fen(400), shares: 'lastYear', timeShape: 'equal', actuals }));
    expect([sumAt(spread, 'Ann', 'year'), sumAt(spread, 'Cy', 'year')]).toEqual([300, 100]);
  });

  test('by working days, Spring Festival’s month asks for less', () => {
    const book = after(east(), allocateYear(east(), { nodeId: 'East', annualFen: fen(248_000), shares: 'equal', timeShape: 'workingDays', actuals: lastYear({}) }));
    expect(sumAt(book, 'East', 'year')).toBe(248_000);
    expect(sumAt(book, 'East', 1)! / sumAt(book, 'East', 0)!).toBeCloseTo(16 / 21, 3);
  });

  test('without any last year everybody and every month is equal', () => {
    const book = after(east(), allocateYear(east(), { nodeId: 'East', annualFen: fen(3600), shares: 'lastYear', timeShape: 'lastYear', actuals: lastYear({}) }));
    expect([...monthsAt(book, 'Ann'), ...monthsAt(book, 'Cy')].every((value) => value === 100)).toBe(true);
  });
});
