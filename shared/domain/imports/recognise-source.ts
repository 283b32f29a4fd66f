import type { ImportField } from '../../contracts/import-run';
import { type ImportObject, importObjectSchema } from '../../records/import-object';
import type { PresetContent, PresetObject } from '../../records/import-preset';
import { isCommonHeader } from './common-headers';
import { importFields, missingFields, tellsObject, targetMonthFields } from './import-fields';
import { PLAIN_SOURCE, plainTableAliases } from './import-presets';
import { readMonthName, withoutUnit } from './month-name';
import { normaliseHeader } from './normalise-text';

export interface RecognisedColumn {
  readonly field: ImportField | null;
  readonly reason: 'preset' | 'alias' | 'none';
}

export interface RecognisedSource {
  readonly object: ImportObject;
  readonly source: string;
  readonly preset: PresetContent | null;
  /** Headers that the preset knows, and how many there are to know in this file. */
  readonly matched: number;
  readonly columns: readonly RecognisedColumn[];
  /** Required fields without a column; [] when the file can be read. */
  readonly missing: readonly string[];
}

/** Their columns look like those of orders or people: a word that any table could use does not tell them. */
const OWN_WORDS: ReadonlySet<ImportObject> = new Set(['payments', 'activities', 'complaints', 'surveys', 'contacts']);
const OBJECTS = importObjectSchema.options;

/**
 * Says what a header line holds: the system it comes from, the object, and a field per column, with the reason.
 * A preset needs its signature headers; what it leaves open is filled from the plain words. `presets` as `presetsInForce`
 * gives them; of two that explain equally much the earlier wins. `as` fixes the object.
 * Null when no object's required fields are there (never with `as`: then `missing` says what lacks).
 */
export function recogniseSource(headers: readonly string[], as: ImportObject | null, presets: readonly PresetContent[]): RecognisedSource | null {
  const objects = as === null ? OBJECTS : [as];
  const candidates = objects.flatMap((object) => [
    ...presets.flatMap((preset) => fromPreset(headers, object, preset)),
    fromWords(headers, object),
  ]);
  const readable = as === null ? candidates.filter((found) => tellsObject(found.object, mappedFields(found.columns), tellingFields(found, headers))) : candidates;
  // A column that the preset knows and leaves out is explained as well: it speaks for the system and its object.
  const explained = (found: RecognisedSource) => found.columns.filter((column) => column.reason !== 'none').length;
  const rank = (found: RecognisedSource) => explained(found) + (found.preset === null ? 0 : 0.5 + found.matched / 100) - found.missing.length * 100;
  return readable.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** The object whose required fields are nearest, for saying what a refused file lacks. */
export function nearestObject(headers: readonly string[]): RecognisedSource {
  const all = OBJECTS.map((object) => fromWords(headers, object));
  const mapped = (found: RecognisedSource) => found.columns.filter((column) => column.field !== null).length - found.missing.length;
  return all.toSorted((a, b) => mapped(b) - mapped(a))[0]!;
}

export const mappedFields = (columns: readonly { readonly field: ImportField | null }[]): Set<ImportField> =>
  new Set(columns.flatMap((column) => (column.field === null ? [] : [column.field])));

/** The fields that may say by themselves what the table holds. */
function tellingFields({ object, columns }: RecognisedSource, headers: readonly string[]): Set<ImportField> {
  if (!OWN_WORDS.has(object)) return mappedFields(columns);
  const own = mappedFields(columns.filter(({ reason }, at) => reason === 'preset' || !isCommonHeader(headers[at]!)));
  // Payments without a number of their own, beside a day and an amount of the order, are columns of an order.
  return object === 'payments' && !own.has('paymentNumber') && holdsOrders(headers) ? new Set() : own;
}

function holdsOrders(headers: readonly string[]): boolean {
  const { columns, missing } = fromWords(headers, 'orders');
  return missing.length === 0 && columns.some(({ field }, at) => field === 'orderDate' && !isCommonHeader(headers[at]!));
}

function fromPreset(headers: readonly string[], object: ImportObject, preset: PresetContent): RecognisedSource[] {
  const shape = preset.objects[object];
  if (shape === undefined) return [];
  const names = headers.map(normaliseHeader);
  const signed = shape.signature.every((choices) => choices.split('|').some((header) => names.includes(normaliseHeader(header))));
  if (!signed) return [];
  const known = headersOf(shape);
  const columns = fillFromWords(headers, object, assignPreset(names, object, shape));
  return [{ object, source: preset.name, preset, matched: names.filter((name) => known.has(name)).length, columns, missing: missingFields(object, mappedFields(columns)) }];
}

/** Every header that the preset names, for comparison: also one whose field another column has given. */
const headersOf = (shape: PresetObject): Set<string> => new Set([...Object.keys(shape.headers), ...Object.keys(shape.fallback ?? {}), ...shape.known].map(normaliseHeader));

function assignPreset(names: readonly string[], object: ImportObject, shape: PresetObject): RecognisedColumn[] {
  const columns: RecognisedColumn[] = names.map(() => ({ field: null, reason: 'none' }));
  const taken = new Set<ImportField>();
  for (const [header, text] of [...Object.entries(shape.headers), ...Object.entries(shape.fallback ?? {})]) {
    const field = fieldNamed(object, text);
    const at = names.indexOf(normaliseHeader(header));
    if (at < 0 || taken.has(field) || columns[at]!.field !== null) continue;
    columns[at] = { field, reason: 'preset' };
    taken.add(field);
  }
  const known = headersOf(shape);
  return columns.map((column, at) => (column.field === null && known.has(names[at]!) ? { field: null, reason: 'preset' } : column));
}

function fromWords(headers: readonly string[], object: ImportObject): RecognisedSource {
  const columns = fillFromWords(headers, object, headers.map(() => ({ field: null, reason: 'none' })));
  return { object, source: PLAIN_SOURCE, preset: null, matched: 0, columns, missing: missingFields(object, mappedFields(columns)) };
}

/** Fields still without a column take the first free one that their words name; earlier words win over later ones. */
function fillFromWords(headers: readonly string[], object: ImportObject, given: RecognisedColumn[]): RecognisedColumn[] {
  const columns = [...given];
  const names = headers.map((header) => normaliseHeader(object === 'targets' ? withoutUnit(header) : header));
  const taken = mappedFields(columns);
  if (object === 'targets') fillMonths(headers, columns, taken);
  const wishes = Object.entries(plainTableAliases[object]).flatMap(([text, words]) =>
    words.map((word, priority) => ({ field: fieldNamed(object, text), name: normaliseHeader(word), priority })),
  );
  for (const wish of wishes.toSorted((a, b) => a.priority - b.priority)) {
    const at = names.findIndex((name, index) => name === wish.name && columns[index]!.reason === 'none');
    if (at < 0 || taken.has(wish.field)) continue;
    columns[at] = { field: wish.field, reason: 'alias' };
    taken.add(wish.field);
  }
  return columns;
}

/** Columns named after a month: each month once, the first column of it. */
function fillMonths(headers: readonly string[], columns: RecognisedColumn[], taken: Set<ImportField>): void {
  headers.forEach((header, at) => {
    const name = readMonthName(header);
    const field = name === null ? undefined : targetMonthFields[name.month - 1];
    if (field === undefined || taken.has(field) || columns[at]!.reason !== 'none') return;
    columns[at] = { field, reason: 'alias' };
    taken.add(field);
  });
}

function fieldNamed(object: ImportObject, text: string): ImportField {
  const rule = importFields[object].find((entry) => entry.field === text);
  if (rule === undefined) throw new RangeError(`A preset names a field that ${object} does not have: ${text}`);
  return rule.field;
}
