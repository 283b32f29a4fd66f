import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '@shared/kernel/day';
import { type ActionDraft, addAction, changeAction, closeAction, postponeAction, reopenAction } from '@renderer/data/actions';
import { notePackExport } from '@renderer/data/pack-exports';
import { redo, undo, undoState } from '@renderer/data/undo';
import { type TestWorkspace, everyRow, newId, openReadyWorkspace } from './test-workspace';

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openReadyWorkspace();
});
afterEach(() => ws.close());

const draft: ActionDraft = { title: ' Call Acme ', ownerId: 'p:1', span: 'week', dueOn: day('2026-10-29'), criterion: 'A date is set', about: { kind: 'customer', id: 'Acme' } };
const standing = async (id: string) => (await ws.db.actions.get(id))!;

test('an action is added, put off, done and opened again; the day first agreed stays, and each step goes back by its name', async () => {
  const id = await addAction(ws, draft);
  expect(await standing(id)).toMatchObject({ title: 'Call Acme', agreedOn: '2026-10-29', dueOn: '2026-10-29', status: 'open', closedOn: null, parentId: null });
  const added = await everyRow(ws);
  expect(await postponeAction(ws, id, day('2026-11-05'))).toEqual({ ok: true, value: null });
  expect(await closeAction(ws, id, 'done')).toEqual({ ok: true, value: null });
  expect(await standing(id)).toMatchObject({ agreedOn: '2026-10-29', dueOn: '2026-11-05', status: 'done', closedOn: '2026-10-22' });
  const isDone = await everyRow(ws);
  expect((await undoState(ws)).undo).toEqual({ key: 'action_done', params: { title: 'Call Acme' } });
  await undo(ws);
  await undo(ws);
  expect(await everyRow(ws)).toBe(added);
  await redo(ws);
  await redo(ws);
  expect(await everyRow(ws)).toBe(isDone);
  expect(await reopenAction(ws, id)).toEqual({ ok: true, value: null });
  expect(await standing(id)).toMatchObject({ status: 'open', closedOn: null, dueOn: '2026-11-05' });
});

test('changing an action keeps what was agreed; dropping one closes it on the workspace’s day', async () => {
  const id = await addAction(ws, draft);
  await changeAction(ws, id, { ...draft, title: 'Visit Acme', dueOn: day('2026-10-25') });
  expect(await standing(id)).toMatchObject({ title: 'Visit Acme', dueOn: '2026-10-25', agreedOn: '2026-10-29' });
  await closeAction(ws, id, 'dropped');
  expect(await standing(id)).toMatchObject({ status: 'dropped', closedOn: '2026-10-22' });
});

test('what is closed is not closed twice, what is open not opened, and what is gone refuses everything; nothing is written', async () => {
  const id = await addAction(ws, draft);
  expect(await reopenAction(ws, id)).toEqual({ ok: false, error: 'action.open' });
  await closeAction(ws, id, 'done');
  const before = await everyRow(ws);
  expect(await closeAction(ws, id, 'dropped')).toEqual({ ok: false, error: 'action.closed' });
  expect(await postponeAction(ws, id, day('2026-12-01'))).toEqual({ ok: false, error: 'action.closed' });
  expect(await changeAction(ws, newId(), draft)).toEqual({ ok: false, error: 'action.gone' });
  expect(await everyRow(ws)).toBe(before);
});

test('a written pack is noted and no step to undo: the file is there', async () => {
  await addAction(ws, draft);
  const { undo: before } = await undoState(ws);
  await notePackExport(ws, { period: '2026-09', scopeId: 'u:', scopeName: 'East', fileName: 'east.pdf', pages: 12, drafts: 1, language: 'en' });
  expect(await ws.db.packExports.toArray()).toMatchObject([{ period: '2026-09', drafts: 1, exportedAt: '2026-10-22T02:00:00.000Z' }]);
  expect((await undoState(ws)).undo).toEqual(before);
});
