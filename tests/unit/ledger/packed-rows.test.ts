import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LENGTHS_BYTES, lengthsOf, packRow, unpackRow } from '@renderer/ledger/backup/packed-rows';

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

function unpack(bytes: Uint8Array): unknown {
  const { header } = lengthsOf(bytes);
  return unpackRow(bytes.subarray(LENGTHS_BYTES, LENGTHS_BYTES + header), bytes.subarray(LENGTHS_BYTES + header));
}

/** Texts of any UTF-16 units, so that halves of surrogate pairs stand alone too. */
const text = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units));
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 0));
const rising = fc.uint32Array().map((values) => values.sort());
const array = fc.oneof(fc.uint8Array(), fc.uint16Array(), fc.uint32Array(), rising, fc.int32Array(), fc.float64Array());
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, text, number, fc.boolean(), fc.constant(null), array, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(text, tie('value'), { maxKeys: 4 })),
}));
const row = fc.dictionary(text, value, { maxKeys: 6 });

describe('a packed row', () => {
  test('comes back as it was: every text, number and array, also NaN, −0, empty arrays, lone surrogates and odd names', () => {
    fc.assert(fc.property(row, (one) => {
      expect(unpack(joined(packRow(one)))).toEqual(one);
    }));
    const odd = { ['__proto__']: 1, t: ['Uint8Array', 0, 9], o: [], a: {}, n: 'NaN' };
    expect(unpack(joined(packRow(odd)))).toEqual(odd);
    expect(Object.keys(unpack(joined(packRow(JSON.parse('{"__proto__":{"x":1}}') as object))) as object)).toEqual(['__proto__']);
  });

  test('keeps the very bits of a number column, whatever kind of NaN', () => {
    const bits = new BigUint64Array([0x7ff8_0000_0000_0001n, 0x8000_0000_0000_0000n]);
    const back = unpack(joined(packRow({ column: new Float64Array(bits.buffer) }))) as { column: Float64Array };
    expect(new BigUint64Array(back.column.buffer)).toEqual(bits);
  });

  test('of a part of a larger array holds that part alone, in memory of its own', () => {
    const whole = Uint32Array.from([1, 2, 3, 4]);
    const bytes = joined(packRow({ part: whole.subarray(1, 3) }));
    const back = unpack(bytes) as { part: Uint32Array };
    expect([...back.part]).toEqual([2, 3]);
    expect(back.part.buffer.byteLength).toBe(8);
  });

  test('keeps numbers that never fall as the steps between them, which hardly cost anything once compressed', () => {
    const lines = Uint32Array.from({ length: 1_000 }, (_, line) => line + 2);
    const bytes = joined(packRow({ lines }));
    expect(unpack(bytes)).toEqual({ lines });
    expect(new Set(new Uint32Array(bytes.slice(-4_000).buffer))).toEqual(new Set([2, 1]));
  });

  test('cannot hold what would not come back', () => {
    expect(() => packRow({ when: undefined })).toThrow('holds no undefined');
    expect(() => packRow({ big: 1n })).toThrow('holds no bigint');
    expect(() => packRow({ bytes: new Int8Array(1) })).toThrow('holds no Int8Array');
  });
});

function outcomeOf(work: () => unknown): string {
  try {
    work();
    return 'read';
  } catch (cause) {
    return (cause as Error).name;
  }
}

describe('bytes that are no packed row', () => {
  const header = (shape: unknown) => new TextEncoder().encode(JSON.stringify(shape));
  const body = new Uint8Array(8);
  test.each([
    ['no JSON', new TextEncoder().encode('{"o":'), body, 'header is no JSON'],
    ['no UTF-8', Uint8Array.from([0x22, 0xff, 0x22]), body, 'header is no JSON'],
    ['an unknown array type', header({ o: [['x', { t: ['BigInt64Array', 0, 1] }]] }), body, 'array type BigInt64Array'],
    ['an array that is a method', header({ o: [['x', { t: ['constructor', 0, 1] }]] }), body, 'array type constructor'],
    ['an array beyond the body', header({ o: [['x', { t: ['Uint32Array', 0, 3] }]] }), body, 'array up to 12 of 8 bytes'],
    ['a negative length', header({ o: [['x', { t: ['Uint32Array', 0, -1] }]] }), body, 'array length -1'],
    ['arrays over one another', header({ o: [['x', { t: ['Uint8Array', 0, 4] }], ['y', { t: ['Uint8Array', 0, 4] }]] }), body, 'array at 0 instead of 4'],
    ['steps beyond 32 bits', header({ o: [['x', { d: [0, 2] }]] }), new Uint8Array(8).fill(0xff), 'differences beyond 32 bits'],
    ['steps without length', header({ o: [['x', { d: [0] }]] }), body, 'array without type, offset and length'],
    ['bytes that no array holds', header({ o: [['x', { t: ['Uint8Array', 0, 4] }]] }), body, '4 bytes belong to nothing'],
    ['an unknown tag', header({ z: 1 }), new Uint8Array(0), 'tag z'],
    ['a value with two tags', header({ a: [], o: [] }), new Uint8Array(0), 'untagged value'],
    ['a bare array', header([1]), new Uint8Array(0), 'untagged value'],
    ['a field without value', header({ o: [['x']] }), new Uint8Array(0), 'field without name and value'],
    ['a number by an unknown word', header({ n: 'toString' }), new Uint8Array(0), 'tag n'],
  ])('%s is refused by name', (_case, headerBytes, bodyBytes, reason) => {
    expect(() => unpackRow(headerBytes, bodyBytes)).toThrow(reason);
  });

  test('lengths that no row has are refused', () => {
    expect(() => lengthsOf(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0]))).toThrow('lengths 0, 0');
    expect(() => lengthsOf(Uint8Array.from([2, 0, 0, 0, 255, 255, 255, 255]))).toThrow('lengths 2, 4294967295');
  });

  test('a row with any one byte changed or cut off is refused, or reads as another value: it never breaks the reader otherwise', () => {
    const bytes = joined(packRow({ id: 'a/2026-01', count: 2, keyHi: Uint32Array.from([1, 2]), texts: { number: { bytes: new Uint8Array(3), offsets: Uint32Array.from([0, 1, 3]) } } }));
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const damaged = bytes.slice();
      damaged[at]! ^= flip;
      expect(['read', 'MalformedRow']).toContain(outcomeOf(() => unpack(damaged)));
    }));
  });
});
