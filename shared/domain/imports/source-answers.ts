import type { ColumnEvidence, SourceMapping } from '../../contracts/import-run';
import type { ExchangeRate } from '../../records/source-rule';
import { importFields, kindOf } from './import-fields';
import { taxBasisOfHeaders } from './tax-words';

/**
 * The currencies beside the workspace's own that mapped columns name or are marked with, ascending: each needs a rate, or its
 * rows are rejected. None where rows of the object are in no currency.
 */
export function foreignCurrencies({ object, columns }: Pick<SourceMapping, 'object' | 'columns'>, evidence: readonly ColumnEvidence[]): string[] {
  if (!importFields[object].some(({ field }) => field === 'currency')) return [];
  const found = columns.flatMap(({ field }, at) => (field !== null && (field === 'currency' || kindOf(object, field) === 'money') ? (evidence[at]?.currencies ?? []) : []));
  return [...new Set(found)].sort();
}

/** Whether the amounts of orders hold tax is asked where their header does not say it. */
export const asksTaxBasis = ({ object, columns }: Pick<SourceMapping, 'object' | 'columns'>): boolean => object === 'orders' && taxBasisOfHeaders(columns) === null;

/** The rates with one given, replaced or (null) taken away. */
export function withRate(rates: readonly ExchangeRate[], currency: string, rate: string | null): ExchangeRate[] {
  return [...rates.filter((entry) => entry.currency !== currency), ...(rate === null ? [] : [{ currency, rate }])];
}
