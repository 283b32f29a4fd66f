import { codeKey } from '@shared/messages/message-key';
import type { ReconcileFailure } from '@renderer/data/reconcile-failure';
import { callRefusal } from './call-refusal';
import type { CommandPage } from './command-desk';

/** Why the workspace was not opened, in one line, with what the log needs behind it. */
export function openRefusal(page: Pick<CommandPage, 't'>, failure: ReconcileFailure): string {
  const { t } = page;
  switch (failure.code) {
    case 'journal.diverged':
    case 'journal.mismatch':
      return `${t(codeKey('refusals', failure.code), { seq: failure.seq })} (${failure.detail})`;
    case 'journal.importLost':
      return `${t('refusals.journal_importLost', { seq: failure.seq, file: failure.file })} (${failure.detail})`;
    case 'journal.lost':
      return t('refusals.journal_lost', { seq: failure.seq, recorded: failure.recordedSeq });
    case 'journal.counts':
      return t('refusals.journal_counts', { table: failure.table, found: failure.found, recorded: failure.recorded });
    case 'database.unreadable':
      return t('refusals.database_unreadable', { detail: failure.detail });
    case 'recovery.trouble':
      return t('refusals.recovery_trouble', { detail: `${failure.trouble} ${failure.detail}` });
    default:
      return callRefusal(page, failure);
  }
}
