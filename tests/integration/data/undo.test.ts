import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '@shared/records/customer';
import { commitChangeSet } from '@renderer/data/change-sets';
import type { ChangeWriter } from '@renderer/data/change-writer';
import { redo, undo, undoState } from '@renderer/data/undo';
import { WorkbenchDatabase } from '@renderer/data/database';
import { type TestWorkspace, everyRow, openReadyWorkspace } from './test-workspace';

const customer = (name: string, fields: Partial<Customer> = {}): Customer => ({ id: `c:${name}`, name, code: '', class: '', industry: '', city: '', ownerName: '', ...fields });

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openReadyWorkspace();
});
afterEach(() => ws.close());
const write = (name: string, act: (writer: ChangeWriter) => Promise<void>, kind: 'edit' | 'import' | 'commit' = 'edit') =>
  commitChangeSet(ws, { kind, label: { key: 'target_set', params: { name } } }, act);
const named = (name: string) => ({ key: 'target_set', params: { name } });

describe('undo and redo by name', () => {
  test('they walk back and forth through the edits', async () => {
    await write('first', (w) => w.put('customers', customer('Acme')));
    await write('second', (w) => w.patch('customers', 'c:Acme', { city: 'Wuxi' }));
    expect(await undoState(ws)).toEqual({ undo: named('second'), redo: null });
    expect(await undo(ws)).toEqual({ ok: true, value: named('second') });
    expect(await undoState(ws)).toEqual({ undo: named('first'), redo: named('second') });
    await undo(ws);
    expect(await ws.db.customers.count()).toBe(0);
    expect(await undoState(ws)).toEqual({ undo: null, redo: named('first') });
    await redo(ws);
    await redo(ws);
    expect((await ws.db.customers.get('c:Acme'))?.city).toBe('Wuxi');
    expect(await undoState(ws)).toEqual({ undo: named('second'), redo: null });
  });

  test('two windows at once take back two edits, and bring each back once', async () => {
    await write('first', (w) => w.put('customers', customer('Acme')));
    await write('second', (w) => w.put('customers', customer('Bolt')));
    await write('third', (w) => w.put('customers', customer('Cord')));
    const other = { ...ws, db: new WorkbenchDatabase(ws.db.name) };
    const undone = await Promise.all([undo(ws), undo(other)]);
    expect(new Set(undone.map((answer) => answer.ok && answer.value.params['name']))).toEqual(new Set(['second', 'third']));
    expect(await undoState(ws)).toEqual({ undo: named('first'), redo: named('second') });
    const redone = await Promise.all([redo(other), redo(ws), redo(other)]);
    expect(new Set(redone.map((answer) => (answer.ok ? answer.value.params['name'] : answer.error.code)))).toEqual(new Set(['second', 'third', 'undo.nothing']));
    expect(await ws.db.customers.count()).toBe(3);
    other.db.close();
  });

  test('they are change-sets of their own, so they survive a restart', async () => {
    await write('first', (w) => w.put('customers', customer('Acme')));
    await undo(ws);
    ws.db.close();
    const reopened = { ...ws, db: new WorkbenchDatabase(ws.db.name) };
    expect(await undoState(reopened)).toEqual({ undo: null, redo: named('first') });
    expect((await redo(reopened)).ok).toBe(true);
    expect(await reopened.db.customers.count()).toBe(1);
    reopened.db.close();
    await ws.db.open();
  });

  test('an edit after an undo leaves nothing to redo', async () => {
    await write('first', (w) => w.put('customers', customer('Acme')));
    await undo(ws);
    await write('second', (w) => w.put('customers', customer('Bolt')));
    expect((await undoState(ws)).redo).toBeNull();
    expect(await redo(ws)).toEqual({ ok: false, error: { code: 'undo.nothing' } });
  });

  test('setting up, committing and importing are not undone', async () => {
    await write('import', (w) => w.assert('customers', customer('Acme')), 'import');
    await write('commit', (w) => w.put('customers', customer('Bolt')), 'commit');
    expect(await undoState(ws)).toEqual({ undo: null, redo: null });
    expect(await undo(ws)).toEqual({ ok: false, error: { code: 'undo.nothing' } });
  });

  test('an edit that a later change-set wrote over is refused, naming that one', async () => {
    await write('first', (w) => w.put('customers', customer('Acme', { city: 'Wuxi' })));
    await write('edit', (w) => w.patch('customers', 'c:Acme', { city: 'Suzhou' }));
    await write('other field', (w) => w.patch('customers', 'c:Acme', { industry: 'Steel' }), 'commit');
    expect((await undo(ws)).ok).toBe(true);
    await redo(ws);
    await write('same field', (w) => w.assert('customers', customer('Acme', { city: 'Beijing' })), 'import');
    expect(await undo(ws)).toEqual({ ok: false, error: { code: 'undo.blocked', by: named('same field'), bySeq: 7 } });
    expect((await ws.db.customers.get('c:Acme'))?.city).toBe('Beijing');
  });
});

test('whatever is edited, undone and redone: undoing all gives the rows of the start, redoing all those of the end, to the byte', async () => {
  const name = fc.constantFrom('A', 'B', 'C');
  const text = fc.constantFrom('', 'x', 'y');
  const step = fc.oneof(
    fc.record({ do: fc.constant('put' as const), name, city: text, industry: text }),
    fc.record({ do: fc.constant('patch' as const), name, city: text }),
    fc.record({ do: fc.constant('remove' as const), name }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      await ws.close();
      ws = await openReadyWorkspace();
      await write('before', (w) => w.put('customers', customer('A', { city: 'x' })), 'import');
      const start = await everyRow(ws);
      for (const one of steps) {
        if (!('name' in one)) await (one.do === 'undo' ? undo(ws) : redo(ws));
        else
          await write('edit', async (w) => {
            if (one.do === 'put') await w.put('customers', customer(one.name, { city: one.city, industry: one.industry }));
            else if (one.do === 'remove') await w.remove('customers', `c:${one.name}`);
            else if (await w.get('customers', `c:${one.name}`)) await w.patch('customers', `c:${one.name}`, { city: one.city });
          });
      }
      const end = await everyRow(ws);
      let undone = 0;
      while ((await undo(ws)).ok) undone++;
      expect(await everyRow(ws)).toBe(start);
      for (; undone > 0; undone--) expect((await redo(ws)).ok).toBe(true);
      expect(await everyRow(ws)).toBe(end);
    }),
    { numRuns: 40 },
  );
});
