import { batchDrill } from '@renderer/features/data/batch-drill';
import { ownerList } from '@renderer/features/data/owner-list';
import { nameOrder } from '@shared/kernel/name-order';
import { importBatchSchema } from '@shared/records/import-batch';
import { personSchema } from '@shared/records/person';
import { describe, expect, it } from 'vitest';

const person = (id: string, name: string) => personSchema.parse({ id, name, externalId: '', title: '', managerName: '', joinedOn: null, leftOn: null });
const owner = (ownerKey: string, rows: number) => ({ source: 'crm', ownerKey, ownerName: ownerKey, rows });
const people = [person('p:1', '张伟'), person('p:2', '李娜'), person('p:3', '李娜')];

describe('owners of the sources', () => {
  it('lists those who are nobody first, the busiest first, and says on what ground each one is matched', () => {
    const identities = [{ id: 'crm:外包', source: 'crm', ownerKey: '外包', ownerName: '外包', personId: 'p:2' }];
    const list = ownerList([owner('张伟', 5), owner('李娜', 3), owner('外包', 90), owner('王芳', 7)], [], people, identities, nameOrder('zh-CN'));
    expect(list.map(({ ownerKey, personId, ground }) => [ownerKey, personId, ground])).toEqual([
      ['王芳', null, 'nobody'],
      ['李娜', null, 'nobody'],
      ['外包', 'p:2', 'decision'],
      ['张伟', 'p:1', 'match'],
    ]);
  });

  it('keeps a decision for nobody apart from no decision, and still tells who it would be', () => {
    const identities = [{ id: 'crm:张伟', source: 'crm', ownerKey: '张伟', ownerName: '张伟', personId: null }];
    expect(ownerList([owner('张伟', 5)], [], people, identities, nameOrder('zh-CN'))[0]).toMatchObject({ personId: null, automaticId: 'p:1', ground: 'decision' });
  });

  it('shows an owner of a file that is not imported yet, unless the ledger has the owner already', () => {
    const list = ownerList([owner('张伟', 5)], [owner('张伟', 9), owner('新人', 2)], people, [], nameOrder('zh-CN'));
    expect(list.map(({ ownerKey, rows, pending }) => [ownerKey, rows, pending])).toEqual([['新人', 2, true], ['张伟', 5, false]]);
  });
});

describe('rows of a batch', () => {
  const batch = importBatchSchema.parse({
    id: 'b', object: 'orders', source: 'erp', fileName: 'a.csv', sourceHash: 'a'.repeat(64), bytes: 1, importedAt: '2026-10-01T00:00:00.000Z', mapping: {}, rows: 1, added: 1,
    changed: 0, unchanged: 0, rejected: 0, totals: [], months: ['2026-01', '2026-02'], bookedFen: 100, undoneAt: null,
  });
  it('are the order lines from the first to the last day of its months', () => {
    expect(batchDrill(batch)).toMatchObject({ fact: 'orders', part: 'net', from: '2026-01-01', to: '2026-02-28' });
  });
  it('cannot be opened once it is undone, nor for files that hold no figures', () => {
    expect(batchDrill({ ...batch, undoneAt: '2026-10-02T00:00:00.000Z' })).toBeNull();
    expect(batchDrill({ ...batch, object: 'people', months: [] })).toBeNull();
  });
});
