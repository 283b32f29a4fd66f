import type { BackupContent } from '@shared/contracts/backup-file';
import type { HeadlessCommand } from '@shared/contracts/headless-command';
import { type Result, err, ok } from '@shared/kernel/result';
import { restoreDatabase } from '@renderer/ledger/backup/restore-database';
import type { CommandPage } from './command-desk';
import { openRefusal } from './open-refusal';

type RestoreRequest = Extract<HeadlessCommand, { name: 'restore' }>;

/** Fills a new database from a copy, and the journal on top where asked; says what it came to. Refused = no such database. */
export async function restoreCommand(page: CommandPage, { databaseName, parts, replay, scratch }: RestoreRequest): Promise<Result<BackupContent, string>> {
  const { id, deviceId } = page.folder;
  const restored = await restoreDatabase({ databaseName, id, deviceId }, parts, { replay, scratch });
  if (restored.ok) return ok(restored.value);
  const { error } = restored;
  if (error.code !== 'backup.malformed') return err(openRefusal(page, error));
  const { part, line, field, detail } = error;
  return err(page.t('refusals.backup_malformed', { part, line, reason: field === '' ? detail : `${field}: ${detail}` }));
}
