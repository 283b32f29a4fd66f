import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChangeSet } from '@shared/records/change-set';
import { readAuditHeads } from '@renderer/data/audit-heads';
import { commitChangeSet, storedChangeSet } from '@renderer/data/change-sets';
import { redo, undo } from '@renderer/data/undo';
import { noFilter } from '@renderer/features/audit/audit-filter';
import { readDetail } from '@renderer/features/audit/read-detail';
import { type AuditScan, type ReadHeads, scanChangeSets } from '@renderer/features/audit/scan-change-sets';
import { openReadyWorkspace, type TestWorkspace } from '../data/test-workspace';

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openReadyWorkspace();
});
afterEach(() => ws.close());

/** Keys in place of texts: what they say is no matter here. */
const words = { t: (key: string) => key, formats: {} } as unknown as Parameters<typeof readDetail>[3];

const edit = (city: string) =>
  commitChangeSet(ws, { kind: 'edit', label: { key: 'target_set', params: { name: city } } }, (writer) => writer.put('customers', { id: 'c1', name: 'Acme', code: '', class: '', industry: '', city, ownerName: '' }));

/** As the worker answers it. */
const read: ReadHeads = (below, limit, text) => readAuditHeads(ws.db, below, limit, text);

async function scanned(text = ''): Promise<AuditScan[]> {
  const reports: AuditScan[] = [];
  await scanChangeSets(read, { ...noFilter, text }, ({ params }) => String(params['name'] ?? ''), (scan) => reports.push(scan) > 0);
  return reports;
}

test('an edit that is taken back is marked by what took it back, and stands again once that is redone', async () => {
  await edit('Wuxi');
  const second = (await edit('Suzhou'))!.seq;
  await undo(ws);
  const [undone] = await scanned();
  expect(undone?.entries.slice(0, 3).map(({ seq, kind, undoneBy }) => [seq, kind, undoneBy])).toEqual([[second + 1, 'undo', null], [second, 'edit', second + 1], [second - 1, 'edit', null]]);
  await redo(ws);
  const [redone] = await scanned();
  expect(redone?.entries.slice(0, 3).map(({ seq, kind, undoneBy }) => [seq, kind, undoneBy])).toEqual([[second + 2, 'redo', null], [second + 1, 'undo', second + 2], [second, 'edit', null]]);
  const detail = await readDetail(ws.db, second, 10, words);
  expect(detail).toMatchObject({ undoneBy: null, takesBack: null, more: 0, rows: [{ name: 'Acme', kind: 'changed', lines: [{ field: 'audit.field_city', before: 'Wuxi', after: 'Suzhou' }] }] });
  expect(await readDetail(ws.db, 9_999, 10, words)).toBeNull();
});

test('a long history is reported page by page, newest first, every line once, and stops when nobody listens', async () => {
  const first = (await edit('Wuxi'))!;
  const copies = Array.from({ length: 1_000 }, (_, index): ChangeSet => ({ ...first, id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`, seq: first.seq + 1 + index, label: { key: 'target_set', params: { name: `line ${index}` } } }));
  await ws.db.changeSets.bulkAdd(copies.map(storedChangeSet));
  const reports = await scanned();
  const last = reports.at(-1)!;
  expect(reports.length).toBeGreaterThan(5);
  expect(reports[0]!.entries).toHaveLength(200);
  expect(last.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: last.total }, (_, index) => last.total - index));
  expect([last.scanned, last.people]).toEqual([last.total, [first.actor]]);
  expect((await scanned('line 77')).at(-1)!.entries.map(({ label }) => label.params['name'])).toEqual(['line 779', 'line 778', 'line 777', 'line 776', 'line 775', 'line 774', 'line 773', 'line 772', 'line 771', 'line 770', 'line 77']);
  let heard = 0;
  await scanChangeSets(read, noFilter, () => '', () => ++heard < 2);
  expect(heard).toBe(2);
});
