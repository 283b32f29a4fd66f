import type { HeadlessCommand } from '@shared/contracts/headless-command';
import { type Result, err, ok } from '@shared/kernel/result';
import { type TakenCopy, takeCopy } from '@renderer/ledger/backup/take-copy';
import { callRefusal } from './call-refusal';
import type { CommandDesk } from './command-desk';

type BackupRequest = Extract<HeadlessCommand, { name: 'backup' }>;

/** Where the copy lies and what it holds. */
type WrittenBackup = Omit<TakenCopy, 'manifest'> & { readonly encrypted: boolean } & Pick<TakenCopy['manifest'], 'journalSeq' | 'canonicalHash' | 'counts' | 'createdAt'>;

/** Gathers the workspace into the file that main was told; it is verified before it is in place. */
export async function backupCommand(desk: CommandDesk, { passphrase }: BackupRequest): Promise<Result<WrittenBackup, string>> {
  const taken = await takeCopy(desk.workspace, desk.ledger, { reason: 'hand', to: 'file', passphrase });
  if (!taken.ok) return err(callRefusal(desk, taken.error));
  if (taken.value === null) throw new Error('A command asks nobody, so nobody can have cancelled');
  const { path, bytes, manifest } = taken.value;
  const { journalSeq, canonicalHash, counts, createdAt } = manifest;
  return ok({ path, bytes, encrypted: passphrase !== null, createdAt, journalSeq, canonicalHash, counts });
}
