import type { ImportField, RowIssue, SourceMapping } from '@shared/contracts/import-run';
import { columnLetter } from '@shared/domain/imports/column-letter';
import type { IssueList } from './issue-list';
import { SumRows } from './sum-rows';

/**
 * Lets through the rows that hold data and have the header's width; the rest is skipped (blank), rejected (ragged, or a line
 * of sums) or, after the blank line that ends the data of an export with a footer, left out and counted. Lines of sums in a
 * table of targets come through: they are checked against the rows they sum up.
 */
export class RowGate {
  rows = 0;
  /** Lines of the footer. */
  leftOut = 0;
  private ended = false;
  private lastLine = 0;
  private readonly sums: SumRows | null;
  private readonly width: number;
  private readonly columnOf = new Map<ImportField, number>();
  private readonly detailDecoder: TextDecoder;

  constructor(
    private readonly mapping: SourceMapping,
    private readonly issues: IssueList,
  ) {
    this.width = mapping.columns.length;
    this.sums = mapping.object === 'targets' ? null : new SumRows(mapping);
    this.detailDecoder = new TextDecoder(mapping.encoding);
    mapping.columns.forEach((column, at) => {
      if (column.field !== null) this.columnOf.set(column.field, at);
    });
  }

  /** True when the row is to be read. */
  admits(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, fields: number, line: number, strayQuote: boolean): boolean {
    if (line <= this.mapping.headerLine) return false;
    const blank = starts[0] === ends[0] && isBlankRow(starts, ends, fields);
    if (this.mapping.footer && this.isFooter(blank, line)) {
      if (!blank) this.leftOut++;
      return false;
    }
    if (blank) return false;
    this.rows++;
    const sum = strayQuote || this.sums === null ? -1 : this.sums.columnOf(bytes, starts, ends, Math.min(fields, this.width));
    if (strayQuote) this.issues.add(rowIssue(line, 'row.unclosedQuote', '', null));
    else if (sum >= 0) this.issues.add({ line, column: columnLetter(sum), header: this.mapping.columns[sum]!.header, code: 'row.total', detail: this.cell(bytes, starts[sum]!, ends[sum]!), amountFen: null });
    else if (fields !== this.width) this.issues.add(rowIssue(line, 'row.ragged', `${fields} / ${this.width}`, null));
    else return true;
    return false;
  }

  /** A blank line between the header and the data ends nothing. A sheet does not hand over its blank rows: they show as a gap. */
  private isFooter(blank: boolean, line: number): boolean {
    const gap = this.mapping.sheet !== null && this.lastLine > 0 && line > this.lastLine + 1;
    if (this.rows > 0 && (blank || gap)) this.ended = true;
    this.lastLine = line;
    return this.ended;
  }

  cell(bytes: Uint8Array, start: number, end: number): string {
    return this.detailDecoder.decode(bytes.subarray(start, Math.min(end, start + 320)));
  }

  /** An issue in the column that a field is mapped to; of the whole row when no column is. */
  reject(line: number, field: ImportField | null, code: RowIssue['code'], detail: string, amountFen: number | null): void {
    const at = field === null ? undefined : this.columnOf.get(field);
    if (at === undefined) this.issues.add(rowIssue(line, code, detail, amountFen));
    else this.issues.add({ line, column: columnLetter(at), header: this.mapping.columns[at]!.header, code, detail, amountFen });
  }
}

function rowIssue(line: number, code: RowIssue['code'], detail: string, amountFen: number | null): RowIssue {
  return { line, column: '', header: '', code, detail, amountFen };
}

export function isBlankRow(starts: Int32Array, ends: Int32Array, fields: number): boolean {
  for (let i = 0; i < fields && i < starts.length; i++) if (starts[i] !== ends[i]) return false;
  return true;
}
