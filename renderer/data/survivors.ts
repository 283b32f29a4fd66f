import type { Id } from '@shared/kernel/id';
import type { ChangeSet, RowChange } from '@shared/records/change-set';
import type { RecordOf, RecordTable } from '@shared/records/record-tables';
import type { ChangeWriter } from './change-writer';
import type { WorkbenchDatabase } from './database';

export interface RowRef {
  readonly table: RecordTable;
  readonly id: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Step = { readonly changeSet: ChangeSet; readonly change: RowChange };

/** These take others back; what they wrote is worked out from those who still stand, so they are nobody's source. */
export const isInverse = (changeSet: ChangeSet): boolean => changeSet.inverseOf !== null;

/**
 * Takes one change-set back (an edit's undo, an import's undo; a redo takes the undo back). Every row and field it wrote
 * becomes what its last writer that still stands wrote; a row exists while anybody who wrote it stands. The outcome
 * depends only on who stands, so change-sets can be taken back in any order.
 * Answers the rows that stay because an edit after `undone` wrote them. An import's own note (`importBatches`) is left alone.
 */
export async function restoreSurvivors(writer: ChangeWriter, undone: ChangeSet): Promise<RowRef[]> {
  return restoreRows(writer, undone.changes.filter((change) => change.table !== 'importBatches'), undone);
}

/** The same for given rows: `takenBack` counts as taken back although its inverse is only being written. */
export async function restoreRows(writer: ChangeWriter, rows: readonly RowRef[], takenBack: ChangeSet): Promise<RowRef[]> {
  const histories = await historiesOf(writer.db, rows);
  const all = [...new Set([...histories.values()].flat().map((step) => step.changeSet))];
  const undone = await undoneAmong(writer.db, all, takenBack.id);
  for (const table of new Set(rows.map((row) => row.table))) await writer.preload(table, rows.filter((row) => row.table === table).map((row) => row.id));
  const kept: RowRef[] = [];
  for (const { table, id } of rows) {
    const history = histories.get(`${table}:${id}`) ?? [];
    const standing = history.filter(({ changeSet }) => !isInverse(changeSet) && !undone.has(changeSet.id));
    const row = foldWriters(history, standing);
    if (row === undefined) await writer.remove(table, id);
    else await writer.put(table, row as RecordOf<typeof table>);
    if (row !== undefined && standing.some(({ changeSet }) => changeSet.kind === 'edit' && changeSet.seq > takenBack.seq)) kept.push({ table, id });
  }
  return kept;
}

/** Last writer wins, field by field. A writer of some fields whose row nobody else keeps finds it as it did when it wrote. */
function foldWriters(history: readonly Step[], standing: readonly Step[]): Fields | undefined {
  let row: Fields | undefined;
  for (const { changeSet, change } of standing) {
    if (change.after === null) row = undefined;
    else row = { ...(row ?? rowBefore(history, changeSet.seq)), ...change.after };
  }
  return row;
}

/** The row just before a change-set was written, by repeating all that had happened to it. */
function rowBefore(history: readonly Step[], seq: number): Fields {
  let row: Fields = {};
  for (const { changeSet, change } of history) {
    if (changeSet.seq >= seq) break;
    row = change.after === null ? {} : { ...row, ...change.after };
  }
  return row;
}

/** Everything that was ever written to these rows, each oldest first. */
async function historiesOf(db: WorkbenchDatabase, rows: readonly RowRef[]): Promise<Map<string, Step[]>> {
  const histories = new Map<string, Step[]>(rows.map(({ table, id }) => [`${table}:${id}`, []]));
  const found = await db.changeSets.where('touches').anyOf([...histories.keys()]).primaryKeys();
  const seqs = [...new Set(found)].sort((a, b) => a - b);
  for (const changeSet of await db.changeSets.bulkGet(seqs)) {
    for (const change of changeSet?.changes ?? []) histories.get(`${change.table}:${change.id}`)?.push({ changeSet: changeSet!, change });
  }
  return histories;
}

/**
 * Which of these change-sets are taken back: those with an inverse that is not itself taken back.
 * `takenBack` counts as such in advance.
 */
export async function undoneAmong(db: WorkbenchDatabase, changeSets: readonly ChangeSet[], takenBack: Id | null = null): Promise<Set<Id>> {
  const inverses = new Map<Id, Id[]>();
  let frontier = changeSets.map((changeSet) => changeSet.id);
  while (frontier.length > 0) {
    const found = await db.changeSets.where('inverseOf').anyOf(frontier).toArray();
    frontier = found.map((changeSet) => changeSet.id);
    for (const { id, inverseOf } of found) inverses.set(inverseOf!, [...(inverses.get(inverseOf!) ?? []), id]);
  }
  const isUndone = (id: Id): boolean => id === takenBack || (inverses.get(id) ?? []).some((inverse) => !isUndone(inverse));
  return new Set(changeSets.map((changeSet) => changeSet.id).filter(isUndone));
}
