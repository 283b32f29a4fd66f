import type { FileIssue, RowIssue, SourceMapping } from '@shared/contracts/import-run';
import { type Result, ok } from '@shared/kernel/result';
import type { ColumnTotal } from '@shared/records/import-batch';
import type { ByteSource } from '../csv/byte-source';
import { CsvScanner } from '../csv/csv-scanner';
import { bomLength } from '../csv/text-encoding';
import type { FactTable } from './fact-table';
import { FactReader } from './fact-reader';
import type { KeyIndex } from './key-index';
import { type ScanWatch, estimateRows, scanFile } from './scan-file';

const HEAD_BYTES = 1024 * 1024;

export interface ReadFacts {
  readonly table: FactTable;
  readonly index: KeyIndex;
  readonly totals: ColumnTotal[];
  readonly rows: number;
  readonly rejected: number;
  readonly issues: RowIssue[];
}

/** Reads order lines or opportunities into columns in one pass over the file. */
export async function readFacts(source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<ReadFacts, FileIssue>> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.bytes));
  const reader = new FactReader(mapping, estimateRows(head, source.bytes), marksCancellations(head.subarray(bomLength(head)).slice(), mapping));
  const scanner: CsvScanner = new CsvScanner(mapping.delimiter.charCodeAt(0), reader.taker(() => scanner));
  const scanned = await scanFile(source, scanner, () => reader.rows, watch);
  if (!scanned.ok) return scanned;
  return ok({ ...reader.finish(), rows: reader.rows, rejected: reader.issues.rejected, issues: reader.issues.issues });
}

/** True when order numbers are digits and some are a C before digits: that system's way to write a cancellation. */
function marksCancellations(head: Uint8Array, mapping: SourceMapping): boolean {
  const at = mapping.columns.findIndex((column) => column.field === 'orderNumber');
  if (mapping.object !== 'orders' || at < 0) return false;
  const decoder = new TextDecoder(mapping.encoding);
  let plain = 0;
  let marked = 0;
  new CsvScanner(mapping.delimiter.charCodeAt(0), (bytes, starts, ends, fields, line) => {
    if (line <= mapping.headerLine || at >= fields) return;
    const text = decoder.decode(bytes.subarray(starts[at], ends[at]));
    if (/^\d+(?:\.0+)?$/.test(text)) plain++;
    else if (/^c\d+$/i.test(text)) marked++;
  }).push(head);
  return marked > 0 && plain > marked;
}
