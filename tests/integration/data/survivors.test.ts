import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeSet } from '@shared/records/change-set';
import type { Customer } from '@shared/records/customer';
import { commitChangeSet } from '@renderer/data/change-sets';
import { type RowRef, restoreSurvivors } from '@renderer/data/survivors';
import { undo } from '@renderer/data/undo';
import { type TestWorkspace, everyRow, openReadyWorkspace } from './test-workspace';

const customer = (name: string, fields: Partial<Customer> = {}): Customer => ({ id: `c:${name}`, name, code: '', class: '', industry: '', city: '', ownerName: '', ...fields });
const label = { key: 'settings_change', params: {} };

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openReadyWorkspace();
});
afterEach(() => ws.close());

async function imported(rows: readonly Customer[]): Promise<ChangeSet> {
  const changeSet = await commitChangeSet(ws, { kind: 'import', label }, async (w) => {
    for (const row of rows) await w.assert('customers', row);
  });
  return changeSet!;
}
const edited = (id: string, fields: Partial<Customer>) => commitChangeSet(ws, { kind: 'edit', label }, (w) => w.patch('customers', id, fields));
async function takenBack(changeSet: ChangeSet): Promise<RowRef[]> {
  let kept: RowRef[] = [];
  await commitChangeSet(ws, { kind: 'undoImport', label, inverseOf: changeSet.id }, async (w) => {
    kept = await restoreSurvivors(w, changeSet);
  });
  return kept;
}
const row = (name: string) => ws.db.customers.get(`c:${name}`);

describe('taking an import back', () => {
  test('a value that a second file confirmed stays while that file stands', async () => {
    const first = await imported([customer('Acme', { city: 'Wuxi' })]);
    const second = await imported([customer('Acme', { city: 'Wuxi' })]);
    await takenBack(first);
    expect((await row('Acme'))?.city).toBe('Wuxi');
    await takenBack(second);
    expect(await row('Acme')).toBeUndefined();
  });

  test('a value it wrote over comes back', async () => {
    await imported([customer('Acme', { city: 'Wuxi' })]);
    const second = await imported([customer('Acme', { city: 'Suzhou' }), customer('Bolt')]);
    expect(await takenBack(second)).toEqual([]);
    expect((await row('Acme'))?.city).toBe('Wuxi');
    expect(await row('Bolt')).toBeUndefined();
  });

  test('a row that the user edited since is kept with that edit, and named', async () => {
    const first = await imported([customer('Acme', { city: 'Wuxi' }), customer('Bolt')]);
    await edited('c:Acme', { city: 'Beijing' });
    expect(await takenBack(first)).toEqual([{ table: 'customers', id: 'c:Acme' }]);
    expect(await row('Acme')).toEqual(customer('Acme', { city: 'Beijing' }));
    expect((await undo(ws)).ok).toBe(true);
    expect(await row('Acme')).toBeUndefined();
  });
});

const name = fc.constantFrom('A', 'B', 'C', 'D');
const text = fc.constantFrom('', 'x', 'y', 'z');
const file = fc.uniqueArray(fc.record({ name, city: text, industry: text }), { selector: (one) => one.name, minLength: 1, maxLength: 4 });

test('files taken back in any order leave what the files that stand say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), async (files, picks) => {
      await ws.close();
      ws = await openReadyWorkspace();
      const start = await everyRow(ws);
      const standing: { changeSet: ChangeSet; rows: Customer[] }[] = [];
      for (const one of files) {
        const rows = one.map((fields) => customer(fields.name, fields));
        standing.push({ changeSet: await imported(rows), rows });
      }
      while (standing.length > 0) {
        const [gone] = standing.splice(picks.next().value! % standing.length, 1);
        await takenBack(gone!.changeSet);
        const said = new Map(standing.flatMap(({ rows }) => rows.map((one) => [one.id, one] as const)));
        expect(await ws.db.customers.toArray()).toEqual([...said.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
      }
      expect(await everyRow(ws)).toBe(start);
    }),
    { numRuns: 30 },
  );
});

test('with edits between the files, only who stands counts, not the order of taking back', async () => {
  const edit = fc.record({ name, city: text });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(file, edit), { minLength: 2, maxLength: 8 }), async (steps) => {
      const outcomes: string[] = [];
      for (const turned of [false, true]) {
        await ws.close();
        ws = await openReadyWorkspace();
        const start = await everyRow(ws);
        const files: ChangeSet[] = [];
        for (const step of steps) {
          if (Array.isArray(step)) files.push(await imported(step.map((fields) => customer(fields.name, fields))));
          else if (await row(step.name)) await edited(`c:${step.name}`, { city: step.city });
        }
        for (const one of turned ? files.toReversed() : files) await takenBack(one);
        outcomes.push(await everyRow(ws));
        while ((await undo(ws)).ok) continue;
        expect(await everyRow(ws)).toBe(start);
      }
      expect(outcomes[0]).toBe(outcomes[1]);
    }),
    { numRuns: 25 },
  );
});
