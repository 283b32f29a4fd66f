import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BackupPart } from '@shared/contracts/backup-file';
import { packRow } from '@renderer/ledger/backup/packed-rows';
import { type BackupChunk, CHUNK_BYTES, PartWriter } from '@renderer/ledger/backup/part-writer';
import { readPart } from '@renderer/ledger/backup/read-part';
import { sealed } from '@renderer/ledger/store/checksum';

const customer = (name: string) => ({ id: `c:${name}`, name, code: '', class: '', industry: '', city: '', ownerName: '' });
const lines = (...rows: unknown[]) => new TextEncoder().encode(rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''));

async function* slices(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(part: BackupPart, bytes: Uint8Array, size = 7): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const { row } of readPart(part, slices(bytes, size))) rows.push(row);
  return rows;
}

describe('a part of records', () => {
  test('reads the same whatever slices it arrives in, also where a character is cut', async () => {
    const rows = ['张伟', 'Zoë', 'Ann'].map(customer);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
      expect(await read('customers', lines(...rows), size)).toEqual(rows);
    }), { numRuns: 40 });
    expect(await read('customers', new Uint8Array(0))).toEqual([]);
  });

  test.each([
    ['no JSON', lines(customer('A'), '{"id":'), { row: 2, field: '', reason: 'no JSON' }],
    ['a blank line', lines(customer('A'), ''), { row: 2, field: '', reason: 'no JSON' }],
    ['bytes that are no UTF-8', Uint8Array.from([0x22, 0xff, 0x22, 10]), { row: 1, field: '', reason: 'no UTF-8' }],
    ['no end', lines(customer('A')).subarray(0, -1), { row: 1, field: '', reason: 'cut off' }],
    ['a field of another type', lines(customer('A'), { ...customer('B'), city: 7 }), { row: 2, field: 'city' }],
    ['a field less', lines({ id: 'c:A', name: 'A' }), { row: 1, field: 'code' }],
    ['a field more', lines({ ...customer('A'), secret: 1 }), { row: 1, field: '' }],
  ])('with %s is refused by part, row and field', async (_case, bytes, refusal) => {
    await expect(read('customers', bytes)).rejects.toMatchObject({ name: 'MalformedPart', part: 'customers', ...refusal });
  });
});

describe('a part of ledger rows', () => {
  const mark = sealed({ id: 'b>a/2026-01', batchId: 'b', segmentId: 'a/2026-01', attests: Uint32Array.from([1, 5]), supersedes: new Uint32Array(0) });
  const packed = (...rows: object[]) => Uint8Array.from(rows.flatMap((row) => packRow(row).flatMap((piece) => [...piece])));

  test('reads the same whatever slices it arrives in', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
      expect(await read('marks', packed(mark, mark), size)).toEqual([mark, mark]);
    }), { numRuns: 40 });
  });

  test.each<[string, Uint8Array, object]>([
    ['cut off in its lengths', packed(mark).subarray(0, 5), { row: 1, reason: 'cut off' }],
    ['cut off in its body', packed(mark, mark).subarray(0, -1), { row: 2, reason: 'cut off' }],
    ['of another batch', packed({ ...mark, batchId: 'c' }), { row: 1, field: 'id' }],
    ['with an array of another type', packed({ ...mark, attests: new Int32Array(1) }), { row: 1, field: 'attests' }],
    ['with another checksum', packed({ ...mark, checksum: '0'.repeat(16) }), { row: 1, field: 'checksum' }],
  ])('%s is refused by part, row and field', async (_case, bytes, refusal) => {
    await expect(read('marks', bytes)).rejects.toMatchObject({ name: 'MalformedPart', part: 'marks', ...refusal });
  });

  test('whose columns are not of one length is refused', async () => {
    const column = (length: number) => new Uint32Array(length);
    const hot = { id: 'b/2026-01', batchId: 'b', object: 'orders', source: 's', month: '2026-01', count: 2, dimensions: { owner: new Uint16Array(2) }, days: { day: new Int32Array(2) }, numbers: { amount: new Int32Array(2) }, keyHi: column(2), keyLo: column(2), contentHi: column(2), contentLo: column(2) };
    expect(await read('hotSegments', packed(hot))).toEqual([hot]);
    await expect(read('hotSegments', packed({ ...hot, numbers: { amount: new Int32Array(3) } }))).rejects.toMatchObject({ field: 'count', reason: 'columns of different lengths' });
    const cold = { id: 'b/2026-01', batchId: 'b', lines: column(1), dimensions: {}, numbers: {}, texts: { number: { bytes: new Uint8Array(4), offsets: Uint32Array.from([0, 4]) } } };
    expect(await read('coldSegments', packed(cold))).toEqual([cold]);
    await expect(read('coldSegments', packed({ ...cold, texts: { number: { bytes: new Uint8Array(4), offsets: Uint32Array.from([0, 5]) } } }))).rejects.toMatchObject({ field: 'texts.number.offsets' });
  });
});

describe('a part is handed over', () => {
  async function written(rows: readonly Uint8Array[], take: (chunk: BackupChunk) => Promise<boolean> = () => Promise.resolve(true)): Promise<BackupChunk[]> {
    const chunks: BackupChunk[] = [];
    const writer = new PartWriter('customers', (chunk) => {
      chunks.push(chunk);
      return take(chunk);
    });
    for (const row of rows) await writer.row([row]);
    await writer.end();
    return chunks;
  }

  test('in chunks that hold every byte in order, none too large, each row counted where it ends', async () => {
    const rows = [new Uint8Array(10).fill(1), new Uint8Array(CHUNK_BYTES + 5).fill(2), new Uint8Array(CHUNK_BYTES - 15).fill(3)];
    const chunks = await written(rows);
    expect(chunks.map(({ rows: ended, bytes }) => [ended, bytes.length])).toEqual([[1, CHUNK_BYTES], [1, CHUNK_BYTES], [1, 0]]);
    expect(chunks.reduce((sum, chunk) => sum + chunk.rows, 0)).toBe(3);
    expect([chunks[0]!.bytes[9], chunks[0]!.bytes[10], chunks[1]!.bytes[14], chunks[1]!.bytes[15]]).toEqual([1, 2, 2, 3]);
  });

  test('as one empty chunk when it has no rows', async () => {
    expect((await written([])).map(({ part, rows, bytes }) => [part, rows, bytes.length])).toEqual([['customers', 0, 0]]);
  });

  test('one chunk at a time, and no more once the taker has refused', async () => {
    let inHand = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, ++inHand);
      await Promise.resolve();
      inHand--;
      return true;
    };
    await written(Array.from({ length: 4 }, () => new Uint8Array(CHUNK_BYTES)), slow);
    expect(most).toBe(1);
    let taken = 0;
    await expect(written(Array.from({ length: 4 }, () => new Uint8Array(CHUNK_BYTES)), () => Promise.resolve(++taken < 2))).rejects.toMatchObject({ name: 'Stopped' });
    expect(taken).toBe(2);
  });
});
