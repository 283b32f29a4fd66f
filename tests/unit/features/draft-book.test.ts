import { DraftBook } from '@renderer/features/reviews/draft-book';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const FIELD = '2026-09/p:Ann/praise';
const at = (text: string, revision: number) => ({ text, revision });

/** A command whose end the test decides. */
function command() {
  let settle!: (seq: number | null) => void;
  const written = new Promise<number | null>((resolve) => (settle = resolve));
  return { written, settle };
}

describe('a text typed in a review', () => {
  test('stands while the worker still answers with what was stored before, on another visit of the person too', async () => {
    const book = new DraftBook();
    const { written, settle } = command();
    book.type(FIELD, 'kept old accounts', at('', 7));
    const handed = book.handOver(FIELD, written);
    settle(8);
    await handed;
    expect(book.text(FIELD, at('', 7))).toBe('kept old accounts');
    book.type(FIELD, 'kept old accounts, won two', at('', 7));
    expect(book.text(FIELD, at('kept old accounts', 8))).toBe('kept old accounts, won two');
    expect(book.isTyped(FIELD, at('kept old accounts', 8))).toBe(true);
  });

  test('gives way to an answer that knows it, so that an undo shows', async () => {
    const book = new DraftBook();
    const { written, settle } = command();
    book.type(FIELD, 'new', at('old', 7));
    const handed = book.handOver(FIELD, written);
    settle(8);
    await handed;
    expect([book.text(FIELD, at('new', 8)), book.text(FIELD, at('old', 9))]).toEqual(['new', 'old']);
  });

  test('typed back to the stored text while its forerunner is being written is a change of its own', () => {
    const book = new DraftBook();
    book.type(FIELD, 'new', at('old', 7));
    void book.handOver(FIELD, command().written);
    book.type(FIELD, 'old', at('old', 7));
    expect(book.isTyped(FIELD, at('old', 7))).toBe(true);
  });

  test('that was refused stays as typed', async () => {
    const book = new DraftBook();
    const { written, settle } = command();
    book.type(FIELD, 'new', at('old', 7));
    const handed = book.handOver(FIELD, written);
    settle(null);
    await handed;
    expect([book.text(FIELD, at('old', 9)), book.isTyped(FIELD, at('old', 9))]).toEqual(['new', true]);
  });

  test('a field left as it was found follows what is stored', () => {
    const book = new DraftBook();
    book.type(FIELD, 'oldx', at('old', 7));
    book.type(FIELD, 'old', at('old', 7));
    book.leave(FIELD);
    expect(book.text(FIELD, at('elsewhere', 8))).toBe('elsewhere');
  });
});

test('whatever is typed and handed over, however late the answers: the last text typed is shown and stored at the end', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), text: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ do: fc.constantFrom('blur' as const, 'settle' as const, 'answer' as const) }),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
    const book = new DraftBook();
    const stored = ['start'];
    let answer = at('start', 0);
    let last = 'start';
    const waiting: (() => Promise<void>)[] = [];
    const blur = () => {
      if (!book.isTyped(FIELD, answer)) return book.leave(FIELD);
      const { written, settle } = command();
      const text = book.text(FIELD, answer);
      const handed = book.handOver(FIELD, written);
      waiting.push(async () => {
        stored.push(text);
        settle(stored.length - 1);
        await handed;
      });
    };
    for (const one of steps) {
      if (one.do === 'type') book.type(FIELD, (last = one.text), answer);
      else if (one.do === 'blur') blur();
      else if (one.do === 'settle') await waiting.shift()?.();
      else answer = at(stored.at(-1)!, stored.length - 1);
      expect(book.text(FIELD, answer)).toBe(last);
    }
    blur();
    for (const finish of waiting.splice(0)) await finish();
    expect(stored.at(-1)).toBe(last);
  }));
});
