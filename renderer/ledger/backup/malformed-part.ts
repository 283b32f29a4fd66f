import type { BackupPart } from '@shared/contracts/backup-file';

/** A part of a copy that cannot be what it says: which row (from 1) and field, and why. Nothing of the copy is used. */
export class MalformedPart extends Error {
  override readonly name = 'MalformedPart';
  constructor(
    readonly part: BackupPart,
    readonly row: number,
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${part} ${row}${field === '' ? '' : ` ${field}`}: ${reason}`);
  }
}
