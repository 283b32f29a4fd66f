import { type Day, localDayOf } from '@shared/kernel/day';
import { type Id, uuidV7 } from '@shared/kernel/id';
import { type Result, err, ok } from '@shared/kernel/result';
import type { Action } from '@shared/records/action';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

/** What is typed of an action. */
export type ActionDraft = Pick<Action, 'title' | 'ownerId' | 'span' | 'dueOn' | 'criterion' | 'about'>;

export type ActionRefusal = 'action.gone' | 'action.closed' | 'action.open';

/** Writes a new action down, open; the day it is due is the day agreed. Title and criterion are trimmed. */
export async function addAction(ws: Workspace, draft: ActionDraft): Promise<Id> {
  const id = uuidV7(ws.now(), ws.random(10));
  const action: Action = { ...trimmed(draft), id, parentId: null, agreedOn: draft.dueOn, status: 'open', closedOn: null };
  await commitChangeSet(ws, { kind: 'edit', label: labelOf('action_add', action) }, (writer) => writer.put('actions', action));
  return id;
}

/** Changes what an action says. Another due day is put off (or brought forward): the day agreed stays. */
export function changeAction(ws: Workspace, id: Id, draft: ActionDraft): Promise<Result<null, ActionRefusal>> {
  return edit(ws, id, 'action_change', (action) => ({ ...action, ...trimmed(draft) }));
}

/** Puts an open action off to another day; the day agreed stays. */
export function postponeAction(ws: Workspace, id: Id, dueOn: Day): Promise<Result<null, ActionRefusal>> {
  return edit(ws, id, 'action_postpone', (action) => (action.status === 'open' ? { ...action, dueOn } : 'action.closed'));
}

/** Done today, or dropped today: it is never to be done. */
export async function closeAction(ws: Workspace, id: Id, status: 'done' | 'dropped'): Promise<Result<null, ActionRefusal>> {
  const today = await todayOf(ws);
  return edit(ws, id, status === 'done' ? 'action_done' : 'action_drop', (action) => (action.status === 'open' ? { ...action, status, closedOn: today } : 'action.closed'));
}

/** Takes back that an action was done or dropped: it is on the list again, due when it was. */
export function reopenAction(ws: Workspace, id: Id): Promise<Result<null, ActionRefusal>> {
  return edit(ws, id, 'action_reopen', (action) => (action.status === 'open' ? 'action.open' : { ...action, status: 'open', closedOn: null }));
}

async function edit(ws: Workspace, id: Id, key: string, change: (action: Action) => Action | ActionRefusal): Promise<Result<null, ActionRefusal>> {
  const standing = await ws.db.actions.get(id);
  if (standing === undefined) return err('action.gone');
  let refusal = null as ActionRefusal | null;
  await commitChangeSet(ws, { kind: 'edit', label: labelOf(key, standing) }, async (writer) => {
    const action = await writer.get('actions', id);
    const changed = action === undefined ? 'action.gone' : change(action);
    if (typeof changed === 'string') refusal = changed;
    else await writer.put('actions', changed);
  });
  return refusal === null ? ok(null) : err(refusal);
}

const trimmed = (draft: ActionDraft): ActionDraft => ({ ...draft, title: draft.title.trim(), criterion: draft.criterion.trim() });
const labelOf = (key: string, { title }: Pick<Action, 'title'>) => ({ key, params: { title } });

/** The workspace's day: its fixed one, else that of this machine. */
async function todayOf(ws: Workspace): Promise<Day> {
  return (await ws.db.settings.get('settings'))?.fixedToday ?? localDayOf(ws.now());
}
