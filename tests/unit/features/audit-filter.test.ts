import { describe, expect, test } from 'vitest';
import { day, localDayOf } from '@shared/kernel/day';
import type { ChangeSet } from '@shared/records/change-set';
import { auditHead } from '@renderer/data/audit-heads';
import { type AuditFilter, isFiltered, noFilter, passes } from '@renderer/features/audit/audit-filter';

const id = '01890000-0000-7000-8000-000000000001';
const edit: ChangeSet = {
  id, seq: 7, workspaceId: id, deviceId: id, hlc: `000000000000001-000000-${id}`, at: '2026-05-04T12:00:00.000Z', actor: 'Ada', kind: 'edit', label: { key: 'owner_decide', params: { name: 'Bo' } }, inverseOf: null, batch: null,
  changes: [
    { table: 'customers', id: 'c1', before: { city: 'Wuxi' }, after: { city: 'Suzhou' } },
    { table: 'reviews', id: 'r1', before: null, after: { praise: 'Steady', signatures: [{ snapshot: { everything: 'frozen words' } }] } },
  ],
};
const seen = (filter: Partial<AuditFilter>) => passes(auditHead(edit, filter.text ?? ''), { ...noFilter, ...filter }, 'Decided who Bo is');
const today = localDayOf(Date.parse(edit.at));

describe('the audit list is narrowed', () => {
  test('by person, kind and content', () => {
    expect([seen({ person: 'Ada' }), seen({ person: 'Bo' })]).toEqual([true, false]);
    expect([seen({ kind: 'edit' }), seen({ kind: 'import' })]).toEqual([true, false]);
    expect([seen({ table: 'reviews' }), seen({ table: 'plans' })]).toEqual([true, false]);
  });

  test('by days of this machine, both ends included', () => {
    expect([seen({ from: today }), seen({ to: today }), seen({ from: today, to: today })]).toEqual([true, true, true]);
    expect([seen({ from: day('2026-05-06') }), seen({ to: day('2026-05-02') })]).toEqual([false, false]);
  });

  test('by text in its name, its author and every value before and after, in any case; not by what a signature froze', () => {
    expect(['who bo', 'ADA', 'wuxi', 'SUZHOU', 'steady', ' c1 '].map((text) => seen({ text }))).toEqual([true, true, true, true, true, true]);
    expect(['city', 'frozen words', 'nowhere'].map((text) => seen({ text }))).toEqual([false, false, false]);
  });

  test('not at all by blanks', () => {
    expect(isFiltered({ ...noFilter, text: '  ' })).toBe(false);
    expect(isFiltered({ ...noFilter, person: 'Ada' })).toBe(true);
    expect(seen({ text: '  ' })).toBe(true);
  });
});
