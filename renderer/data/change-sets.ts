import { nextHybridTime } from '@shared/kernel/hybrid-clock';
import { type Id, uuidV7 } from '@shared/kernel/id';
import type { ChangeLabel, ChangeSet } from '@shared/records/change-set';
import { recordTables } from '@shared/records/record-tables';
import { type ChangeWriter, createChangeWriter } from './change-writer';
import { ledgerTables, type StoredChangeSet } from './database';
import { lastSeqOf } from './last-seq';
import { announceCommit } from './save-state';
import type { Workspace } from './workspace';

export interface ChangeDraft {
  readonly kind: ChangeSet['kind'];
  readonly label: ChangeLabel;
  /** The change-set taken back; such a change-set is kept even if no row moved. */
  readonly inverseOf?: Id;
  readonly batch?: NonNullable<ChangeSet['batch']>;
  /** Also open the ledger's tables, for an import of facts. */
  readonly ledgerTables?: boolean;
}

/**
 * The only way anything is written: `write` changes rows through the writer, and they and the change-set that names them
 * are stored in one strict transaction, or not at all if anything throws. Null when nothing changed.
 * `write` may await nothing but the writer, Dexie reads of this database and (with `ledgerTables`) writes to the ledger's tables.
 * The journal is not part of it: see `drainJournal` and `keepJournal`.
 */
export async function commitChangeSet(ws: Workspace, draft: ChangeDraft, write: (writer: ChangeWriter) => Promise<void>): Promise<ChangeSet | null> {
  const tables = draft.ledgerTables ? ledgerTables : [];
  return store(ws, tables, () => Promise.resolve({ draft, write }));
}

/**
 * The same for a change-set that depends on those before it: `choose` reads within the transaction, so that no other window
 * can slip one in between the choice and the write. Null = nothing is to be written. Not for the ledger's tables.
 */
export function commitChosen(ws: Workspace, choose: () => Promise<ChosenChange | null>): Promise<ChangeSet | null> {
  return store(ws, [], choose);
}

/**
 * The same for what was worked out beforehand, as of the change-set `asOf`: 'outOfDate', with nothing written, when another one
 * has come since (of another window, say). Then work it out again. With the ledger's tables.
 */
export async function commitAsOf(ws: Workspace, asOf: number, draft: ChangeDraft, write: (writer: ChangeWriter) => Promise<void>): Promise<ChangeSet | 'outOfDate' | null> {
  let outOfDate = false;
  const committed = await store(ws, ledgerTables, async () => {
    outOfDate = (await lastSeqOf(ws.db)) !== asOf;
    return outOfDate ? null : { draft, write };
  });
  return outOfDate ? 'outOfDate' : committed;
}

interface ChosenChange {
  readonly draft: Omit<ChangeDraft, 'ledgerTables'>;
  readonly write: (writer: ChangeWriter) => Promise<void>;
}

async function store(ws: Workspace, moreTables: readonly string[], choose: () => Promise<ChosenChange | null>): Promise<ChangeSet | null> {
  const { db } = ws;
  const committed = await db.transaction('rw', [...recordTables, 'changeSets', ...moreTables], async () => {
    const chosen = await choose();
    if (!chosen) return null;
    const { draft, write } = chosen;
    const writer = createChangeWriter(db);
    await write(writer);
    const changes = writer.changes();
    if (changes.length === 0 && draft.inverseOf === undefined && draft.batch === undefined) return null;
    const settings = await writer.get('settings', 'settings');
    if (!settings) throw new Error('A workspace without settings has no actor: write its settings first');
    const last = await db.changeSets.orderBy('seq').last();
    const now = ws.now();
    const changeSet: ChangeSet = {
      id: uuidV7(now, ws.random(10)),
      seq: (last?.seq ?? 0) + 1,
      workspaceId: ws.workspaceId,
      deviceId: ws.deviceId,
      hlc: nextHybridTime(last?.hlc ?? null, now, ws.deviceId),
      at: new Date(now).toISOString(),
      actor: settings.actor,
      kind: draft.kind,
      label: draft.label,
      inverseOf: draft.inverseOf ?? null,
      changes,
      batch: draft.batch ?? null,
    };
    await writer.flush();
    await db.changeSets.add(storedChangeSet(changeSet));
    return changeSet;
  });
  if (committed) announceCommit(db, committed);
  return committed;
}

/** With the index of the rows it touches. */
export function storedChangeSet(changeSet: ChangeSet): StoredChangeSet {
  return { ...changeSet, touches: changeSet.changes.map((change) => `${change.table}:${change.id}`) };
}

/** As the journal and the readers know it: without the index. */
export function plainChangeSet(stored: StoredChangeSet): ChangeSet {
  const plain: ChangeSet & { touches?: string[] } = { ...stored };
  delete plain.touches;
  return plain;
}
