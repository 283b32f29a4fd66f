import { backupParts } from '@shared/contracts/backup-file';
import type { PlainMessageKey } from '@shared/messages/message-key';
import { codeKey } from '@shared/messages/message-key';
import type { ReconcileFailure } from '@renderer/data/reconcile-failure';
import type { Translate } from '@renderer/i18n/i18n';

/** What stands on top of the screen: the way that loses least. */
export type RecommendedWay = 'rebuild' | 'rewriteJournal' | 'tryAgain';

const tables: ReadonlySet<string> = new Set(backupParts);

/** Why the workspace was not opened, in plain words. */
export function reasonText(t: Translate, failure: ReconcileFailure): string {
  switch (failure.code) {
    case 'journal.lost':
      return t('recovery.reason_journal_lost', { seq: failure.seq, recorded: failure.recordedSeq });
    case 'journal.counts':
      return t('recovery.reason_journal_counts', { table: tableName(t, failure.table), found: failure.found, recorded: failure.recorded });
    case 'journal.diverged':
      return t('recovery.reason_journal_diverged', { seq: failure.seq });
    case 'journal.mismatch':
      return t('recovery.reason_journal_mismatch', { seq: failure.seq });
    case 'journal.importLost':
      return t('recovery.reason_journal_importLost', { seq: failure.seq, file: failure.file });
    case 'database.unreadable':
      return t('recovery.reason_database_unreadable');
    case 'recovery.trouble':
      return t(failure.trouble === 'keep.lowDisk' ? 'recovery.reason_lowDisk' : 'recovery.reason_journalDamaged');
    case 'keep.lowDisk':
    case 'file.diskFull':
      return t('recovery.reason_lowDisk');
    default:
      return t('recovery.reason_call', { reason: t(codeKey('calls', failure.code)) });
  }
}

const tableName = (t: Translate, table: string): string => (tables.has(table) ? t(`audit.table_${table}` as PlainMessageKey) : table);

/**
 * Damage of the journal alone leaves a database that may be whole: it can write the journal anew. What main could not do
 * (no room, a folder out of reach) is tried again once that is mended. Everything else is rebuilt.
 */
export function recommendedWay(failure: ReconcileFailure): RecommendedWay {
  switch (failure.code) {
    case 'recovery.trouble':
      return failure.trouble === 'keep.lowDisk' ? 'tryAgain' : 'rewriteJournal';
    case 'journal.lost':
    case 'journal.counts':
    case 'journal.diverged':
    case 'journal.mismatch':
    case 'journal.importLost':
    case 'database.unreadable':
      return 'rebuild';
    default:
      return 'tryAgain';
  }
}
