import type { RowIssue } from '@shared/contracts/import-run';
import type { ImportObject } from '@shared/records/import-object';

/** A row of a sample source file, with what a true reader must make of it. */
export interface SourceRow {
  readonly cells: readonly string[];
  /** Why the row must be rejected; null = it counts. */
  readonly rejected: RowIssue['code'] | null;
  /** What its money column says, in 1/10,000 元; null = nothing that can be read. */
  readonly amountUnits: number | null;
}

/** What the sample's files hold. */
export type SampleObject = Extract<ImportObject, 'orders' | 'opportunities' | 'customers' | 'products' | 'people'>;

/** A source file before it becomes bytes. */
export interface SourceTable {
  readonly name: string;
  readonly object: SampleObject;
  /** Header of the column whose total the facts tell; '' = none. */
  readonly moneyHeader: string;
  readonly headers: readonly string[];
  readonly rows: readonly SourceRow[];
}

export const goodRow = (cells: readonly string[], amountUnits: number | null = null): SourceRow => ({ cells, rejected: null, amountUnits });

/** Spoils a copy of a good row: the named cells are replaced. Throws on a header the table lacks. */
export function spoiled(headers: readonly string[], row: SourceRow, rejected: NonNullable<SourceRow['rejected']>, changes: Readonly<Record<string, string>>, amountUnits = row.amountUnits): SourceRow {
  const cells = [...row.cells];
  for (const [header, text] of Object.entries(changes)) {
    const at = headers.indexOf(header);
    if (at < 0) throw new RangeError(`No such column: ${header}`);
    cells[at] = text;
  }
  return { cells, rejected, amountUnits };
}

/** Spreads the spoiled copies evenly among the rows; each is made from the good row it follows. */
export function withSpoiled(rows: readonly SourceRow[], spoilers: readonly ((row: SourceRow) => SourceRow)[]): SourceRow[] {
  const stride = Math.floor(rows.length / (spoilers.length + 1));
  return rows.flatMap((row, at) => {
    const spoiler = at > 0 && at % stride === 0 ? spoilers[at / stride - 1] : undefined;
    return spoiler === undefined ? [row] : [row, spoiler(row)];
  });
}
