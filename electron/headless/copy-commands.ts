import { stat } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '@shared/kernel/result';
import { verifyBackup } from '../backup/verify-backup';
import { failureOf } from '../call-failure';
import type { Desk } from '../desk';
import { restoreAsFolder } from '../keep/restore-as-folder';
import { failureText } from '../main-text';
import type { CommandRequest } from './parse-command-line';

/** What a copy is, for whoever restored or verified it. */
interface CopyReport {
  readonly [fact: string]: string | number | boolean;
}

/** Restores a copy as a workspace of its own: into `--into`, which must be new or empty, or beside the others. */
export async function restoreCommand(desk: Desk, request: Extract<CommandRequest, { name: 'restore' }>, passphrase: string | null): Promise<Result<CopyReport, string>> {
  const file = path.resolve(request.file);
  const into = request.into === null ? null : path.resolve(request.into);
  const verified = await verifyFile(desk, request.file, passphrase);
  if (!verified.ok) return verified;
  const restored = await restoreAsFolder(desk, file, passphrase, { folder: into, name: null, sourcesOf: null, onProgress: () => undefined });
  if (!restored.ok) return err(`${path.basename(file)}: ${failureText(restored.error, desk.preferences.read().language)}`);
  return ok({ workspace: restored.value.info.path, ...verified.value });
}

/** Reads a copy whole and compares it with its manifest. */
export async function verifyFile(desk: Desk, file: string, passphrase: string | null): Promise<Result<CopyReport, string>> {
  const { language } = desk.preferences.read();
  try {
    const verified = await verifyBackup(path.resolve(file), passphrase);
    if (!verified.ok) return err(`${path.basename(file)}: ${failureText(verified.error, language)}`);
    const { name, createdAt, appVersion, journalSeq, canonicalHash, counts } = verified.value;
    return ok({ name, createdAt, appVersion, journalSeq, ...counts, canonicalHash });
  } catch (error) {
    return err(`${path.basename(file)}: ${failureText(failureOf(error), language)}`);
  }
}

/** False also for what is not there: reading it will say so. */
export async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(path.resolve(file))).isDirectory();
  } catch (error) {
    if (failureOf(error).code === 'call.failed') throw error;
    return false;
  }
}
