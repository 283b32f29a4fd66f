import type { CallFailure, CallFailureCode } from '@shared/contracts/workbench-calls';
import { err, type Result } from '@shared/kernel/result';

/** Answer of a handler: what was asked for, or why not. */
export type Answer<T> = Result<T, CallFailure>;

export const refuse = (code: CallFailureCode, detail = ''): Result<never, CallFailure> => err({ code, detail });

const codeOfErrno: Readonly<Record<string, CallFailureCode>> = {
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  ENOSPC: 'file.diskFull',
  EDQUOT: 'file.diskFull',
  EROFS: 'file.readOnly',
  EACCES: 'file.readOnly',
  EPERM: 'file.readOnly',
  EISDIR: 'file.readOnly',
  EBUSY: 'file.locked',
  ETXTBSY: 'file.locked',
};

export function errnoOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** What a throw means to the user: a disk's own errors by name, everything else the given code (a bug, logged by the caller). */
export function failureOf(error: unknown, otherwise: CallFailureCode = 'call.failed'): CallFailure {
  const errno = errnoOf(error);
  const code = (errno === null ? undefined : codeOfErrno[errno]) ?? otherwise;
  return { code, detail: errno ?? (error instanceof Error ? error.message : String(error)) };
}
