import { recordTables } from '@shared/records/record-tables';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { hashText } from './import/row-hasher';
import type { ColumnStore } from './store/column-store';
import { numberAt } from './store/segments';

/** Per ledger row: key and content hashes, then every hot column as it stands (number or hash of its text). */
const WORDS = 32;
const TEXTS = ['owner', 'customer', 'product', 'channel', 'region', 'stage'] as const;
const NUMBERS = ['quantity', 'amount', 'margin', 'won', 'outcome'] as const;
const DAYS = ['day', 'closeDay', 'createdDay', 'expectedDay'] as const;

/**
 * sha-256 (hex) over every record and every live ledger row in an order that does not depend on batches, segments or when
 * anything was imported: equal facts give equal hashes. Undone batches and the change-sets' history are not facts.
 */
export async function canonicalHash(db: WorkbenchDatabase, store: ColumnStore): Promise<string> {
  const parts: string[] = [];
  for (const table of recordTables) {
    const rows = await db.records(table).toArray();
    for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      if (table !== 'importBatches') parts.push(`${table}:${canonicalJson(row)}`);
    }
  }
  const batches = await db.importBatches.toArray();
  parts.push(...batches.filter((batch) => batch.undoneAt === null).map(({ id: _id, importedAt: _at, ...facts }) => `importBatches:${canonicalJson(facts)}`).sort());
  const records = await sha256(new TextEncoder().encode(parts.join('\n')));
  const rows = await sha256(canonicalRows(store));
  return sha256(new TextEncoder().encode(records + rows));
}

function canonicalRows(store: ColumnStore): Uint8Array<ArrayBuffer> {
  const segments = [...store.segments('orders'), ...store.segments('opportunities')];
  const count = segments.reduce((sum, segment) => sum + segment.liveCount, 0);
  const words = new Uint32Array(count * WORDS);
  const hashes = new Map(TEXTS.map((kind) => [kind, store.dictionaries.texts(kind).map(hashText)]));
  let base = 0;
  for (const { hot, live } of segments) {
    const source = hashText(`${hot.object}:${hot.source}`);
    for (let row = 0; row < hot.count; row++) {
      if (live !== null && live[row] === 0) continue;
      let at = base;
      for (const word of [hot.keyHi[row]!, hot.keyLo[row]!, hot.contentHi[row]!, hot.contentLo[row]!, source.hi, source.lo]) words[at++] = word;
      for (const kind of TEXTS) {
        const hash = hashes.get(kind)![hot.dimensions[kind]?.[row] ?? 0]!;
        words[at++] = hash.hi;
        words[at++] = hash.lo;
      }
      for (const name of NUMBERS) {
        const value = numberAt(hot.numbers[name], row);
        words[at++] = Number.isNaN(value) ? 0x80000000 : value >>> 0;
        words[at++] = Number.isNaN(value) ? 0 : Math.floor(value / 4_294_967_296) >>> 0;
      }
      for (const name of DAYS) words[at++] = hot.days[name]?.[row] ?? 0;
      base += WORDS;
    }
  }
  return sorted(words, count);
}

function sorted(words: Uint32Array, count: number): Uint8Array<ArrayBuffer> {
  const order = new Uint32Array(count).map((_, i) => i);
  order.sort((a, b) => {
    for (let word = 0; word < WORDS; word++) {
      const difference = words[a * WORDS + word]! - words[b * WORDS + word]!;
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const out = new Uint32Array(count * WORDS);
  order.forEach((row, place) => out.set(words.subarray(row * WORDS, (row + 1) * WORDS), place * WORDS));
  return new Uint8Array(out.buffer);
}

/** Keys in order, at every depth. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
