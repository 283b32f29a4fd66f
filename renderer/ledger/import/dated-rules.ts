import type { ImportField, SourceMapping } from '@shared/contracts/import-run';
import { importFields, kindOf } from '@shared/domain/imports/import-fields';
import type { ColumnTotal } from '@shared/records/import-batch';
import type { NumberReader } from './cell-readers';
import { columnTotal } from './column-totals';
import { type DatedObject, type DatedSpec, datedSpecs } from './dated-specs';
import { type FactReaders, type FactRules, ownerDimension, statusFilter } from './fact-rules';
import type { Dimension, FactTable } from './fact-table';
import type { PackedTexts } from './packed-texts';
import type { RowHasher } from './row-hasher';

/** Rows that happened on a day and stay as the source tells them: payments, activities, complaints, survey answers. One spec each, no code. */
export class DatedRules implements FactRules {
  private readonly object: DatedObject;
  private readonly spec: DatedSpec;
  private readonly id;
  private readonly amount;
  private readonly ranges: { readonly field: ImportField; readonly reader: NumberReader; readonly most: number; readonly step: number }[];
  private readonly isCounted;

  constructor(
    private readonly mapping: SourceMapping & { readonly object: DatedObject },
    private readonly readers: FactReaders,
  ) {
    this.object = mapping.object;
    this.spec = datedSpecs[mapping.object];
    this.id = readers.text(this.spec.id);
    this.amount = readers.number('amount');
    this.isCounted = statusFilter(mapping, readers.dimension('status'));
    this.ranges = this.spec.ranges.flatMap((range) => {
      const reader = readers.number(range.field);
      return reader === null ? [] : [{ ...range, reader }];
    });
  }

  complete(row: number): ReturnType<FactRules['complete']> {
    for (const fields of this.spec.needs) {
      if (fields.some((field) => this.isFilled(field, row))) continue;
      return { field: fields.find((field) => this.mapping.columns.some((column) => column.field === field)) ?? fields[0]!, code: 'required', detail: '' };
    }
    for (const { field, reader, most, step } of this.ranges) {
      const units = reader.values[row]!;
      if (!reader.isBlank(row) && (units < 0 || units > most || units % step !== 0)) return { field, code: 'number.outOfRange', detail: String(units / 10_000) };
    }
    return this.isCounted(row) ? null : { field: 'status', code: 'status.notCounted', detail: this.readers.dimension('status')!.textAt(row) };
  }

  amountOf(row: number): number | null {
    return this.amount === null || this.amount.isBlank(row) ? null : this.amount.values[row]!;
  }

  amountOfSpoilt(row: number): number | null {
    return this.amountOf(row);
  }

  identify(hasher: RowHasher, row: number, contentHi: number, contentLo: number): boolean {
    const once = this.id !== null && !this.id.isBlank(row);
    hasher.start(once ? 8 : 3);
    if (once) this.id.addTo(hasher, row);
    else hasher.pair(contentHi, contentLo);
    hasher.finish();
    return once;
  }

  columns(rows: number): Pick<FactTable, 'dimensions' | 'days' | 'numbers' | 'texts'> {
    const dimensions: Record<string, Dimension> = {};
    const days: Record<string, Int32Array> = {};
    const numbers: Record<string, Float64Array> = {};
    const texts: Record<string, PackedTexts> = {};
    const owner = ownerDimension(this.readers, this.mapping.source, rows);
    if (owner !== null) dimensions['owner'] = owner;
    for (const { field } of importFields[this.object]) {
      if (field === 'owner' || field === 'ownerId') continue;
      const name = this.spec.columns[field] ?? field;
      const dimension = this.readers.dimension(field);
      if (dimension !== null) dimensions[name] = { ids: dimension.ids.subarray(0, rows), texts: dimension.texts };
      const day = this.readers.day(field);
      if (day !== null) days[name] = day.days.subarray(0, rows);
      const number = this.readers.number(field);
      if (number !== null) numbers[name] = number.values.subarray(0, rows);
      const text = this.readers.text(field);
      if (text !== null) texts[name] = text.packer.finish(rows);
    }
    return { dimensions, days, numbers, texts };
  }

  totals(rows: number): ColumnTotal[] {
    return importFields[this.object].flatMap(({ field }) => columnTotal(this.mapping, field, this.readers.number(field), rows, kindOf(this.object, field) === 'money' ? 'money' : 'quantity'));
  }

  private isFilled(field: ImportField, row: number): boolean {
    const reader = this.readers.day(field) ?? this.readers.number(field) ?? this.readers.text(field) ?? this.readers.dimension(field);
    return reader !== null && !reader.isBlank(row);
  }
}
