import type { ImportAnswers } from '../../contracts/headless-command';
import type { SourceMapping } from '../../contracts/import-run';
import { normaliseHeader } from './normalise-text';
import { withRate } from './source-answers';

/** A mapping with the answers that were given beforehand; those about columns that the file does not have say nothing of it. */
export function withAnswers(mapping: SourceMapping, { taxBasis, rates, dates, shares }: ImportAnswers): SourceMapping {
  const columns = mapping.columns.map((column) => {
    const order = dates.findLast((answer) => isHeader(column.header, answer.column))?.order ?? column.dateOrder;
    const unit = shares.findLast((answer) => isHeader(column.header, answer.column))?.unit ?? column.shareUnit;
    return { ...column, dateOrder: order, shareUnit: unit };
  });
  return {
    ...mapping,
    columns,
    taxBasis: mapping.object === 'orders' ? (taxBasis ?? mapping.taxBasis) : mapping.taxBasis,
    rates: rates.reduce((known, { currency, rate }) => withRate(known, currency, rate), mapping.rates),
  };
}

/** The columns that the answers are about, by header. */
export const columnsOf = ({ dates, shares }: ImportAnswers): string[] => [...dates, ...shares].map(({ column }) => column);

export const hasColumn = ({ columns }: SourceMapping, header: string): boolean => columns.some((column) => isHeader(column.header, header));

const isHeader = (header: string, named: string): boolean => normaliseHeader(header) === normaliseHeader(named);
