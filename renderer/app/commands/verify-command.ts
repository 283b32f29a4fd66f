import type { BackupContent } from '@shared/contracts/backup-file';
import { type Result, ok } from '@shared/kernel/result';
import { countRows } from '@renderer/data/count-rows';
import type { CommandDesk } from './command-desk';

/** What the workspace holds, now that it opened as a window opens it: last change-set, counts, hash, and rows per table. */
export async function verifyCommand({ workspace, ledger }: CommandDesk): Promise<Result<BackupContent & { readonly rows: Record<string, number> }, string>> {
  const content = await ledger.content();
  return ok({ ...content, rows: (await countRows(workspace.db)).rows });
}
