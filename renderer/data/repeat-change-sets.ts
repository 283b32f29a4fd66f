import { sameJson } from '@shared/kernel/same-json';
import type { ChangeSet, RowChange } from '@shared/records/change-set';
import type { RecordTable } from '@shared/records/record-tables';
import { storedChangeSet } from './change-sets';
import { InvalidRecord, validRow } from './change-writer';
import type { WorkbenchDatabase } from './database';
import type { ReplayFailure } from './reconcile-failure';

/** Thrown inside a transaction, so that nothing of what it repeats is kept. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
  constructor(readonly failure: ReplayFailure) {
    super(failure.code);
  }
}

type Row = { readonly id: string };

/**
 * Writes the recorded changes of change-sets, in order, and the change-sets themselves, within the caller's transaction.
 * Each row must be as its change-set found it. Throws ReplayRefused.
 */
export async function repeatChangeSets(db: WorkbenchDatabase, changeSets: readonly ChangeSet[]): Promise<void> {
  const tables = new Map<RecordTable, Map<string, Row | undefined>>();
  for (const { changes } of changeSets) {
    for (const { table, id } of changes) tables.set(table, (tables.get(table) ?? new Map<string, Row | undefined>()).set(id, undefined));
  }
  for (const [table, rows] of tables) {
    const ids = [...rows.keys()];
    (await db.records(table).bulkGet(ids)).forEach((row, index) => rows.set(ids[index]!, row));
  }
  for (const { seq, changes } of changeSets) for (const change of changes) apply(tables.get(change.table)!, change, seq);
  for (const [table, rows] of tables) {
    const gone = [...rows].filter(([, row]) => row === undefined).map(([id]) => id);
    await db.table(table).bulkDelete(gone);
    await db.table(table).bulkPut([...rows.values()].filter((row) => row !== undefined));
  }
  await db.changeSets.bulkAdd(changeSets.map(storedChangeSet));
}

function apply(rows: Map<string, Row | undefined>, change: RowChange, seq: number): void {
  const found = rows.get(change.id);
  const name = `${change.table} ${change.id}`;
  if (!isAsFound(change, found)) throw new ReplayRefused({ code: 'journal.mismatch', seq, detail: name });
  try {
    const row = change.after === null ? undefined : { ...found, ...change.after, id: change.id };
    if (row !== undefined) validRow(change.table, row);
    // As it was written then, without what the schema would fill in today.
    rows.set(change.id, row);
  } catch (cause) {
    if (cause instanceof InvalidRecord) throw new ReplayRefused({ code: 'journal.mismatch', seq, detail: cause.message });
    throw cause;
  }
}

function isAsFound(change: RowChange, found: Row | undefined): boolean {
  if (change.before === null) return found === undefined;
  return found !== undefined && Object.entries(change.before).every(([field, value]) => sameJson(value, Reflect.get(found, field)));
}
