import { describe, expect, test } from 'vitest';
import { type SourceMapping, sourceMappingSchema } from '@shared/contracts/import-run';
import { importPresets } from '@shared/domain/imports/import-presets';
import { fen } from '@shared/kernel/fen';
import { nameOrder } from '@shared/kernel/name-order';
import type { ImportBatch } from '@shared/records/import-batch';
import { countedMeasures } from '@renderer/features/data/counted-measures';
import { type SourceFacts, sourceEntries } from '@renderer/features/data/source-entries';

const mapping = (fields: Partial<SourceMapping>): SourceMapping =>
  sourceMappingSchema.parse({ object: 'orders', source: 'kingdee', encoding: 'utf-8', delimiter: ',', headerLine: 1, columns: [], countedStatuses: null, wonStages: [], lostStages: [], ...fields });
const column = (header: string, field: SourceMapping['columns'][number]['field']) => ({ header, field, dateOrder: null, decimalMark: null, shareUnit: null });
const batch = (fields: Partial<ImportBatch>): ImportBatch => ({
  id: 'b1', object: 'orders', source: 'kingdee', fileName: 'f.csv', sourceHash: '0'.repeat(64), bytes: 1, importedAt: '2026-10-01T00:00:00.000Z', mapping: {}, rows: 1, added: 1, changed: 0, unchanged: 0, rejected: 0, totals: [], months: [], bookedFen: fen(0), undoneAt: null, ...fields,
});
const entries = (facts: Partial<SourceFacts> = {}) => sourceEntries({ own: [], batches: [], profiles: [], rules: [], ...facts }, nameOrder('zh-CN'));
const entry = (name: string, facts: Partial<SourceFacts> = {}) => entries(facts).find((each) => each.name === name)!;
const kingdee = importPresets.find(({ name }) => name === 'kingdee')!;

describe('the sources of a workspace', () => {
  test('are the built-in ones and the plain table, then those of its own and those that only imports name', () => {
    const names = entries({ own: [{ id: 'Own', preset: { ...kingdee, name: 'Own' } }], batches: [batch({ source: 'lost' })] }).map(({ name, kind }) => `${name} ${kind}`);
    expect(names).toEqual([...importPresets.map(({ name }) => `${name} builtIn`), 'table plain', 'lost unknown', 'Own own']);
  });

  test('an own preset of a built-in’s name is an edit of it; one that cannot be used is said to be so, with the reason', () => {
    expect(entry('kingdee', { own: [{ id: 'kingdee', preset: kingdee }] }).kind).toBe('edited');
    const broken = entry('kingdee', { own: [{ id: 'kingdee', preset: { ...kingdee, objects: {} } }] });
    expect([broken.kind, broken.issues]).toEqual(['unusable', [{ code: 'preset.noObject' }]]);
  });

  test('only standing batches count, the latest first', () => {
    const { batches } = entry('kingdee', { batches: [batch({ id: 'old' }), batch({ id: 'new', importedAt: '2026-10-05T00:00:00.000Z' }), batch({ id: 'gone', undoneAt: '2026-10-06T00:00:00.000Z' }), batch({ id: 'other', source: 'zoho' })] });
    expect(batches.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('remembered mappings stand with their source; what no version can read is passed over', () => {
    const profiles = [{ id: 'orders:1', mapping: mapping({}) }, { id: 'orders:2', mapping: mapping({ source: 'zoho' }) }, { id: 'orders:3', mapping: 'x' }];
    expect(entry('kingdee', { profiles }).mappings.map(({ id }) => id)).toEqual(['orders:1']);
  });
});

describe('what is counted of a source', () => {
  test('is what its preset says before anything is imported, with the tax basis that was said', () => {
    expect(countedMeasures(entry('kingdee', { rules: [{ id: 'kingdee', taxBasis: 'inclusive', rates: [] }] }))).toEqual([
      { object: 'orders', importedAt: null, dateField: 'orderDate', dateHeaders: ['日期'], amountField: 'amount', amountHeaders: ['价税合计'], taxBasis: 'inclusive', countedStatuses: ['已审核', '已关闭'], wonStages: [] },
    ]);
  });

  test('is what the last standing import did, whatever the preset or the rule says since', () => {
    const read = mapping({ columns: [column('过账日', 'orderDate'), column('数量', 'quantity'), column('单价', 'price')], countedStatuses: ['已出库'], taxBasis: 'exclusive' });
    const found = countedMeasures(entry('kingdee', { batches: [batch({ mapping: read })], rules: [{ id: 'kingdee', taxBasis: 'inclusive', rates: [] }] }));
    expect(found).toEqual([
      { object: 'orders', importedAt: '2026-10-01T00:00:00.000Z', dateField: 'orderDate', dateHeaders: ['过账日'], amountField: 'price', amountHeaders: ['单价'], taxBasis: 'exclusive', countedStatuses: ['已出库'], wonStages: [] },
    ]);
  });

  test('is won value by the close date, the won amount before the amount, beside net sales and never in it', () => {
    const found = countedMeasures(entry('fxiaoke'));
    expect(found.map(({ object, dateField, amountField }) => [object, dateField, amountField])).toEqual([['orders', 'orderDate', 'amount'], ['opportunities', 'closedOn', 'wonAmount']]);
    expect(found[1]!.wonStages).toEqual(['赢单']);
  });

  test('is nothing for a source of people only', () => expect(countedMeasures(entry('table'))).toEqual([]));
});
