import { NO_DAY } from '@shared/domain/figures/fact-source';
import { fromEpochDay, monthOfDay } from '@shared/kernel/day';
import type { YearMonth } from '@shared/kernel/month';
import { type ColdSegment, type HotSegment, NO_INT, type NumberedTexts, type WholeNumbers } from '../store/segments';
import type { DictionaryDraft } from '../store/workspace-dictionaries';
import { UNCHANGED } from './compare-rows';
import type { FactTable } from './fact-table';
import { pickTexts } from './packed-texts';

const HOT_DIMENSIONS = new Set(['owner', 'customer', 'product', 'channel', 'region', 'stage']);
const HOT_NUMBERS = new Set(['quantity', 'amount', 'margin', 'orderKey', 'won', 'outcome']);

/** Month of an epoch day, each day worked out once. */
export function createMonthOf(): (epochDay: number) => YearMonth {
  const known = new Map<number, YearMonth>();
  return (epochDay) => {
    let month = known.get(epochDay);
    if (month === undefined) {
      month = monthOfDay(fromEpochDay(epochDay));
      known.set(epochDay, month);
    }
    return month;
  };
}

/** The months that a file's rows fall in, ascending: of order dates, or of the close dates of closed opportunities. */
export function monthsOf(table: FactTable, states: Uint8Array | null): YearMonth[] {
  const days = (table.object === 'orders' ? table.days['day'] : table.days['closeDay'])!;
  const distinct = new Set<number>();
  for (let row = 0; row < table.count; row++) if (states === null || states[row] !== UNCHANGED) distinct.add(days[row]!);
  distinct.delete(NO_DAY);
  const monthOf = createMonthOf();
  return [...new Set([...distinct].map(monthOf))].sort();
}

/** The rows to be written, in file order, one group per month (orders) or one for all (opportunities). */
function groupRows(table: FactTable, states: Uint8Array): { month: YearMonth | null; rows: Int32Array }[] {
  const counts = new Map<YearMonth | null, number>();
  const monthOf = createMonthOf();
  const days = table.object === 'orders' ? table.days['day']! : null;
  const groupOf = (row: number) => (days === null ? null : monthOf(days[row]!));
  for (let row = 0; row < table.count; row++) {
    if (states[row] === UNCHANGED) continue;
    const group = groupOf(row);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const groups = new Map([...counts].map(([month, count]) => [month, { rows: new Int32Array(count), filled: 0 }]));
  for (let row = 0; row < table.count; row++) {
    if (states[row] === UNCHANGED) continue;
    const group = groups.get(groupOf(row))!;
    group.rows[group.filled++] = row;
  }
  return [...groups].map(([month, { rows }]) => ({ month, rows })).toSorted((a, b) => ((a.month ?? '') < (b.month ?? '') ? -1 : 1));
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
  const wide = new Float64Array(rows.length);
  let fits = true;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    wide[i] = value;
    if (value === value && (value > 2_147_483_647 || value <= NO_INT)) fits = false;
  }
  if (!fits) return wide;
  const narrow = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) narrow[i] = wide[i] === wide[i] ? wide[i]! : NO_INT;
  return narrow;
}
