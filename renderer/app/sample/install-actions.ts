import { commitChangeSet } from '@renderer/data/change-sets';
import type { Workspace } from '@renderer/data/workspace';
import { day } from '@shared/kernel/day';
import { uuidV7 } from '@shared/kernel/id';
import type { Action } from '@shared/records/action';
import { ACTIONS, type SampleAction } from '../../../resources/sample/action-story';

/** Writes down what the story agreed, all of it in one step; where actions already stand, nothing. Throws for an owner who is not in the cast. */
export async function installActions(ws: Workspace): Promise<void> {
  if ((await ws.db.actions.count()) > 0) return;
  const idOf = new Map((await ws.db.people.toArray()).map(({ id, name }) => [name, id]));
  await commitChangeSet(ws, { kind: 'setup', label: { key: 'setup', params: {} } }, async (writer) => {
    for (const [at, action] of ACTIONS.entries()) await writer.put('actions', actionOf(action, at, idOf));
  });
}

/** The same ids at every filling, so that two samples are the same to the hash. */
function actionOf({ title, owner, agreedOn, dueOn, doneOn, criterion, customer }: SampleAction, at: number, idOf: ReadonlyMap<string, string>): Action {
  const ownerId = owner === null ? null : idOf.get(owner);
  if (ownerId === undefined) throw new Error(`Nobody in the sample is called ${owner}`);
  return {
    id: uuidV7(Date.parse(agreedOn) + at, new Uint8Array(10).fill(at)),
    title,
    ownerId,
    span: 'week',
    parentId: null,
    about: customer === undefined ? null : { kind: 'customer', id: customer },
    agreedOn: day(agreedOn),
    dueOn: day(dueOn ?? agreedOn),
    criterion,
    status: doneOn === undefined ? 'open' : 'done',
    closedOn: doneOn === undefined ? null : day(doneOn),
  };
}
