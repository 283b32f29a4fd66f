import type { DateSystem } from '@shared/contracts/import-run';
import type { MergedRange } from './merged-range';
import type { RowBuilder } from './row-builder';

/** The rows of one sheet, whatever the file's format. */
export interface SheetRows {
  readonly merges: readonly MergedRange[];
  /** Rows to make room for; a guess. */
  readonly expectedRows: number;
  /** Hands every row to the builder, in order; yields the fraction done now and then, so that the caller can pause or stop. Throws `WorkbookFault`. */
  feed(into: RowBuilder): Generator<number, void>;
}

export interface Workbook {
  readonly dateSystem: DateSystem;
  /** In the order of the tabs; only sheets of cells (no charts, no macros). */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Throws `WorkbookFault`: `file.noSheet` when there is none of that name. */
  open(name: string): Promise<SheetRows>;
}
