import { type Answer, errnoOf, failureOf } from '../call-failure';

/** Why a chosen file cannot be read: gone, or held by another program (Windows says so in three ways); everything else is thrown on. */
export function readFailure(error: unknown): 'file.missing' | 'file.locked' | null {
  const errno = errnoOf(error);
  if (errno === 'ENOENT' || errno === 'ENOTDIR') return 'file.missing';
  return errno === 'EBUSY' || errno === 'EACCES' || errno === 'EPERM' || errno === 'ETXTBSY' ? 'file.locked' : null;
}

/** Does what needs a chosen file; one that cannot be read is an answer. */
export async function orUnread<T>(read: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    const code = readFailure(error);
    if (code === null) throw error;
    return { ok: false, error: { code, detail: failureOf(error).detail } };
  }
}
