import { MAX_COLUMNS } from '../csv/csv-scanner';
import { WorkbookFault } from './workbook-fault';

/** A block of merged cells; rows as the sheet numbers them (from 1), columns from 0, all inclusive. */
export interface MergedRange {
  readonly ref: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** `B2:C17`; null for a single cell or no range at all. */
export function mergedRange(ref: string): MergedRange | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
  if (!found) return null;
  const column = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, place) => sum * 26 + place, 0) - 1;
  const range = { ref, firstRow: Number(found[2]), lastRow: Number(found[4]), firstColumn: column(found[1]!), lastColumn: column(found[3]!) };
  return range.lastRow < range.firstRow || range.lastColumn < range.firstColumn ? null : range;
}

/** Walks down a sheet with the ranges that the current row lies in: a range costs the same whether it spans two rows or a million. */
export class MergeSweep {
  private readonly waiting: readonly MergedRange[];
  private next = 0;
  private open: MergedRange[] = [];

  constructor(ranges: readonly MergedRange[]) {
    this.waiting = ranges.filter((range) => range.firstColumn < MAX_COLUMNS).toSorted((a, b) => a.firstRow - b.firstRow);
  }

  /** The ranges over a row; rows must be asked for in ascending order. */
  at(row: number): readonly MergedRange[] {
    if (this.open.some((range) => range.lastRow < row)) this.open = this.open.filter((range) => range.lastRow >= row);
    for (let range = this.waiting[this.next]; range !== undefined && range.firstRow <= row; range = this.waiting[++this.next]) if (range.lastRow >= row) this.open.push(range);
    // Ranges must not overlap, so that no row can lie in more of them than it has columns.
    if (this.open.length > MAX_COLUMNS) throw new WorkbookFault('file.damaged', this.open[0]!.ref, row);
    return this.open;
  }
}
