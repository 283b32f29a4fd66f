import { describe, expect, test } from 'vitest';
import { CallRate, INPUT_LIMIT, measureInput } from '../../../../electron/ipc/call-limits';

describe('limits of a call', () => {
  test('everything that carries bytes is measured', () => {
    expect(measureInput('x'.repeat(1_000))).toBeGreaterThanOrEqual(2_000);
    expect(measureInput(new Uint8Array(5_000))).toBeGreaterThanOrEqual(5_000);
    expect(measureInput({ deep: [{ list: [new Uint8Array(700)] }] })).toBeGreaterThanOrEqual(700);
    expect(measureInput(null)).toBeLessThan(100);
  });

  test('200 MB is over the limit, in one piece or in many', () => {
    expect(measureInput(new Uint8Array(200 * 1024 * 1024))).toBeGreaterThan(INPUT_LIMIT);
    expect(measureInput(Array.from({ length: 200 }, () => 'x'.repeat(512 * 1024)))).toBeGreaterThan(INPUT_LIMIT);
  });

  test('containers that no call uses are refused rather than walked', () => {
    expect(measureInput(new Map([['a', 1]]))).toBeGreaterThan(INPUT_LIMIT);
  });

  test('10,000 calls within a second are mostly refused, a steady pace never is', () => {
    const rush = new CallRate(0);
    const taken = Array.from({ length: 10_000 }, (_, index) => rush.take(index / 10)).filter(Boolean).length;
    expect(taken).toBeLessThanOrEqual(1_500);
    const steady = new CallRate(0);
    expect(Array.from({ length: 5_000 }, (_, index) => steady.take(index * 10)).every(Boolean)).toBe(true);
  });
});
