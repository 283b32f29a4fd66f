import type { FileIssue, RowIssue, SourceMapping } from '@shared/contracts/import-run';
import { type Result, ok } from '@shared/kernel/result';
import type { ColumnTotal } from '@shared/records/import-batch';
import type { ByteSource } from '../csv/byte-source';
import type { FactTable } from './fact-table';
import { FactReader } from './fact-reader';
import { IssueList } from './issue-list';
import type { KeyIndex } from './key-index';
import { type OpenTable, openTable } from './open-table';
import type { ScanWatch } from './scan-file';

export interface ReadFacts {
  readonly table: FactTable;
  readonly index: KeyIndex;
  readonly totals: ColumnTotal[];
  readonly rows: number;
  readonly rejected: number;
  readonly leftOut: number;
  readonly issues: RowIssue[];
}

/** Reads a file of facts into columns in one pass over the file. */
export async function readFacts(source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<ReadFacts, FileIssue>> {
  const opened = await openTable(source, mapping);
  if (!opened.ok) return opened;
  const table = opened.value;
  const cancels = await marksCancellations(table, mapping);
  if (!cancels.ok) return cancels;
  const reader = new FactReader(mapping, table.expectedRows, cancels.value, new IssueList(watch.mostIssues));
  const scanned = await table.scan((marks) => reader.taker(marks), () => reader.rows, watch);
  if (!scanned.ok) return scanned;
  return ok({ ...reader.finish(), rows: reader.rows, rejected: reader.issues.rejected, leftOut: reader.leftOut, issues: reader.issues.issues });
}

/** True when order numbers are digits and some are a C before digits: that system's way to write a cancellation. */
async function marksCancellations(table: OpenTable, mapping: SourceMapping): Promise<Result<boolean, FileIssue>> {
  const at = mapping.columns.findIndex((column) => column.field === 'orderNumber');
  if (mapping.object !== 'orders' || at < 0) return ok(false);
  const decoder = new TextDecoder(mapping.encoding);
  let plain = 0;
  let marked = 0;
  const looked = await table.head(() => (bytes, starts, ends, fields, line) => {
    if (line <= mapping.headerLine || at >= fields) return;
    const text = decoder.decode(bytes.subarray(starts[at], ends[at]));
    if (/^\d+(?:\.0+)?$/.test(text)) plain++;
    else if (/^c\d+$/i.test(text)) marked++;
  });
  return looked.ok ? ok(marked > 0 && plain > marked) : looked;
}
