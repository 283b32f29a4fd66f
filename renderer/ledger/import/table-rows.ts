import type { RowIssue } from '@shared/contracts/import-run';
import type { RowTaker } from '../csv/csv-scanner';

/** Why a cell must not be read, whatever it shows. */
export interface CellFault {
  readonly code: RowIssue['code'];
  readonly detail: string;
}

/** What is to be known of a row besides its cells; true during the call that takes the row. */
export interface RowMarks {
  /** Text after a closing quote (text files only). */
  readonly strayQuote: boolean;
  /** Cells that must not be read, by column; null when there are none. */
  readonly faults: ReadonlyMap<number, CellFault> | null;
  /** 1 where a column's cell is a number of a workbook, not a text that looks like one; null for text files. */
  readonly numbers: Uint8Array | null;
}

/** Makes the taker of a table's rows; the marks are those of the row in hand. */
export type TakerOf = (marks: () => RowMarks) => RowTaker;
