import type { RecordTable } from '@shared/records/record-tables';
import type { ImportBatch } from '@shared/records/import-batch';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { version1 } from '@renderer/data/migrations/version-1';
import { hashText } from './import/row-hasher';
import type { ColumnStore } from './store/column-store';
import { type HotSegment, numberAt } from './store/segments';

const TEXTS = ['owner', 'customer', 'product', 'channel', 'region', 'stage'] as const;
const NUMBERS = ['quantity', 'amount', 'margin', 'won', 'outcome'] as const;
const DAYS = ['day', 'closeDay', 'createdDay', 'expectedDay'] as const;
const KEYS = ['keyHi', 'keyLo', 'contentHi', 'contentLo'] as const;

/** Every record of every table, in the order of their ids. */
export type AllRecords = ReadonlyMap<RecordTable, readonly { readonly id: string }[]>;

/** All records as they stand; in a transaction of the caller, of that one moment. */
export async function readRecords(db: WorkbenchDatabase): Promise<AllRecords> {
  const records = new Map<RecordTable, { readonly id: string }[]>();
  for (const table of db.recordTables) {
    const rows: { readonly id: string }[] = await db.records(table).toArray();
    records.set(table, rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return records;
}

/**
 * sha-256 (hex) over every record and every live ledger row, however they are spread over batches and segments and
 * whenever they were imported: equal facts give equal hashes. Undone batches and the change-sets' history are not facts.
 */
export async function canonicalHash(records: AllRecords, rows: string): Promise<string> {
  const digests: string[] = [];
  for (const [table, list] of records) {
    // What a table holds that came later says nothing while it is empty: copies of an older schema keep their hash.
    if (list.length === 0 && !(table in version1)) continue;
    const lines = (table === 'importBatches' ? standingBatches(list as readonly ImportBatch[]) : list).map((row) => JSON.stringify(inOrder(row)));
    digests.push(`${table} ${await sha256((table === 'importBatches' ? lines.sort() : lines).join('\n'))}`);
  }
  return sha256([...digests, `rows ${rows}`].join('\n'));
}

const standingBatches = (batches: readonly ImportBatch[]) => batches.filter((batch) => batch.undoneAt === null).map(({ id: _id, importedAt: _at, ...facts }) => facts);

/**
 * What the live rows come to: their count and four sums of the rows' own 64-bit hashes, which need no order and no memory.
 * A row's hash covers its identity, its content and the hot columns named here, texts by their words and not by their numbers.
 * The lists stay as they are, so that an older copy keeps its hash: whatever else a row has is in its content's own hash.
 */
export function canonicalRows(store: ColumnStore): string {
  const texts = new Map(TEXTS.map((kind) => [kind, store.dictionaries.texts(kind).map((text) => hashText(text))]));
  const sums = new Uint32Array(4);
  let count = 0;
  for (const { hot, live } of store.all) {
    const { hi, lo } = rowHashes(hot, texts);
    for (let row = 0; row < hot.count; row++) {
      if (live !== null && live[row] === 0) continue;
      const a = hi[row]!;
      const b = lo[row]!;
      sums[0]! += a;
      sums[1]! += b;
      sums[2]! += avalanche(a ^ Math.imul(b, 0x9e3779b1));
      sums[3]! += avalanche(b ^ Math.imul(a, 0x165667b1));
      count++;
    }
  }
  return [count, ...sums].join(' ');
}

/** Column by column, so that the loops stay fast; a column that is missing counts as blank in every row. */
function rowHashes(hot: HotSegment, texts: ReadonlyMap<string, readonly { readonly hi: number; readonly lo: number }[]>): { hi: Uint32Array; lo: Uint32Array } {
  const source = hashText(`${hot.object}:${hot.source}`);
  const hi = new Uint32Array(hot.count).fill(source.hi);
  const lo = new Uint32Array(hot.count).fill(source.lo);
  const add = (row: number, toHi: number, toLo: number): void => {
    const a = hi[row]!;
    const b = lo[row]!;
    hi[row] = Math.imul(((a << 13) | (a >>> 19)) ^ toHi, 0xcc9e2d51);
    lo[row] = Math.imul(((b << 17) | (b >>> 15)) ^ toLo, 0x1b873593);
  };
  for (const name of KEYS) for (let row = 0; row < hot.count; row++) add(row, hot[name][row]!, hot[name][row]!);
  for (const kind of TEXTS) {
    const hashes = texts.get(kind)!;
    const highs = Uint32Array.from(hashes, (hash) => hash.hi);
    const lows = Uint32Array.from(hashes, (hash) => hash.lo);
    const numbers = hot.dimensions[kind];
    for (let row = 0; row < hot.count; row++) {
      const number = numbers === undefined ? 0 : numbers[row]!;
      add(row, highs[number]!, lows[number]!);
    }
  }
  for (const name of NUMBERS) {
    const values = hot.numbers[name];
    for (let row = 0; row < hot.count; row++) {
      const value = numberAt(values, row);
      if (value !== value) add(row, 0x80000000, 0x80000001);
      else add(row, value >>> 0, Math.floor(value / 4_294_967_296) ^ Math.imul(value >>> 0, 0x85ebca6b));
    }
  }
  for (const name of DAYS) {
    const days = hot.days[name];
    for (let row = 0; row < hot.count; row++) add(row, days?.[row] ?? 0, days?.[row] ?? 0);
  }
  for (let row = 0; row < hot.count; row++) {
    hi[row] = avalanche(hi[row]!);
    lo[row] = avalanche(lo[row]!);
  }
  return { hi, lo };
}

function avalanche(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The same value with its keys in order, at every depth. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, inOrder(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
