import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeSetSchema } from '@shared/records/change-set';
import type { Customer } from '@shared/records/customer';
import { commitChangeSet, plainChangeSet } from '@renderer/data/change-sets';
import type { ChangeWriter } from '@renderer/data/change-writer';
import { type TestWorkspace, everyRow, openReadyWorkspace, openTestWorkspace } from './test-workspace';

const customer = (name: string, city = ''): Customer => ({ id: `c:${name}`, name, code: '', class: '', industry: '', city, ownerName: '' });
const draft = { kind: 'edit', label: { key: 'settings_change', params: {} } } as const;

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openReadyWorkspace();
});
afterEach(() => ws.close());
const edit = (write: (writer: ChangeWriter) => Promise<void>) => commitChangeSet(ws, draft, write);

describe('a change-set', () => {
  test('holds only the fields that changed, who, when and on which device', async () => {
    await edit((w) => w.put('customers', customer('Acme', 'Suzhou')));
    const changed = await edit((w) => w.put('customers', customer('Acme', 'Wuxi')));
    expect(changed).toMatchObject({
      seq: 3,
      workspaceId: ws.workspaceId,
      deviceId: ws.deviceId,
      actor: 'Lin',
      at: '2026-10-22T02:00:00.000Z',
      changes: [{ table: 'customers', id: 'c:Acme', before: { city: 'Suzhou' }, after: { city: 'Wuxi' } }],
    });
    expect(changeSetSchema.safeParse(changed).success).toBe(true);
  });

  test('says nothing of what stays equal, and nothing is written where nothing changed', async () => {
    await edit((w) => w.put('customers', customer('Acme')));
    expect(await edit((w) => w.put('customers', customer('Acme')))).toBeNull();
    expect(await edit(async (w) => { await w.put('customers', customer('New')); await w.remove('customers', 'c:New'); })).toBeNull();
    expect(await ws.db.changeSets.count()).toBe(2);
  });

  test('of an import also says what it found equal', async () => {
    await edit((w) => w.put('customers', customer('Acme', 'Wuxi')));
    const seen = await commitChangeSet(ws, { ...draft, kind: 'import' }, (w) => w.assert('customers', customer('Acme', 'Wuxi')));
    expect(seen?.changes[0]?.after).toEqual(customer('Acme', 'Wuxi'));
    expect(seen?.changes[0]?.before).toEqual(customer('Acme', 'Wuxi'));
  });

  test('a row removed is kept whole in it', async () => {
    await edit((w) => w.put('customers', customer('Acme')));
    const removed = await edit((w) => w.remove('customers', 'c:Acme'));
    expect(removed?.changes).toEqual([{ table: 'customers', id: 'c:Acme', before: customer('Acme'), after: null }]);
    expect(await ws.db.customers.count()).toBe(0);
  });
});

describe('all or nothing', () => {
  test('a row that its schema refuses is named by table, id and field, and nothing of the change-set is kept', async () => {
    const before = await everyRow(ws);
    const failing = edit(async (w) => {
      await w.put('customers', customer('Acme'));
      await w.put('products', { id: 'pr:X', name: 'X', code: '', line: '', priceFen: Number.NaN as never });
    });
    await expect(failing).rejects.toMatchObject({ name: 'InvalidRecord', table: 'products', id: 'pr:X', field: 'priceFen' });
    expect(await everyRow(ws)).toBe(before);
    expect(await ws.db.changeSets.count()).toBe(1);
  });

  test('an impossible date and half a fen are refused too', async () => {
    await expect(edit((w) => w.put('people', { id: 'p:1', name: 'Li', externalId: '', title: '', managerName: '', joinedOn: '2024-02-30' as never, leftOn: null }))).rejects.toThrow('people p:1: joinedOn');
    await expect(edit((w) => w.put('products', { id: 'pr:X', name: 'X', code: '', line: '', priceFen: 0.5 as never }))).rejects.toThrow('priceFen');
  });

  test('a bug in the middle keeps nothing', async () => {
    await expect(edit(async (w) => { await w.put('customers', customer('Acme')); throw new Error('bug'); })).rejects.toThrow('bug');
    expect(await ws.db.customers.count()).toBe(0);
  });
});

describe('the order of change-sets', () => {
  test('numbers run 1, 2, 3 … without gaps, also when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => edit((w) => w.put('customers', customer(`C${n}`)))));
    const all = await ws.db.changeSets.toArray();
    expect(all.map((one) => one.seq)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
    expect(all.every((one) => changeSetSchema.safeParse(plainChangeSet(one)).success)).toBe(true);
  });

  test('the hybrid clock never goes back, though the wall clock does', async () => {
    for (const ms of [5_000, 1_000, 1_000, 9_000, 2_000]) {
      ws.clock.ms = ms;
      await edit((w) => w.put('customers', customer('Acme', String(Math.random()))));
    }
    const times = (await ws.db.changeSets.toArray()).map((one) => one.hlc);
    expect(times).toEqual([...new Set(times)].sort());
  });
});

test('within a change-set, reads see what it has written', async () => {
  await edit((w) => w.put('customers', customer('Acme')));
  await edit(async (w) => {
    await w.patch('customers', 'c:Acme', { city: 'Wuxi' });
    await w.put('customers', customer('New'));
    expect((await w.get('customers', 'c:Acme'))?.city).toBe('Wuxi');
    expect((await w.list('customers')).map((one) => one.name)).toEqual(['Acme', 'New']);
  });
});

test('a committed plan version cannot be changed', async () => {
  const version = { id: 'plan-2026/v1', planId: 'plan-2026', version: 1, author: 'Lin', committedAt: '2026-01-01T00:00:00.000Z', reason: 'first', rows: [] };
  await edit((w) => w.put('planCommits', version));
  await expect(edit((w) => w.put('planCommits', { ...version, reason: 'other' }))).rejects.toThrow('immutable');
  await expect(edit((w) => w.remove('planCommits', version.id))).rejects.toThrow('immutable');
});

test('without settings nobody is the actor: the write is refused', async () => {
  const blank = await openTestWorkspace();
  await expect(commitChangeSet(blank, draft, (w) => w.put('customers', customer('Acme')))).rejects.toThrow('settings');
  await blank.close();
});
