import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { recordTables } from '@shared/records/record-tables';
import { SCHEMA_VERSION } from '@shared/contracts/schema-version';
import { migrations } from '@renderer/data/migrations/migrations';
import { version1 } from '@renderer/data/migrations/version-1';
import { openWorkspace } from '@renderer/data/workspace';
import { canonicalHash, readRecords } from '@renderer/ledger/canonical-hash';
import { newId } from './test-workspace';

const row = { id: 'c:1', name: 'Acme', code: '1', class: '', industry: '', city: '', ownerName: '' };

test('a workspace of the first version opens with every record it had, and tables that came later are empty', async () => {
  const databaseName = `test-${newId()}`;
  const old = new Dexie(databaseName);
  old.version(1).stores(version1);
  await old.table('customers').add(row);
  old.close();
  const ws = await openWorkspace({ databaseName, id: newId(), deviceId: newId() });
  expect(await ws.db.customers.toArray()).toEqual([row]);
  for (const table of recordTables) expect(await ws.db.records(table).count(), table).toBe(table === 'customers' ? 1 : 0);
  ws.db.close();
});

test('the schema that a workspace says it has is the one the database is brought to', () => {
  expect(migrations).toHaveLength(SCHEMA_VERSION);
});

test('a copy of the first version keeps its hash: empty tables that came later change nothing, a row in one does', async () => {
  const ws = await openWorkspace({ databaseName: `test-${newId()}`, id: newId(), deviceId: newId() });
  const records = await readRecords(ws.db);
  const first = new Map([...records].filter(([table]) => table in version1));
  const hash = await canonicalHash(first, 'none');
  expect(await canonicalHash(records, 'none')).toBe(hash);
  expect(await canonicalHash(new Map([...records, ['sourceRules', [{ id: 'zoho' }]]]), 'none')).not.toBe(hash);
  ws.db.close();
});
