import type { FileIssue, RowIssue, SourceMapping } from '@shared/contracts/import-run';
import { sourceColumns } from '@shared/domain/imports/own-columns';
import { type Result, ok } from '@shared/kernel/result';
import type { WorkbenchDatabase } from '@renderer/data/database';
import type { ByteSource } from '../csv/byte-source';
import type { ColumnStore } from '../store/column-store';
import { dryRun } from './dry-run';
import { openTable } from './open-table';
import type { ScanWatch } from './scan-file';
import type { TakerOf } from './table-rows';

/** A row as the source holds it, with everything that is wrong with it. */
export interface RejectedRow {
  readonly line: number;
  /** Verbatim, as many as the row has; the columns of an earlier export of rejected rows are left out. */
  readonly cells: readonly string[];
  readonly issues: readonly RowIssue[];
}

export interface RejectedRows {
  /** The file's own header. */
  readonly header: readonly string[];
  readonly rows: readonly RejectedRow[];
}

const QUOTE = 34;

/**
 * Every rejected row of a file, whole, in file order: it is read again twice by the mapping, once to judge and once to
 * take the rows. `import.cancelled` and files that can no longer be read are answers, as in a dry run.
 */
export async function rejectedRows(db: WorkbenchDatabase, store: ColumnStore, source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<RejectedRows, FileIssue>> {
  const judged = await dryRun(db, store, 'rejected', source, mapping, { ...watch, mostIssues: Infinity });
  if (!judged.ok) return judged;
  const issuesOf = new Map<number, RowIssue[]>();
  for (const issue of judged.value.report.issues) {
    const list = issuesOf.get(issue.line);
    if (list === undefined) issuesOf.set(issue.line, [issue]);
    else list.push(issue);
  }
  const opened = await openTable(source, mapping);
  if (!opened.ok) return opened;
  const header = mapping.columns.map((column) => column.header);
  const own = sourceColumns(header, header);
  const rows: RejectedRow[] = [];
  const taker: TakerOf = (marks) => {
    const cellsOf = cellReader(mapping);
    return (bytes, starts, ends, fields, line) => {
      const issues = issuesOf.get(line);
      if (issues === undefined) return;
      const cells = cellsOf(bytes, starts, ends, fields, marks().strayQuote);
      rows.push({ line, issues, cells: [...cells.slice(0, own.length), ...cells.slice(header.length)] });
    };
  };
  const scanned = await opened.value.scan(taker, () => rows.length, watch);
  return scanned.ok ? ok({ header: own, rows }) : scanned;
}

/** Decodes a row; where text follows a closing quote, the quotes are put back as they stand in the file. */
function cellReader(mapping: SourceMapping) {
  const decoder = new TextDecoder(mapping.encoding, { ignoreBOM: true });
  return (bytes: Uint8Array, starts: Int32Array, ends: Int32Array, fields: number, strayQuote: boolean): string[] =>
    Array.from({ length: Math.min(fields, starts.length) }, (_, at) => {
      const start = starts[at]!;
      const end = ends[at]!;
      const reopened = strayQuote && start > 0 && bytes[start - 1] === QUOTE && bytes[end] !== QUOTE;
      return decoder.decode(bytes.subarray(reopened ? start - 1 : start, end));
    });
}
