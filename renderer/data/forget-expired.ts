import Dexie from 'dexie';
import { call } from '@renderer/platform/workbench';
import type { Workspace } from './workspace';

/**
 * Deletes the databases of generations whose time is over and tells main; never the open one. Answers their names.
 * A failure is only logged: main names them again at the next opening.
 */
export async function forgetExpired({ db }: Workspace): Promise<string[]> {
  const expired = await call('keep.expired', {});
  if (!expired.ok) return [];
  const gone: string[] = [];
  for (const name of expired.value.databaseNames) {
    if (name === db.name) continue;
    try {
      await Dexie.delete(name);
      gone.push(name);
    } catch (cause) {
      await call('log.write', { level: 'warn', message: `${name} was not deleted: ${String(cause)}` });
    }
  }
  // Also when there was none: main has journals of its own to let go.
  await call('keep.forgotten', { databaseNames: gone });
  return gone;
}
