import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPreset } from '@shared/domain/imports/check-preset';
import { addLine, changeLine, presetLines, removeLine, setSignature } from '@shared/domain/imports/edit-preset';
import { importPresets } from '@shared/domain/imports/import-presets';
import { presetFileText } from '@shared/domain/imports/preset-file';
import { presetsInForce } from '@shared/domain/imports/presets-in-force';
import { recogniseSource } from '@shared/domain/imports/recognise-source';
import type { PresetContent, PresetObject } from '@shared/records/import-preset';
import { PRESET_FILE_BYTES, readPresetBytes } from '@renderer/features/data/read-preset-bytes';

const orders: PresetObject = { headers: { 'Beleg Nr': 'orderNumber', Datum: 'orderDate', Betrag: 'amount' }, fallback: { Netto: 'amount' }, known: ['Mandant'], signature: ['Beleg Nr|Belegnummer', 'Mandant'] };
const own: PresetContent = { name: 'Hausbank', objects: { orders }, wonStages: [], lostStages: [], countedStatuses: null };
const withOrders = (change: Partial<PresetObject>): PresetContent => ({ ...own, objects: { orders: { ...orders, ...change } } });
const bytes = (text: string) => new TextEncoder().encode(text);
const kept = (edit: ReturnType<typeof addLine>): PresetContent => {
  if (!edit.ok) throw new Error(edit.error.map(({ code }) => code).join());
  return edit.value;
};
const zoho = importPresets.find(({ name }) => name === 'zoho')!;

describe('a preset is refused with what is wrong and where', () => {
  test('no fault, no refusal', () => expect(checkPreset(own, ['zoho', 'Hausbank'])).toEqual([]));

  test.each([
    ['a field that does not exist', withOrders({ headers: { ...orders.headers, Rabatt: 'discount' } }), { code: 'preset.unknownField', object: 'orders', header: 'Rabatt', field: 'discount' }],
    ['a field of another object', withOrders({ headers: { ...orders.headers, Phase: 'stage' } }), { code: 'preset.unknownField', object: 'orders', header: 'Phase', field: 'stage' }],
    ['a required field that no header gives', withOrders({ headers: { 'Beleg Nr': 'orderNumber', Betrag: 'amount' } }), { code: 'preset.unreachable', object: 'orders', field: 'orderDate' }],
    ['no amount, and a quantity without a price', withOrders({ headers: { 'Beleg Nr': 'orderNumber', Datum: 'orderDate', Menge: 'quantity' }, fallback: {} }), { code: 'preset.unreachable', object: 'orders', field: 'amount | quantity+price' }],
    ['nothing to be recognised by', withOrders({ signature: [] }), { code: 'preset.signatureEmpty', object: 'orders' }],
    ['a part of the signature that any header meets', withOrders({ signature: ['Beleg Nr', ' | '] }), { code: 'preset.signatureEmpty', object: 'orders' }],
    ['a header twice, if only by its spelling', withOrders({ known: ['mandant', 'ＭＡＮＤＡＮＴ'] }), { code: 'preset.duplicateHeader', object: 'orders', header: 'ＭＡＮＤＡＮＴ' }],
    ['a header twice, known and mapped', withOrders({ known: ['Mandant', 'Datum'] }), { code: 'preset.duplicateHeader', object: 'orders', header: 'Datum' }],
    ['a blank header', withOrders({ known: ['Mandant', ' _ '] }), { code: 'preset.blankHeader', object: 'orders' }],
    ['no content', { ...own, objects: {} }, { code: 'preset.noObject' }],
    ['the name of the plain table', { ...own, name: 'Table' }, { code: 'preset.nameTaken', name: 'Table' }],
    ['another’s name in other letters', { ...own, name: 'ZOHO' }, { code: 'preset.nameTaken', name: 'ZOHO' }],
  ])('%s', (_, preset, issue) => expect(checkPreset(preset as PresetContent, ['zoho'])).toEqual([issue]));
});

describe('the presets in force', () => {
  const tenant = kept(changeLine(zoho, 'customers', 'Account Type', { header: 'Kundenart', field: 'class', fallback: false }));

  test('one of the workspace’s own stands in the place of the built-in one of its name; the others serve on', () => {
    expect(presetsInForce([]).map(({ name }) => name)).toEqual(importPresets.map(({ name }) => name));
    const inForce = presetsInForce([own, tenant]);
    expect(inForce.map(({ name }) => name)).toEqual([...importPresets.map(({ name }) => name), 'Hausbank']);
    expect(inForce.find(({ name }) => name === 'zoho')).toBe(tenant);
  });

  test('a tenant’s own header is recognised with the edited preset only', () => {
    const headers = ['Record Id', 'Account Name', 'Account Owner', 'Kundenart'];
    expect(recogniseSource(headers, null, presetsInForce([]))!.columns[3]).toEqual({ field: null, reason: 'none' });
    expect(recogniseSource(headers, null, presetsInForce([tenant]))!.columns[3]).toEqual({ field: 'class', reason: 'preset' });
  });

  test('a copy under a new name takes only the files of which it explains more than the original', () => {
    const copy = { ...tenant, name: 'Zoho DE' };
    const sourceOf = (...headers: string[]) => recogniseSource(headers, null, presetsInForce([copy]))!.source;
    expect(sourceOf('Record Id', 'Account Name', 'Account Owner', 'Industry')).toBe('zoho');
    expect(sourceOf('Record Id', 'Account Name', 'Account Owner', 'Kundenart')).toBe('Zoho DE');
  });

  test('one that cannot be used stands aside, and the built-in one serves', () => {
    const broken = { ...zoho, objects: { orders: withOrders({ headers: { Rabatt: 'discount' } }).objects.orders! } };
    expect(presetsInForce([broken]).find(({ name }) => name === 'zoho')).toBe(zoho);
    expect(() => recogniseSource(['Beleg Nr', 'Mandant', 'Rabatt'], null, presetsInForce([broken]))).not.toThrow();
  });
});

describe('edits of a preset', () => {
  test('a renamed header keeps its place and its field, and signs under its new name', () => {
    const renamed = kept(changeLine(own, 'orders', 'Beleg Nr', { header: 'Rechnung', field: 'orderNumber', fallback: false }));
    expect(presetLines(renamed.objects.orders!).map(({ header }) => header)).toEqual(['Rechnung', 'Datum', 'Betrag', 'Netto', 'Mandant']);
    expect(renamed.objects.orders!.signature).toEqual(['Rechnung|Belegnummer', 'Mandant']);
  });

  test('a removed header signs no longer; a part of the signature that loses all it had goes', () => {
    const without = removeLine(own, 'orders', 'Mandant');
    expect(without.objects.orders!.signature).toEqual(['Beleg Nr|Belegnummer']);
    expect(checkPreset(setSignature(without, 'orders', []), [])).toEqual([{ code: 'preset.signatureEmpty', object: 'orders' }]);
  });

  test('a header can be added, become a fallback, or be only known', () => {
    const added = kept(addLine(own, 'orders', { header: 'Wert', field: 'price', fallback: true }));
    expect(added.objects.orders!.fallback).toEqual({ Netto: 'amount', Wert: 'price' });
    const known = kept(changeLine(added, 'orders', 'Netto', { header: 'Netto', field: null, fallback: false }));
    expect([known.objects.orders!.fallback, known.objects.orders!.known]).toEqual([{ Wert: 'price' }, ['Netto', 'Mandant']]);
  });

  test('a name that another header has, if only by its spelling, is refused: two would fall into one', () => {
    const twice = { ok: false, error: [{ code: 'preset.duplicateHeader', object: 'orders', header: 'ｄａｔｕｍ' }] };
    const line = { header: 'ｄａｔｕｍ', field: 'orderNumber', fallback: false };
    expect(addLine(own, 'orders', line)).toEqual(twice);
    expect(changeLine(own, 'orders', 'Beleg Nr', line)).toEqual(twice);
    expect(changeLine(own, 'orders', 'Datum', { ...line, field: 'orderDate' }).ok).toBe(true);
  });

  test('what is added and taken away again leaves the preset as it was', () => {
    const line = fc.record({ header: fc.string({ minLength: 1, maxLength: 12 }).map((text) => `+${text}`), field: fc.constantFrom('amount', 'customer', null), fallback: fc.boolean() }).map((each) => ({ ...each, fallback: each.field !== null && each.fallback }));
    fc.assert(
      fc.property(fc.constantFrom(...importPresets), line, (preset, added) => {
        for (const object of Object.keys(preset.objects) as (keyof typeof preset.objects)[]) {
          const lines = (each: PresetContent) => presetLines(each.objects[object]!);
          const more = kept(addLine(preset, object, added));
          expect(lines(more)).toContainEqual(added);
          expect(removeLine(more, object, added.header)).toEqual(preset);
        }
      }),
    );
  });
});

describe('a preset as a file', () => {
  test.each(importPresets.map((preset) => [preset.name, preset] as const))('%s comes back equal, its headers in their order', (_, preset) => {
    expect(JSON.stringify(readPresetBytes(bytes(presetFileText(preset)), []))).toBe(JSON.stringify({ ok: true, value: preset }));
  });

  test('a byte order mark does not hinder', () => expect(readPresetBytes(bytes(`\uFEFF${presetFileText(own)}`), []).ok).toBe(true));

  test.each([
    ['not text', Uint8Array.of(0xff, 0xfe, 0x41, 0), [{ code: 'preset.notText' }]],
    ['not JSON', bytes('{"name": "x",'), [{ code: 'preset.notJson' }]],
    ['something else', bytes('[1, 2]'), [{ code: 'preset.malformed', place: '' }]],
    ['too large', new Uint8Array(PRESET_FILE_BYTES + 1), [{ code: 'preset.fileTooLarge' }]],
    ['an unknown object', bytes(JSON.stringify({ ...own, objects: { invoices: orders } })), [{ code: 'preset.unknownObject', name: 'invoices' }]],
    ['a part of the wrong kind', bytes(JSON.stringify(withOrders({ known: ['Mandant', 5] as unknown as string[] }))), [{ code: 'preset.malformed', place: 'objects.orders.known.1' }]],
    ['a part that no preset has', bytes(JSON.stringify({ ...own, script: 'x' })), [{ code: 'preset.malformed', place: 'script' }]],
    ['a field that does not exist', bytes(JSON.stringify(withOrders({ headers: { ...orders.headers, Rabatt: 'discount' } }))), [{ code: 'preset.unknownField', object: 'orders', header: 'Rabatt', field: 'discount' }]],
  ])('%s is refused with its place', (_, file, issues) => expect(readPresetBytes(file, [])).toEqual({ ok: false, error: issues }));

  test('any bytes are refused or read, never thrown at', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(bytes)), (file) => void readPresetBytes(file, ['zoho'])));
  });
});
