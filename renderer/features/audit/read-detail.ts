import type { ChangeSet, RowChange } from '@shared/records/change-set';
import type { Translate } from '@renderer/i18n/i18n';
import type { Formats } from '@renderer/i18n/use-formats';
import { plainChangeSet } from '@renderer/data/change-sets';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { undoneAmong } from '@renderer/data/survivors';
import { type ChangeLine, changeLines } from './change-lines';
import { readRowNames } from './row-names';

export interface DetailRow {
  readonly table: RowChange['table'];
  readonly name: string;
  readonly kind: 'created' | 'deleted' | 'changed';
  /** Empty where an import found everything as it was. */
  readonly lines: readonly ChangeLine[];
}

export interface ChangeDetail {
  readonly changeSet: ChangeSet;
  readonly rows: readonly DetailRow[];
  /** Rows beyond the limit. */
  readonly more: number;
  /** The change-set that this one takes back. */
  readonly takesBack: number | null;
  readonly undoneBy: number | null;
}

/** One change-set with names in place of ids, at most `limit` of its rows; null when there is none with this number. */
export async function readDetail(db: WorkbenchDatabase, seq: number, limit: number, words: { t: Translate; formats: Formats }): Promise<ChangeDetail | null> {
  const stored = await db.changeSets.get(seq);
  if (!stored) return null;
  const changeSet = plainChangeSet(stored);
  const [takesBack, inverses] = await Promise.all([
    changeSet.inverseOf === null ? null : db.changeSets.where('id').equals(changeSet.inverseOf).first(),
    db.changeSets.where('inverseOf').equals(changeSet.id).toArray(),
  ]);
  const gone = await undoneAmong(db, inverses);
  const rows = await readRows(db, changeSet.changes.slice(0, limit), words);
  return {
    changeSet,
    rows,
    more: Math.max(0, changeSet.changes.length - limit),
    takesBack: takesBack?.seq ?? null,
    undoneBy: inverses.find((inverse) => !gone.has(inverse.id))?.seq ?? null,
  };
}

/** The rows of a change-set as people read them, in its order. */
export async function readRows(db: WorkbenchDatabase, changes: readonly RowChange[], { t, formats }: { t: Translate; formats: Formats }): Promise<DetailRow[]> {
  const names = await readRowNames(db, changes, { personIn: (person, unit) => t('audit.personIn', { person, unit }), month: formats.month });
  return changes.map((change) => ({
    table: change.table,
    name: names.nameOf(change.table, change.id),
    kind: rowKind(change),
    lines: changeLines(change, { t, formats, names }),
  }));
}

function rowKind({ before, after }: RowChange): DetailRow['kind'] {
  if (before === null) return 'created';
  return after === null ? 'deleted' : 'changed';
}
