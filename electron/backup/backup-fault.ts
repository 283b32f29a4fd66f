import { ok } from '@shared/kernel/result';
import type { CallFailureCode } from '@shared/contracts/workbench-calls';
import { type Answer, errnoOf, failureOf, refuse } from '../call-failure';

/** An expected reason why a backup cannot be read or written: thrown inside this room, answered at its border. */
export class BackupFault extends Error {
  constructor(
    readonly code: CallFailureCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** An entry that is not what was written: `parts/people.br: changed`. */
export const damaged = (place: string, what: string): BackupFault => new BackupFault('keep.damaged', `${place}: ${what}`);

/** Answers the work's value, its fault, or the disk's own error by name (ENOSPC = `file.diskFull`); a bug still throws. */
export async function answering<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof BackupFault) return refuse(error.code, error.detail);
    if (isDiskError(error)) {
      const { code, detail } = failureOf(error);
      return refuse(code, detail);
    }
    throw error;
  }
}

/** The operating system's errors are named ENOSPC, EIO …; node's own begin with ERR_ and are bugs. */
export const isDiskError = (error: unknown): boolean => /^E[A-Z0-9]+$/.test(errnoOf(error) ?? '');
