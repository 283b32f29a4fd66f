import { uuidV7 } from '@shared/kernel/id';
import type { PackExport } from '@shared/records/pack-export';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/** Notes that a pack was written to a file. The file stays whatever is undone, so the note is no edit to undo either. */
export async function notePackExport(ws: Workspace, written: Omit<PackExport, 'id' | 'exportedAt'>): Promise<void> {
  const note: PackExport = { ...written, id: uuidV7(ws.now(), ws.random(10)), exportedAt: new Date(ws.now()).toISOString() };
  const label = { key: 'pack_export', params: { scope: note.scopeName, period: note.period } };
  await commitChangeSet(ws, { kind: 'commit', label }, (writer) => writer.put('packExports', note));
}
