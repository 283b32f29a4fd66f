import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requireIntact, sealed } from '@renderer/ledger/store/checksum';
import type { ColdSegment } from '@renderer/ledger/store/segments';

const segment = (seed: number): ColdSegment => ({
  id: 'b/2026-01',
  batchId: 'b',
  lines: Uint32Array.from({ length: 9 }, (_, i) => i + seed),
  dimensions: { status: Uint16Array.from([1, 2, 3]) },
  numbers: { price: Float64Array.from([Number.NaN, -0, 1.5]) },
  texts: { number: { bytes: Uint8Array.from([65, 66, 67]), offsets: Uint32Array.from([0, 1, 3]) } },
});

test('a row as it was sealed is intact, also after the database has copied it', () => {
  const row = sealed(segment(1));
  expect(row.checksum).toMatch(/^[0-9a-f]{16}$/);
  expect(() => requireIntact('coldSegments', [structuredClone(row)])).not.toThrow();
});

test('one flipped bit in any array is named with table and row', () => {
  fc.assert(fc.property(fc.nat(3), fc.nat(1_000), fc.nat(7), (which, place, bit) => {
    const row = structuredClone(sealed(segment(1)));
    const array = [row.lines, row.dimensions['status']!, row.numbers['price']!, row.texts['number']!.bytes][which]!;
    const bytes = new Uint8Array(array.buffer);
    bytes[place % bytes.length]! ^= 1 << bit;
    expect(() => requireIntact('coldSegments', [row])).toThrow('coldSegments b/2026-01');
  }));
});

test.each<[string, (row: ColdSegment) => object]>([
  ['another text', (row) => ({ ...row, batchId: 'c' })],
  ['a field less', ({ texts: _texts, ...row }) => row],
  ['a column under another name', (row) => ({ ...row, numbers: { prize: row.numbers['price'] } })],
  ['two columns changed for one another', (row) => ({ ...row, dimensions: row.numbers, numbers: row.dimensions })],
  ['another checksum', (row) => ({ ...row, checksum: '0'.repeat(16) })],
  ['a checksum whose name is damaged', ({ checksum, ...row }) => ({ ...row, checksul: checksum })],
])('a row with %s is not intact', (_case, damage) => {
  expect(() => requireIntact('coldSegments', [damage(sealed(segment(1))) as ColdSegment])).toThrow('coldSegments b/2026-01');
});

test('a row from before there were checksums is taken as it is', () => {
  expect(() => requireIntact('coldSegments', [segment(1)])).not.toThrow();
});
