import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitChangeSet } from '@renderer/data/change-sets';
import { pastSteps } from '@renderer/data/past-steps';
import { redo, redoUpTo, undo, undoDownTo, undoOnly } from '@renderer/data/undo';
import { type TestWorkspace, everyRow, openReadyWorkspace } from './test-workspace';

const label = (name: string) => ({ key: 'customer_file', params: { name } });
const customer = (id: string, city: string) => ({ id, code: id, name: id, industry: '', city, class: '', ownerName: '' });

/** An edit writes the city of some customers; the first of an id makes it. */
async function edit(ws: TestWorkspace, name: string, ids: readonly number[]): Promise<void> {
  await commitChangeSet(ws, { kind: 'edit', label: label(name) }, async (writer) => {
    for (const id of ids) await writer.put('customers', customer(`c${id}`, name));
  });
}

const history = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 8 });

test('undoing down to any step, and redoing up to any, is to the byte what step by step comes to', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(), fc.nat(), async (edits, down, up) => {
      const [together, oneByOne] = [await openReadyWorkspace(), await openReadyWorkspace()];
      for (const ws of [together, oneByOne]) for (const [index, ids] of edits.entries()) await edit(ws, `step ${index}`, ids);
      const first = 1 + (down % edits.length);
      // Change-set 1 is the setting up: edit n is change-set n + 1.
      expect(await undoDownTo(together, first + 1)).toEqual({ taken: edits.length - first + 1, stopped: null });
      for (let at = edits.length; at >= first; at--) await undo(oneByOne);
      expect(await everyRow(together)).toBe(await everyRow(oneByOne));

      const last = first + (up % (edits.length - first + 1));
      expect(await redoUpTo(together, last + 1)).toEqual({ taken: last - first + 1, stopped: null });
      for (let at = first; at <= last; at++) await redo(oneByOne);
      expect(await everyRow(together)).toBe(await everyRow(oneByOne));

      const steps = await pastSteps(together, 100);
      expect(steps.map(({ undone, can }) => [undone, can])).toEqual([
        ...Array.from({ length: edits.length - last }, () => [true, 'redo']),
        ...Array.from({ length: last }, () => [false, 'undo']),
        [false, null],
      ]);
      await together.close();
      await oneByOne.close();
    }),
    { numRuns: 15 },
  );
});

test('steps stop, with the reason, where a later writing of another kind stands in the way; those before it are taken', async () => {
  const ws = await openReadyWorkspace();
  await edit(ws, 'first', [1]);
  await commitChangeSet(ws, { kind: 'import', label: label('import') }, (writer) => writer.patch('customers', 'c1', { city: 'imported' }));
  await edit(ws, 'second', [2]);
  expect(await undoDownTo(ws, 2)).toEqual({ taken: 1, stopped: { at: label('first'), blocked: { code: 'undo.blocked', by: label('import'), bySeq: 3 } } });
  expect((await ws.db.customers.toArray()).map(({ id, city }) => [id, city])).toEqual([['c1', 'imported']]);
  expect((await pastSteps(ws, 2)).map(({ label: { params }, kind, undone, can }) => [params['name'], kind, undone, can])).toEqual([['second', 'edit', true, 'redo'], ['import', 'import', false, null]]);
  await ws.close();
});

test('a notice takes back exactly what it names: only while that is the last edit, and only once', async () => {
  const ws = await openReadyWorkspace();
  await edit(ws, 'first', [1]);
  await edit(ws, 'second', [2]);
  const [second, first] = await pastSteps(ws, 2);
  expect(await undoOnly(ws, first!.id)).toEqual({ ok: false, error: { code: 'undo.notLast', by: label('second') } });
  expect(await undoOnly(ws, second!.id)).toEqual({ ok: true, value: label('second') });
  expect(await undoOnly(ws, second!.id)).toEqual({ ok: false, error: { code: 'undo.nothing' } });
  expect(await undoOnly(ws, first!.id)).toEqual({ ok: true, value: label('first') });
  expect(await ws.db.customers.count()).toBe(0);
  // An edit after an undo: what was undone before it is out of reach.
  await edit(ws, 'third', [3]);
  expect((await pastSteps(ws, 3)).map(({ can }) => can)).toEqual(['undo', null, null]);
  expect(await redoUpTo(ws, second!.seq)).toEqual({ taken: 0, stopped: null });
  await ws.close();
});
