import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passphraseStrength } from '@renderer/features/copies/passphrase-strength';

test('short or repeated passphrases are weak, several words are strong, a Chinese character counts twice', () => {
  expect(['', 'secret', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'correct horse', 'four quite unrelated words', '春眠不觉晓处处闻啼鸟夜来'].map(passphraseStrength)).toEqual(['none', 'weak', 'weak', 'fair', 'strong', 'strong']);
});

test('adding to a passphrase never makes it weaker', () => {
  const order = ['none', 'weak', 'fair', 'strong'];
  fc.assert(fc.property(fc.string(), fc.string(), (start, more) => {
    expect(order.indexOf(passphraseStrength(start + more))).toBeGreaterThanOrEqual(order.indexOf(passphraseStrength(start)));
  }));
});
