import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeView, renameView, saveView } from '@renderer/data/saved-views';
import { redo, undo } from '@renderer/data/undo';
import { type TestWorkspace, openReadyWorkspace } from './test-workspace';

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openReadyWorkspace();
});
afterEach(() => ws.close());

const views = async () => (await ws.db.savedViews.toArray()).map(({ name, search }) => [name, search]);
const page = '/analysis';

test('a view is kept, replaced under its name, renamed and removed, and each of it is undone and redone', async () => {
  expect(await saveView(ws, { name: ' Web only ', page, search: { channel: 'Web' } })).toEqual({ ok: true, value: null });
  expect(await views()).toEqual([['Web only', { channel: 'Web' }]]);
  await saveView(ws, { name: 'Web only', page, search: { channel: 'Web', against: 'previous' } });
  expect(await views()).toEqual([['Web only', { channel: 'Web', against: 'previous' }]]);
  const { id } = (await ws.db.savedViews.toArray())[0]!;
  expect(await renameView(ws, id, 'Shop')).toEqual({ ok: true, value: null });
  await removeView(ws, id);
  expect(await views()).toEqual([]);
  const steps: unknown[] = [];
  for (let step = 0; step < 4; step++) {
    await undo(ws);
    steps.push(await views());
  }
  expect(steps).toEqual([[['Shop', { channel: 'Web', against: 'previous' }]], [['Web only', { channel: 'Web', against: 'previous' }]], [['Web only', { channel: 'Web' }]], []]);
  for (let step = 0; step < 3; step++) await redo(ws);
  expect(await views()).toEqual([['Shop', { channel: 'Web', against: 'previous' }]]);
});

test('a view without a name, under the name of another, too long to keep, or gone is refused, and nothing is written', async () => {
  await saveView(ws, { name: 'One', page, search: {} });
  await saveView(ws, { name: 'Two', page, search: {} });
  const before = await ws.db.changeSets.count();
  const two = (await ws.db.savedViews.toArray()).find(({ name }) => name === 'Two')!.id;
  expect(await saveView(ws, { name: '  ', page, search: {} })).toEqual({ ok: false, error: 'view.nameMissing' });
  expect(await saveView(ws, { name: 'Long', page, search: { product: 'x'.repeat(2_001) } })).toEqual({ ok: false, error: 'view.tooLong' });
  expect(await renameView(ws, two, 'One')).toEqual({ ok: false, error: 'view.nameTaken' });
  expect(await renameView(ws, two, '')).toEqual({ ok: false, error: 'view.nameMissing' });
  expect(await renameView(ws, 'nobody', 'Three')).toEqual({ ok: false, error: 'view.unknown' });
  await removeView(ws, 'nobody');
  expect(await ws.db.changeSets.count()).toBe(before);
});
