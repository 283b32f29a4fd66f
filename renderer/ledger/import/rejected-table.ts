import type { SourceMapping } from '@shared/contracts/import-run';
import { OWN_COLUMNS, guardLength, isMendedLine } from '@shared/domain/imports/own-columns';
import { isBlankRow } from './row-gate';
import type { CellFault, RowMarks, TakerOf } from './table-rows';

const APOSTROPHE = 39;

/** Hands on the rows of an export of rejected rows without the apostrophes that guard its cells from spreadsheets. */
export const unguarded = (taker: TakerOf, width: number): TakerOf => (marks) => {
  const take = taker(marks);
  const decoder = new TextDecoder();
  return (bytes, starts, ends, fields, line) => {
    for (let at = 0; at < Math.min(fields, width); at++) {
      const start = starts[at]!;
      // The guard and what it guards are ASCII in every encoding that is read.
      if (bytes[start] === APOSTROPHE && ends[at]! - start > 1) starts[at] = start + guardLength(decoder.decode(bytes.subarray(start, start + 2)));
    }
    take(bytes, starts, ends, fields, line);
  };
};

/**
 * The same for reading in earnest: a row whose line column is not a number alone was not mended (or is out of step with
 * its columns) and keeps out, since its text may look sound in its new layout.
 */
export function mendedOnly(taker: TakerOf, mapping: SourceMapping): TakerOf {
  const width = mapping.columns.length;
  const lineAt = width - OWN_COLUMNS;
  const reportAt = mapping.columns.findIndex(({ field }) => field !== null);
  const decoder = new TextDecoder(mapping.encoding);
  return (marks) => {
    let unmended: ReadonlyMap<number, CellFault> | null = null;
    const own = (): RowMarks => (unmended === null ? marks() : { ...marksOf(marks()), faults: unmended });
    const take = unguarded(taker, width)(own);
    return (bytes, starts, ends, fields, line) => {
      unmended = null;
      if (line > mapping.headerLine && fields === width && !isBlankRow(starts, ends, fields)) {
        const text = decoder.decode(bytes.subarray(starts[lineAt], Math.min(ends[lineAt]!, starts[lineAt]! + 80)));
        if (!isMendedLine(text)) unmended = new Map([[reportAt, { code: 'row.unmended', detail: text }]]);
      }
      take(bytes, starts, ends, fields, line);
    };
  };
}

/** The marks' own fields: a scanner is one, and spreading it would not see what it inherits. */
const marksOf = ({ strayQuote, numbers }: RowMarks): Omit<RowMarks, 'faults'> => ({ strayQuote, numbers });
