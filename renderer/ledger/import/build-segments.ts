import { NO_DAY } from '@shared/domain/figures/fact-source';
import { fromEpochDay, monthOfDay } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import { type ColdSegment, type HotSegment, NO_INT, type NumberedTexts, type WholeNumbers } from '../store/segments';
import type { DictionaryDraft } from '../store/workspace-dictionaries';
import { UNCHANGED } from './compare-rows';
import type { FactTable } from './fact-table';
import { pickTexts } from './packed-texts';

const HOT_DIMENSIONS = new Set(['owner', 'customer', 'product', 'channel', 'region', 'stage', 'method', 'activityKind', 'category', 'severity']);
const HOT_NUMBERS = new Set(['quantity', 'amount', 'margin', 'orderKey', 'won', 'outcome', 'nps', 'csat']);

/** The months that a file's rows fall in, ascending: of the days they count on, or of the close dates of closed opportunities. */
export function monthsOf(table: FactTable, states: Uint8Array | null): YearMonth[] {
  const days = (table.object === 'opportunities' ? table.days['closeDay'] : table.days['day'])!;
  const distinct = new Set<number>();
  for (let row = 0; row < table.count; row++) if (states === null || states[row] !== UNCHANGED) distinct.add(days[row]!);
  distinct.delete(NO_DAY);
  return [...new Set([...distinct].map((day) => monthOfDay(fromEpochDay(day))))].sort();
}

/** The rows to be written, in file order, one group per month, or one for all (opportunities). */
function groupRows(table: FactTable, states: Uint8Array): { month: YearMonth | null; rows: Int32Array }[] {
  const groupOf = table.object === 'opportunities' ? { months: [null], ofRow: () => 0 } : monthGroups(table.days['day']!);
  const counts = new Int32Array(groupOf.months.length);
  for (let row = 0; row < table.count; row++) if (states[row] !== UNCHANGED) counts[groupOf.ofRow(row)]!++;
  const groups = groupOf.months.map((month, group) => ({ month, rows: new Int32Array(counts[group]!) }));
  const filled = new Int32Array(counts.length);
  for (let row = 0; row < table.count; row++) {
    if (states[row] === UNCHANGED) continue;
    const group = groupOf.ofRow(row);
    groups[group]!.rows[filled[group]!++] = row;
  }
  return groups.filter((group) => group.rows.length > 0);
}

/** The months of a day column, ascending, and each row's month among them: a table over its days, no look-up per row. */
function monthGroups(days: Int32Array): { months: YearMonth[]; ofRow: (row: number) => number } {
  let first = Infinity;
  let last = -Infinity;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const months: YearMonth[] = [];
  const groupOfDay = Int32Array.from({ length: days.length === 0 ? 0 : last - first + 1 }, (_, offset) => {
    const month = monthOfDay(fromEpochDay(first + offset));
    return months.at(-1) === month ? months.length - 1 : months.push(month) - 1;
  });
  return { months, ofRow: (row) => groupOfDay[days[row]! - first]! };
}

/** Makes a batch's segments one after the other, so that only one is in hand at a time. Unchanged rows are not written again. */
export function* buildSegments(table: FactTable, states: Uint8Array, batchId: string, source: string, draft: DictionaryDraft): Generator<{ hot: HotSegment; cold: ColdSegment }> {
  const numbered = new Map(
    Object.entries(table.dimensions).map(([kind, dimension]) => [kind, { ids: dimension.ids, numbers: Uint32Array.from(dimension.texts, (text) => draft.numberFor(kind, text)) }]),
  );
  for (const { month, rows } of groupRows(table, states)) {
    const id = `${batchId}/${month ?? 'all'}`;
    const dimensions = [...numbered].map(([kind, { ids, numbers }]) => [kind, pickNumbers(ids, numbers, rows)] as const);
    const numbers = Object.entries(table.numbers).map(([name, values]) => [name, pickWholes(values, rows)] as const);
    const hot: HotSegment = {
      id,
      batchId,
      object: table.object,
      source,
      month,
      count: rows.length,
      dimensions: Object.fromEntries(dimensions.filter(([kind]) => HOT_DIMENSIONS.has(kind))),
      days: Object.fromEntries(Object.entries(table.days).map(([name, days]) => [name, Int32Array.from(rows, (row) => days[row]!)])),
      numbers: Object.fromEntries(numbers.filter(([name]) => HOT_NUMBERS.has(name))),
      keyHi: pickHashes(table.keyHi, rows),
      keyLo: pickHashes(table.keyLo, rows),
      contentHi: pickHashes(table.contentHi, rows),
      contentLo: pickHashes(table.contentLo, rows),
    };
    const cold: ColdSegment = {
      id,
      batchId,
      lines: pickHashes(table.lines, rows),
      dimensions: Object.fromEntries(dimensions.filter(([kind]) => !HOT_DIMENSIONS.has(kind))),
      numbers: Object.fromEntries(numbers.filter(([name]) => !HOT_NUMBERS.has(name))),
      texts: Object.fromEntries(Object.entries(table.texts).map(([name, texts]) => [name, pickTexts(texts, rows)])),
    };
    yield { hot, cold };
  }
}

function pickHashes(values: Uint32Array, rows: Int32Array): Uint32Array {
  const picked = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!;
  return picked;
}

/** Two bytes a number, four where a dictionary is larger: few shapes keep the figures' loops fast. */
function pickNumbers(ids: Int32Array, numbers: Uint32Array, rows: Int32Array): NumberedTexts {
  const wide = numbers.some((number) => number > 0xffff);
  const picked = wide ? new Uint32Array(rows.length) : new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = numbers[ids[rows[i]!]!]!;
  return picked;
}

function pickWholes(values: Float64Array, rows: Int32Array): WholeNumbers {
  const narrow = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    const whole = value | 0;
    if (whole === value && whole !== NO_INT) narrow[i] = whole;
    else if (value !== value) narrow[i] = NO_INT;
    else return pickWide(values, rows);
  }
  return narrow;
}

function pickWide(values: Float64Array, rows: Int32Array): Float64Array {
  const wide = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) wide[i] = values[rows[i]!]!;
  return wide;
}
