import type { ImportField, RowIssue, SourceMapping } from '@shared/contracts/import-run';
import { columnLetter } from '@shared/domain/imports/column-letter';
import type { IssueList } from './issue-list';

/** Lets through the rows that hold data and have the header's width; the rest is skipped (blank) or rejected (ragged). */
export class RowGate {
  rows = 0;
  private readonly width: number;
  private readonly columnOf = new Map<ImportField, number>();
  private readonly detailDecoder: TextDecoder;

  constructor(
    private readonly mapping: SourceMapping,
    private readonly issues: IssueList,
  ) {
    this.width = mapping.columns.length;
    this.detailDecoder = new TextDecoder(mapping.encoding);
    mapping.columns.forEach((column, at) => {
      if (column.field !== null) this.columnOf.set(column.field, at);
    });
  }

  /** True when the row is to be read. */
  admits(starts: Int32Array, ends: Int32Array, fields: number, line: number, strayQuote: boolean): boolean {
    if (line <= this.mapping.headerLine) return false;
    if (starts[0] === ends[0] && isBlankRow(starts, ends, fields)) return false;
    this.rows++;
    if (strayQuote) this.issues.add(rowIssue(line, 'row.unclosedQuote', '', null));
    else if (fields !== this.width) this.issues.add(rowIssue(line, 'row.ragged', `${fields} / ${this.width}`, null));
    else return true;
    return false;
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

function isBlankRow(starts: Int32Array, ends: Int32Array, fields: number): boolean {
  for (let i = 0; i < fields && i < starts.length; i++) if (starts[i] !== ends[i]) return false;
  return true;
}
