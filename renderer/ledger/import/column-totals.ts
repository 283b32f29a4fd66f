import type { ImportField, SourceMapping } from '@shared/contracts/import-run';
import type { ColumnTotal } from '@shared/records/import-batch';
import type { NumberReader } from './cell-readers';
import { ExactSum } from './exact-sum';

/** Exact sum of the first `rows` values; blanks add nothing. */
export function sumOf(values: Float64Array, rows: number): bigint {
  const sum = new ExactSum();
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (value === value) sum.add(value);
  }
  return sum.total();
}

/** What a mapped numeric column holds in the file, and what its accepted rows were booked as. */
export function columnTotal(mapping: SourceMapping, field: ImportField, reader: NumberReader | null, rows: number, unit: ColumnTotal['unit']): ColumnTotal[] {
  const column = mapping.columns.find((entry) => entry.field === field);
  if (reader === null || column === undefined) return [];
  return [{ field, column: column.header || field, sourceTotal: String(reader.total.total()), bookedTotal: String(sumOf(reader.values, rows)), unit }];
}
