import { uuidV7 } from '@shared/kernel/id';
import { type Result, err, ok } from '@shared/kernel/result';
import type { SavedView } from '@shared/records/saved-view';
import { commitChangeSet } from './change-sets';
import type { Workspace } from './workspace';

export type ViewRefusal = 'view.nameMissing' | 'view.nameTaken' | 'view.tooLong' | 'view.unknown';

const LONGEST = 2_000;

/** Keeps a page as it is set up under a name; a view of the page that has the name already is replaced. */
export async function saveView(ws: Workspace, { name, page, search }: Omit<SavedView, 'id'>): Promise<Result<null, ViewRefusal>> {
  const given = name.trim();
  if (given === '') return err('view.nameMissing');
  if (Object.values(search).some((text) => text.length > LONGEST)) return err('view.tooLong');
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'view_save', params: { name: given } } }, async (writer) => {
    const same = (await writer.list('savedViews')).find((view) => view.page === page && view.name === given);
    await writer.put('savedViews', { id: same?.id ?? uuidV7(ws.now(), ws.random(10)), name: given, page, search });
  });
  return ok(null);
}

/** Gives a view another name; refused where another view of its page has it. */
export async function renameView(ws: Workspace, id: string, name: string): Promise<Result<null, ViewRefusal>> {
  const given = name.trim();
  if (given === '') return err('view.nameMissing');
  let refusal = null as ViewRefusal | null;
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'view_rename', params: { name: given } } }, async (writer) => {
    const views = await writer.list('savedViews');
    const view = views.find((one) => one.id === id);
    if (view === undefined) refusal = 'view.unknown';
    else if (views.some((one) => one.id !== id && one.page === view.page && one.name === given)) refusal = 'view.nameTaken';
    else await writer.patch('savedViews', id, { name: given });
  });
  return refusal === null ? ok(null) : err(refusal);
}

/** Takes a view away; one that is gone already is no change. */
export async function removeView(ws: Workspace, id: string): Promise<void> {
  const view = await ws.db.savedViews.get(id);
  if (view !== undefined) await commitChangeSet(ws, { kind: 'edit', label: { key: 'view_remove', params: { name: view.name } } }, (writer) => writer.remove('savedViews', id));
}
