import { describe, expect, test } from 'vitest';
import { fen } from '@shared/kernel/fen';
import { rate } from '@shared/kernel/rate';
import { attainmentOf, statusOfPace } from '@shared/domain/targets/attainment';

const time = { workingDays: 18, elapsed: 12, progress: rate(12 / 18) };

describe('attainmentOf', () => {
  test('64 % of the target at 66.7 % of the time is a pace of 96 %: on track', () => {
    const { attainment, pace, status } = attainmentOf(fen(640_000), fen(1_000_000), time);
    expect([attainment, status]).toEqual([0.64, 'onTrack']);
    expect(pace).toBeCloseTo(0.96, 12);
  });

  test('the forecast goes on at this pace; the rest is due over the working days left', () => {
    expect(attainmentOf(fen(640_000), fen(1_000_000), time)).toMatchObject({ forecastFen: 960_000, requiredPerDayFen: 60_000 });
    expect(attainmentOf(fen(1_200_000), fen(1_000_000), time).requiredPerDayFen).toBe(0);
    expect(attainmentOf(fen(1), fen(2), { workingDays: 18, elapsed: 18, progress: rate(1) }).requiredPerDayFen).toBeNull();
  });

  test('missing is not zero: without an actual, a target or any time gone there is no pace', () => {
    const nothing = { attainment: null, pace: null, status: null, forecastFen: null, requiredPerDayFen: null };
    expect(attainmentOf(null, fen(100), time)).toEqual(nothing);
    expect(attainmentOf(fen(0), fen(100), time)).toMatchObject({ attainment: 0, status: 'behind', forecastFen: 0 });
    expect(attainmentOf(fen(50), fen(0), time).attainment).toBeNull();
    expect(attainmentOf(fen(0), fen(100), { workingDays: 18, elapsed: 0, progress: rate(0) })).toMatchObject({ attainment: 0, pace: null, forecastFen: null });
  });
});

test('the four words begin at 105, 95 and 85 %', () => {
  expect([1.05, 1.0499, 0.95, 0.9499, 0.85, 0.8499].map(statusOfPace)).toEqual(['ahead', 'onTrack', 'onTrack', 'atRisk', 'atRisk', 'behind']);
});
