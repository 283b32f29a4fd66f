import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredPiece, breakPages } from '@renderer/print/break-pages';

const block = (height: number, flags: Partial<MeasuredPiece> = {}): MeasuredPiece => ({ height, table: null, headHeight: 0, breakBefore: false, keepWithNext: false, ...flags });
const row = (height: number, flags: Partial<MeasuredPiece> = {}): MeasuredPiece => block(height, { table: 'orders', headHeight: 10, ...flags });

describe('breaking pages', () => {
  it('counts the head of a table again on every page it runs over', () => {
    expect(breakPages([row(30), row(30), row(30), row(30)], 70)).toEqual([[0, 1], [2, 3]]);
  });

  it('never leaves a heading at the foot of a page, nor a total at the head of one', () => {
    expect(breakPages([block(50), block(20, { keepWithNext: true }), row(30)], 100)).toEqual([[0], [1, 2]]);
    expect(breakPages([row(40), row(30, { keepWithNext: true }), row(30)], 100)).toEqual([[0], [1, 2]]);
  });

  it('starts a page where it is told to', () => {
    expect(breakPages([block(10), block(10, { breakBefore: true })], 100)).toEqual([[0], [1]]);
  });

  it('gives a piece that is taller than a page a page of its own', () => {
    expect(breakPages([block(10), block(300), block(10)], 100)).toEqual([[0], [1], [2]]);
  });

  it('has no page for nothing', () => {
    expect(breakPages([], 100)).toEqual([]);
  });

  it('keeps every piece once and in order, and no page is fuller than it may be', () => {
    const piece = fc.record({
      height: fc.integer({ min: 1, max: 60 }), table: fc.constantFrom(null, 'a', 'b'), breakBefore: fc.boolean(), keepWithNext: fc.boolean(),
    }).map((made): MeasuredPiece => ({ ...made, headHeight: made.table === null ? 0 : 8 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const pages = breakPages(pieces, 100);
      expect(pages.flat()).toEqual(pieces.map((_, index) => index));
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0);
        let used = 0;
        let last: string | null = null;
        for (const index of page) {
          const { height, table, headHeight } = pieces[index]!;
          used += height + (table !== null && table !== last ? headHeight : 0);
          last = table;
        }
        expect(used <= 100 || page.length === 1).toBe(true);
      }
    }));
  });
});
