import { type ImportField, sourceMappingSchema } from '@shared/contracts/import-run';
import type { TaxBasis } from '@shared/records/source-rule';
import type { SourceEntry } from './source-entries';

/** What one measure takes from a source, as its last import did, or as its preset would. */
export interface CountedMeasure {
  readonly object: 'orders' | 'opportunities';
  /** When the import was that says so; null = the preset says so. */
  readonly importedAt: string | null;
  readonly dateField: ImportField;
  readonly dateHeaders: readonly string[];
  /** `price` = quantity × price: there is no amount. */
  readonly amountField: ImportField;
  readonly amountHeaders: readonly string[];
  readonly taxBasis: TaxBasis | null;
  /** Null = every status counts. */
  readonly countedStatuses: readonly string[] | null;
  readonly wonStages: readonly string[];
}

/** Net sales from orders and won value from opportunities: never added together. Nothing for a source that holds neither. */
export const countedMeasures = (source: SourceEntry): CountedMeasure[] => (['orders', 'opportunities'] as const).flatMap((object) => fromBatch(source, object) ?? fromPreset(source, object));

type Object = CountedMeasure['object'];
type Columns = readonly { readonly header: string; readonly field: string | null }[];

function fromBatch({ batches }: SourceEntry, object: Object): CountedMeasure[] | null {
  const last = batches.find((batch) => batch.object === object);
  const mapping = sourceMappingSchema.safeParse(last?.mapping);
  if (last === undefined || !mapping.success) return null;
  const { columns, taxBasis, countedStatuses, wonStages } = mapping.data;
  return [{ object, importedAt: last.importedAt, ...fieldsOf(object, columns), taxBasis, countedStatuses, wonStages }];
}

function fromPreset({ preset, rule }: SourceEntry, object: Object): CountedMeasure[] {
  const shape = preset?.objects[object];
  if (!preset || !shape) return [];
  const columns = Object.entries(shape.headers).map(([header, field]) => ({ header, field }));
  return [{ object, importedAt: null, ...fieldsOf(object, columns), taxBasis: rule.taxBasis, countedStatuses: preset.countedStatuses, wonStages: preset.wonStages }];
}

function fieldsOf(object: Object, columns: Columns): Pick<CountedMeasure, 'dateField' | 'dateHeaders' | 'amountField' | 'amountHeaders'> {
  const headers = (field: ImportField) => columns.filter((column) => column.field === field).map(({ header }) => header);
  const dateField = object === 'orders' ? 'orderDate' : 'closedOn';
  const amounts: readonly ImportField[] = object === 'orders' ? ['amount', 'price'] : ['wonAmount', 'amount'];
  const amountField = amounts.find((field) => headers(field).length > 0) ?? amounts[0]!;
  return { dateField, dateHeaders: headers(dateField), amountField, amountHeaders: headers(amountField) };
}
