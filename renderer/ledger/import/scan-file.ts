import type { FileIssue, ImportProgress } from '@shared/contracts/import-run';
import { type Result, err, ok } from '@shared/kernel/result';
import { type ByteSource, slicesOf } from '../csv/byte-source';
import type { CsvScanner } from '../csv/csv-scanner';
import { bomLength } from '../csv/text-encoding';

export interface ScanWatch {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly isCancelled: () => boolean;
  /** Reasons to list; a report's own limit where it is not said. */
  readonly mostIssues?: number;
}

/** Pushes a whole file through a scanner, slice by slice; between slices it reports and can be cancelled. */
export async function scanFile(source: ByteSource, scanner: CsvScanner, rows: () => number, watch: ScanWatch): Promise<Result<null, FileIssue>> {
  let doneBytes = 0;
  for await (const slice of slicesOf(source)) {
    if (watch.isCancelled()) return err({ code: 'file.cancelled', detail: '', line: null });
    scanner.push(doneBytes === 0 ? slice.subarray(bomLength(slice)) : slice);
    doneBytes += slice.length;
    watch.onProgress({ stage: 'reading', doneBytes, totalBytes: source.bytes, rows: rows() });
  }
  scanner.finish();
  return scanner.unclosedLine === null ? ok(null) : err({ code: 'file.unclosedQuote', detail: '', line: scanner.unclosedLine });
}

/** Rows to make room for, from the line ends of the head; growing later costs time, not correctness. */
export function estimateRows(head: Uint8Array, totalBytes: number): number {
  let lineEnds = 1;
  for (const byte of head) if (byte === 10 || byte === 13) lineEnds++;
  const crlf = head.includes(13) && head.includes(10) ? 2 : 1;
  return Math.ceil((lineEnds / crlf / Math.max(1, head.length)) * totalBytes * 1.03) + 64;
}
