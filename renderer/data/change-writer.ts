import { sameJson } from '@shared/kernel/same-json';
import type { RowChange } from '@shared/records/change-set';
import { type RecordOf, type RecordTable, recordSchemas } from '@shared/records/record-tables';
import type { WorkbenchDatabase } from './database';

/** What a change-set's `write` may do. Rows are gathered and stored together at its end, so read them through here. */
export interface ChangeWriter {
  readonly db: WorkbenchDatabase;
  /** The row as it stands within this change-set. */
  get<T extends RecordTable>(table: T, id: string): Promise<RecordOf<T> | undefined>;
  /** All rows of a table as they stand within this change-set, by id. */
  list<T extends RecordTable>(table: T): Promise<RecordOf<T>[]>;
  /** Reads many rows at once, so that writing them costs no single reads. */
  preload(table: RecordTable, ids: readonly string[]): Promise<void>;
  /** Creates or replaces the row; only fields that differ are recorded. Throws InvalidRecord. */
  put<T extends RecordTable>(table: T, row: RecordOf<T>): Promise<void>;
  /** Changes some fields of a row that exists. Throws InvalidRecord. */
  patch<T extends RecordTable>(table: T, id: string, fields: Partial<RecordOf<T>>): Promise<void>;
  /** Removes the row; nothing happens where there is none. */
  remove(table: RecordTable, id: string): Promise<void>;
  /** As `put`, but records every field, also equal ones: «this source says so too» (imports). Throws InvalidRecord. */
  assert<T extends RecordTable>(table: T, row: RecordOf<T>): Promise<void>;
}

/** A row its schema refuses: a bug of the writer, or data that must not get in. Nothing of the change-set is kept. */
export class InvalidRecord extends Error {
  override readonly name = 'InvalidRecord';
  constructor(
    readonly table: RecordTable,
    readonly id: string,
    readonly field: string,
    reason: string,
  ) {
    super(`${table} ${id}: ${field === '' ? 'row' : field}: ${reason}`);
  }
}

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;
type Fields = NonNullable<RowChange['after']>;
interface Entry {
  readonly table: RecordTable;
  readonly id: string;
  readonly before: Row | undefined;
  now: Row | undefined;
  asserted: boolean;
}

const KEEP_ALIVE_EVERY = 16;

/** Versions that were committed stay as they are. */
const IMMUTABLE: ReadonlySet<RecordTable> = new Set<RecordTable>(['planCommits']);

/** The writer and, for `commitChangeSet`, what it gathered: `changes` as recorded, `flush` to store them. */
export function createChangeWriter(db: WorkbenchDatabase): ChangeWriter & { changes(): RowChange[]; flush(): Promise<void> } {
  const entries = new Map<string, Entry>();

  const remember = (table: RecordTable, id: string, row: unknown): Entry => {
    const known = entries.get(`${table}:${id}`);
    if (known) return known;
    const before = row as Row | undefined;
    const entry: Entry = { table, id, before, now: before, asserted: false };
    entries.set(`${table}:${id}`, entry);
    return entry;
  };
  let awaitsFromMemory = 0;
  const open = async (table: RecordTable, id: string): Promise<Entry> => {
    const known = entries.get(`${table}:${id}`);
    if (!known) return remember(table, id, await db.records(table).get(id));
    // Dexie loses a transaction after some 100 awaits without an operation of its own: one read now and then keeps it.
    if (++awaitsFromMemory % KEEP_ALIVE_EVERY === 0) await db.settings.get('settings');
    return known;
  };

  const write = async (table: RecordTable, row: unknown, asserted: boolean) => {
    const valid: Row = validRow(table, row);
    const entry = await open(table, valid.id);
    if (entry.before && IMMUTABLE.has(table) && !sameJson(entry.before, valid)) throw new Error(`${table} ${valid.id} is immutable`);
    entry.now = valid;
    entry.asserted ||= asserted;
  };

  return {
    db,
    get: async <T extends RecordTable>(table: T, id: string) => (await open(table, id)).now as RecordOf<T> | undefined,
    list: async <T extends RecordTable>(table: T) => {
      for (const row of await db.records(table).toArray()) remember(table, row.id, row);
      const rows = [...entries.values()].filter((entry) => entry.table === table && entry.now !== undefined).map((entry) => entry.now as RecordOf<T>);
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    preload: async (table, ids) => {
      const missing = ids.filter((id) => !entries.has(`${table}:${id}`));
      const rows = await db.records(table).bulkGet(missing);
      missing.forEach((id, index) => remember(table, id, rows[index]));
    },
    put: (table, row) => write(table, row, false),
    assert: (table, row) => write(table, row, true),
    patch: async (table, id, fields) => {
      const { now } = await open(table, id);
      if (!now) throw new Error(`${table} ${id} does not exist`);
      await write(table, { ...now, ...fields }, false);
    },
    remove: async (table, id) => {
      const entry = await open(table, id);
      if (entry.before && IMMUTABLE.has(table)) throw new Error(`${table} ${id} is immutable`);
      entry.now = undefined;
      entry.asserted = false;
    },
    changes: () => [...entries.values()].map(changeOf).filter((change) => change !== null),
    flush: async () => {
      for (const [table, list] of changedByTable([...entries.values()])) {
        const gone = list.filter((entry) => entry.now === undefined).map((entry) => entry.id);
        const kept = list.flatMap((entry) => (entry.now === undefined ? [] : [entry.now]));
        if (gone.length > 0) await db.table(table).bulkDelete(gone);
        if (kept.length > 0) await db.table(table).bulkPut(kept);
      }
    },
  };
}

function changedByTable(entries: readonly Entry[]): Map<RecordTable, Entry[]> {
  const byTable = new Map<RecordTable, Entry[]>();
  for (const entry of entries) {
    if (sameJson(entry.before, entry.now)) continue;
    const list = byTable.get(entry.table);
    if (list) list.push(entry);
    else byTable.set(entry.table, [entry]);
  }
  return byTable;
}

/** What is recorded of a row: the whole row when it came or went, else the fields that differ (all of them if asserted). */
function changeOf({ table, id, before, now, asserted }: Entry): RowChange | null {
  if (!before) return now ? { table, id, before: null, after: now as Fields } : null;
  if (!now) return { table, id, before: before as Fields, after: null };
  const fields = Object.keys(now).filter((field) => asserted || !sameJson(before[field], now[field]));
  if (fields.length === 0) return null;
  const pick = (row: Row) => Object.fromEntries(fields.map((field) => [field, row[field]])) as Fields;
  return { table, id, before: pick(before), after: pick(now) };
}

/** The row as its schema reads it. Throws InvalidRecord. */
export function validRow<T extends RecordTable>(table: T, row: unknown): RecordOf<T> {
  const parsed = recordSchemas[table].safeParse(row);
  if (parsed.success) return parsed.data as RecordOf<T>;
  const issue = parsed.error.issues[0];
  const id = typeof row === 'object' && row !== null ? String(Reflect.get(row, 'id')) : '';
  throw new InvalidRecord(table, id, (issue?.path ?? []).join('.'), issue?.message ?? 'malformed');
}
