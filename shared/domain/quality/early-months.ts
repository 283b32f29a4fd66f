import { type YearMonth, monthNumber } from '../../kernel/month';

/** So many months without a row part what lies far before the rest … */
const APART = 24;
/** … if it is less than this share of all rows. */
const SHARE = 0.01;

/**
 * The month from which on rows belong together: what lies before it is less than one row in a hundred and at least two years
 * without any row away, as a wrongly typed year is. Null = nothing lies so.
 */
export function firstUsualMonth(rowsOf: ReadonlyMap<YearMonth, number>): YearMonth | null {
  const months = [...rowsOf].filter(([, rows]) => rows > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const total = months.reduce((sum, [, rows]) => sum + rows, 0);
  let before = 0;
  let found: YearMonth | null = null;
  for (const [at, [month, rows]] of months.entries()) {
    const last = months[at - 1];
    if (last !== undefined && monthNumber(month) - monthNumber(last[0]) > APART && before < SHARE * total) found = month;
    before += rows;
  }
  return found;
}
