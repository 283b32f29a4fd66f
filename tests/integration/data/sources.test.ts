import { afterEach, beforeEach, expect, test } from 'vitest';
import { importPresets } from '@shared/domain/imports/import-presets';
import { sourceMappingSchema } from '@shared/contracts/import-run';
import { profileIdOf } from '@shared/domain/imports/header-fingerprint';
import { changeLine } from '@shared/domain/imports/edit-preset';
import type { PresetContent } from '@shared/records/import-preset';
import { commitChangeSet } from '@renderer/data/change-sets';
import { removePreset, savePreset } from '@renderer/data/import-presets';
import { forgetMapping, setRates, setTaxBasis } from '@renderer/data/source-rules';
import { redo, undo } from '@renderer/data/undo';
import { LedgerService } from '@renderer/ledger/ledger-service';
import { textSource } from '../ledger/bytes-source';
import { type TestWorkspace, everyRow, openReadyWorkspace } from './test-workspace';

const zoho = importPresets.find(({ name }) => name === 'zoho')!;
const edited = changeLine(zoho, 'customers', 'Account Type', { header: 'Kundenart', field: 'class', fallback: false });
if (!edited.ok) throw new Error('edit');
const tenant = edited.value;
const FILE = 'Record Id,Account Name,Account Owner,Kundenart\nzcrm_1,Delta,Ada,A\n';

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openReadyWorkspace();
});
afterEach(() => ws.close());

async function classColumn(ledger: LedgerService) {
  const inspected = await ledger.inspect(textSource('f.csv', FILE), null);
  if (!inspected.ok) throw new Error(inspected.error.code);
  return [inspected.value.mapping.source, inspected.value.mapping.columns[3]!.field, inspected.value.evidence[3]!.reason];
}

test('an edited preset is read with at once, and undone and redone like any edit', async () => {
  const ledger = await LedgerService.open(ws);
  const before = await everyRow(ws);
  expect(await classColumn(ledger)).toEqual(['zoho', null, 'none']);
  expect(await savePreset(ws, tenant)).toEqual({ ok: true, value: null });
  expect(await classColumn(ledger)).toEqual(['zoho', 'class', 'preset']);
  const after = await everyRow(ws);
  expect(await undo(ws)).toEqual({ ok: true, value: { key: 'preset_save', params: { name: 'zoho' } } });
  expect([await everyRow(ws), await classColumn(ledger)]).toEqual([before, ['zoho', null, 'none']]);
  await redo(ws);
  expect(await everyRow(ws)).toBe(after);
});

test('taking an own preset away brings the built-in one back', async () => {
  const ledger = await LedgerService.open(ws);
  await savePreset(ws, tenant);
  await removePreset(ws, 'zoho');
  expect([await ws.db.importPresets.count(), await classColumn(ledger)]).toEqual([0, ['zoho', null, 'none']]);
});

test('a preset that cannot be used is refused with what is wrong, and nothing is written', async () => {
  const before = await everyRow(ws);
  const sets = await ws.db.changeSets.count();
  expect(await savePreset(ws, { ...zoho, objects: {} })).toEqual({ ok: false, error: [{ code: 'preset.noObject' }] });
  expect(await savePreset(ws, { ...zoho, name: 'Zoho' })).toEqual({ ok: false, error: [{ code: 'preset.nameTaken', name: 'Zoho' }] });
  expect([await everyRow(ws), await ws.db.changeSets.count()]).toEqual([before, sets]);
});

test('headers keep their order through the database: of two that name one field the first wins', async () => {
  const preset: PresetContent = { ...zoho, name: 'Order', objects: { customers: { headers: { Zeta: 'name', Alpha: 'name', Code: 'code' }, known: [], signature: ['Code'] } } };
  await savePreset(ws, preset);
  expect(Object.keys((await ws.db.importPresets.get('Order'))!.preset.objects.customers!.headers)).toEqual(['Zeta', 'Alpha', 'Code']);
});

test('tax basis and rates of a source are set apart and undone apart', async () => {
  await setTaxBasis(ws, 'kingdee', 'exclusive');
  await setRates(ws, 'kingdee', [{ currency: 'USD', rate: '7.1234' }]);
  expect(await ws.db.sourceRules.get('kingdee')).toEqual({ id: 'kingdee', taxBasis: 'exclusive', rates: [{ currency: 'USD', rate: '7.1234' }] });
  await undo(ws);
  expect(await ws.db.sourceRules.get('kingdee')).toEqual({ id: 'kingdee', taxBasis: 'exclusive', rates: [] });
  await expect(setRates(ws, 'kingdee', [{ currency: 'USD', rate: '0' }])).rejects.toThrow('sourceRules');
});

test('a forgotten mapping is used no more, until the forgetting is undone', async () => {
  const ledger = await LedgerService.open(ws);
  const headers = ['Record Id', 'Account Name', 'Account Owner', 'Kundenart'];
  const id = profileIdOf('customers', headers);
  const mapping = sourceMappingSchema.parse({
    object: 'customers', source: 'zoho', encoding: 'utf-8', delimiter: ',', headerLine: 1, countedStatuses: null, wonStages: [], lostStages: [],
    columns: headers.map((header, at) => ({ header, field: [null, 'name', null, 'industry'][at], dateOrder: null, decimalMark: null })),
  });
  await commitChangeSet(ws, { kind: 'edit', label: { key: 'import_commit', params: { file: 'f.csv' } } }, (writer) => writer.put('sourceProfiles', { id, mapping }));
  expect(await classColumn(ledger)).toEqual(['zoho', 'industry', 'profile']);
  await forgetMapping(ws, id, 'zoho');
  expect(await classColumn(ledger)).toEqual(['zoho', null, 'none']);
  await undo(ws);
  expect(await classColumn(ledger)).toEqual(['zoho', 'industry', 'profile']);
});
