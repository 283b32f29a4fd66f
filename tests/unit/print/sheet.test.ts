import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetFor } from '@renderer/app/print/sheet';

describe('a sheet of A4', () => {
  it('lies across or stands upright, and holds what needs no more than it has at the usual size', () => {
    const [upright, across] = [sheetFor(false), sheetFor(true)];
    expect([upright.width < upright.height, across.width > across.height]).toEqual([true, true]);
    expect(sheetFor(true, across.width)).toEqual(across);
    expect(across.scale).toBe(0.78);
  });

  it('makes what is wider smaller until it fits, but never so small that nobody could read it', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 0, max: 6_000 }), (landscape, needed) => {
        const { scale, width } = sheetFor(landscape, needed);
        expect(scale).toBeGreaterThanOrEqual(0.45);
        expect(scale).toBeLessThanOrEqual(0.78);
        expect(width >= needed - 1 || scale === 0.45).toBe(true);
      }),
    );
  });
});
