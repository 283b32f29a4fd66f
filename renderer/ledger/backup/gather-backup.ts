import { type BackupContent, backupParts } from '@shared/contracts/backup-file';
import { assertNever, err, ok, type Result } from '@shared/kernel/result';
import { plainChangeSet } from '@renderer/data/change-sets';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { requireIntact } from '../store/checksum';
import { coldTable } from '../store/ledger-tables';
import { packRow } from './packed-rows';
import { PartWriter, Stopped, type TakeChunk } from './part-writer';
import type { LedgerPart } from './read-part';
import type { Moment } from './read-moment';

export interface GatheredBackup {
  readonly content: BackupContent;
  readonly sources: string[];
}

/** `backup.moved`: a segment of the moment went with an undo meanwhile, so begin again. `backup.stopped`: the taker wanted no more. */
export type GatherFailure = 'backup.moved' | 'backup.stopped';

const CHANGE_SETS_AT_ONCE = 200;

/** Hands a moment over, part by part in the order of `backupParts`. Throws DamagedRow, and what `take` throws. */
export async function gatherBackup(db: WorkbenchDatabase, moment: Moment, take: TakeChunk): Promise<Result<GatheredBackup, GatherFailure>> {
  const encoder = new TextEncoder();
  try {
    for (const part of backupParts) {
      const writer = new PartWriter(part, take);
      if (part === 'changeSets') {
        for await (const changeSet of changeSetsUpTo(db, moment.content.journalSeq)) await writer.row([encoder.encode(`${JSON.stringify(plainChangeSet(changeSet))}\n`)]);
      } else if (part === 'dictionaries' || part === 'hotSegments' || part === 'coldSegments' || part === 'marks') {
        for await (const row of ledgerRows(db, moment, part)) await writer.row(packRow(row));
      } else {
        for (const row of moment.records.get(part) ?? []) await writer.row([encoder.encode(`${JSON.stringify(row)}\n`)]);
      }
      await writer.end();
    }
  } catch (cause) {
    if (cause instanceof Moved) return err('backup.moved');
    if (cause instanceof Stopped) return err('backup.stopped');
    throw cause;
  }
  return ok({ content: moment.content, sources: moment.sources });
}

class Moved extends Error {
  override readonly name = 'Moved';
}

/** Change-sets are only ever added: those of the moment are those up to its seq. */
async function* changeSetsUpTo(db: WorkbenchDatabase, lastSeq: number) {
  for (let seq = 0; seq < lastSeq; ) {
    const page = await db.changeSets.where('seq').between(seq, lastSeq, false, true).limit(CHANGE_SETS_AT_ONCE).toArray();
    const last = page.at(-1);
    if (last === undefined) throw new Error(`Change-sets after ${seq} are missing`);
    yield* page;
    seq = last.seq;
  }
}

async function* ledgerRows(db: WorkbenchDatabase, moment: Moment, part: LedgerPart): AsyncGenerator<object> {
  switch (part) {
    case 'dictionaries':
      return yield* moment.dictionaries;
    case 'hotSegments':
      return yield* moment.hot;
    case 'marks':
      return yield* moment.marks;
    case 'coldSegments':
      for (const { id } of moment.hot) {
        const cold = await coldTable(db).get(id);
        if (cold === undefined) throw new Moved(id);
        requireIntact('coldSegments', [cold]);
        yield cold;
      }
      return;
    default:
      assertNever(part);
  }
}
