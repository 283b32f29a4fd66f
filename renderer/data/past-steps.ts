import type { ChangeSet } from '@shared/records/change-set';
import { isInverse, undoneAmong } from './survivors';
import { redoable } from './undo';
import type { Workspace } from './workspace';

/** One thing that was done, as the history names it. */
export interface PastStep extends Pick<ChangeSet, 'seq' | 'id' | 'at' | 'actor' | 'kind' | 'label'> {
  readonly undone: boolean;
  /** What undo or redo can do up to here; null where it is not theirs: not an edit, another machine's, or undone before a later edit. */
  readonly can: 'undo' | 'redo' | null;
}

/** The last things that were done, latest first, at most so many; what took them back is not a step of its own but marks them. */
export async function pastSteps(ws: Workspace, most: number): Promise<PastStep[]> {
  const done = await ws.db.changeSets.orderBy('seq').reverse().filter((changeSet) => !isInverse(changeSet)).limit(most).toArray();
  const undone = await undoneAmong(ws.db, done);
  const again = new Set((await redoable(ws)).map(({ edit }) => edit.id));
  return done.map(({ seq, id, at, actor, kind, label, deviceId }) => {
    const isOurs = kind === 'edit' && deviceId === ws.deviceId;
    const can = !isOurs ? null : !undone.has(id) ? 'undo' : again.has(id) ? 'redo' : null;
    return { seq, id, at, actor, kind, label, undone: undone.has(id), can };
  });
}
