import type { FileToken } from '@shared/contracts/headless-command';
import type { RowIssue, SourceMapping } from '@shared/contracts/import-run';
import { codeKey } from '@shared/messages/message-key';
import { notifications } from '@mantine/notifications';
import type { Translate } from '@renderer/i18n/i18n';
import type { LedgerClient } from '@renderer/ledger/ledger-client';
import { call } from '@renderer/platform/workbench';
import { type RejectedWords, rejectedCsv } from './rejected-csv';

const rejectedWords = (t: Translate, isSheet: boolean): RejectedWords => ({
  line: t('importFiles.ownLine'),
  reasons: t('importFiles.ownReasons'),
  separator: t('importFiles.reasonSeparator'),
  reasonOf: ({ line, column, header, code, detail }: RowIssue) => {
    const reason = t(codeKey('issues', code), { detail });
    return column === '' ? reason : t('importFiles.reasonAt', { place: `${header} (${isSheet ? `${column}${line}` : column})`, reason });
  },
});

/**
 * Reads a file's rejected rows again, all of them and whole, asks where to put them, and says what was written or why
 * nothing was. `name` = the file as the user knows it.
 */
export async function exportRejected(t: Translate, ledger: LedgerClient, file: FileToken, name: string, mapping: SourceMapping): Promise<void> {
  const refused = (reason: string) => void notifications.show({ color: 'red', message: t('importFiles.unread', { name, reason }) });
  const found = await ledger.rejectedRows(file, mapping);
  if (!found.ok) return refused(t(codeKey('issues', found.error.code), { detail: found.error.detail }));
  if (found.value.rows.length === 0) return void notifications.show({ message: t('importFiles.rejectedNoMore') });
  const suggestedName = t('importFiles.rejectedFile', { name: name.replace(/\.[^.]+$/, '').slice(0, 150) });
  const saved = await call('file.save', { suggestedName, bytes: rejectedCsv(found.value, rejectedWords(t, mapping.sheet !== null)) });
  if (!saved.ok) return refused(t(codeKey('calls', saved.error.code)));
  if (saved.value.saved) notifications.show({ message: t('importFiles.exportedRows', { count: found.value.rows.length }) });
}
