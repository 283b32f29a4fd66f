import type { BackupManifest } from '@shared/contracts/backup-file';
import type { Answer } from '../call-failure';
import { answering } from './backup-fault';
import type { OnRead } from './read-backup';

/**
 * Reads a `.smwb` file from end to end and answers its manifest when everything in it is as written; nothing is written.
 * `keep.notBackup` · `keep.passphrase` (missing, wrong, or any byte of an encrypted file changed) · `keep.newer` (detail: the
 * app version to install) · `keep.unsafe` · `keep.damaged` (detail: which entry, what) · `file.*`.
 */
export const verifyBackup = (file: string, passphrase: string | null, onRead?: OnRead): Promise<Answer<BackupManifest>> => 
  answering(async () => {
    // Few starts of the program read a backup: its libraries are loaded when one does.
    const { readBackup } = await import('./read-backup');
    return readBackup(file, passphrase, null, onRead);
  });
