import type { ImportField, SourceMapping } from '../../contracts/import-run';
import type { TaxBasis } from '../../records/source-rule';
import { normaliseHeader } from './normalise-text';

const EXCLUSIVE = /未税|不含税|无税|除税|税前|去税|(?:excl|excluding|ex|without|before|pre|net(?:of)?)(?:the)?(?:tax|vat|gst)|(?:tax|vat|gst)(?:excl|excluded|exclusive)/;
const INCLUSIVE = /价税合计|含税|税价合计|税后|(?:incl|including|inc|with|gross)(?:of)?(?:tax|vat|gst)|(?:tax|vat|gst)(?:incl|included|inclusive)/;

/** What the header of the amounts (or, where there is none, of the prices) says; null = nothing. */
export function taxBasisOfHeaders(columns: readonly Pick<SourceMapping['columns'][number], 'header' | 'field'>[]): TaxBasis | null {
  const of = (field: ImportField) => columns.find((column) => column.field === field);
  const counted = of('amount') ?? of('price');
  return counted === undefined ? null : taxBasisOfHeader(counted.header);
}

/** Whether amounts under this header hold tax (价税合计), do not (未税金额, 不含税), or the header does not say: null. */
function taxBasisOfHeader(header: string): TaxBasis | null {
  const name = normaliseHeader(header);
  if (EXCLUSIVE.test(name)) return 'exclusive';
  return INCLUSIVE.test(name) ? 'inclusive' : null;
}
