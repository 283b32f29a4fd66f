import type { FileIssue, SourceMapping } from '@shared/contracts/import-run';
import { kindOf } from '@shared/domain/imports/import-fields';
import { isRejectedTable } from '@shared/domain/imports/own-columns';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ByteSource } from '../csv/byte-source';
import { CsvScanner } from '../csv/csv-scanner';
import { bomLength } from '../csv/text-encoding';
import { openWorkbook } from '../xlsx/open-workbook';
import type { RowPlan } from '../xlsx/row-builder';
import { orFault } from '../xlsx/workbook-fault';
import { fileKind } from './file-kind';
import { mendedOnly } from './rejected-table';
import { scanSheet } from './scan-sheet';
import { type ScanWatch, estimateRows, scanFile } from './scan-file';
import type { TakerOf } from './table-rows';

const HEAD_BYTES = 1024 * 1024;
const HEAD_ROWS = 3_000;

/** One table of a file, whatever the format: rows of cells as bytes, from the title lines on. */
export interface OpenTable {
  /** Rows to make room for; a guess. */
  readonly expectedRows: number;
  /** The first rows alone, for a look before the table is read in earnest. */
  head(taker: TakerOf): Promise<Result<null, FileIssue>>;
  /** Every row in order; reports and can be cancelled in between. `rows` = how many the taker has counted. */
  scan(taker: TakerOf, rows: () => number, watch: ScanWatch): Promise<Result<null, FileIssue>>;
}

/** Opens the table that a mapping describes: the text file, or one sheet of the workbook. */
export async function openTable(source: ByteSource, mapping: SourceMapping): Promise<Result<OpenTable, FileIssue>> {
  const opened = await (mapping.sheet === null ? openText(source, mapping) : openSheet(source, mapping, mapping.sheet));
  return opened.ok && isRejectedTable(mapping.columns.map(({ header }) => header)) ? ok(asMended(opened.value, mapping)) : opened;
}

/** An export of rejected rows: guards off, and rows that nobody has looked at stay rejected. */
const asMended = (table: OpenTable, mapping: SourceMapping): OpenTable => ({
  ...table,
  head: (taker) => table.head(mendedOnly(taker, mapping)),
  scan: (taker, rows, watch) => table.scan(mendedOnly(taker, mapping), rows, watch),
});

async function openText(source: ByteSource, mapping: SourceMapping): Promise<Result<OpenTable, FileIssue>> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.bytes));
  const scannerFor = (taker: TakerOf): CsvScanner => {
    const scanner: CsvScanner = new CsvScanner(mapping.delimiter.charCodeAt(0), taker(() => scanner));
    return scanner;
  };
  return ok({
    expectedRows: estimateRows(head, source.bytes),
    head: (taker) => {
      scannerFor(taker).push(head.subarray(bomLength(head)).slice());
      return Promise.resolve(ok(null));
    },
    scan: (taker, rows, watch) => scanFile(source, scannerFor(taker), rows, watch),
  });
}

async function openSheet(source: ByteSource, mapping: SourceMapping, { name, dateSystem }: NonNullable<SourceMapping['sheet']>): Promise<Result<OpenTable, FileIssue>> {
  const kind = await fileKind(source);
  if (kind !== 'xlsx' && kind !== 'xls') return err({ code: 'file.noSheet', detail: name, line: null });
  const opened = await openWorkbook(source, kind);
  if (!opened.ok) return opened;
  const sheet = await orFault(() => opened.value.open(name));
  if (!sheet.ok) return sheet;
  const plan: RowPlan = {
    sheet: name,
    dateSystem,
    headerLine: mapping.headerLine,
    uses: mapping.columns.map((column) => useOf(mapping, column)),
    pointMarks: mapping.columns.map(({ decimalMark }) => decimalMark === '.'),
  };
  return ok({
    expectedRows: sheet.value.expectedRows,
    head: (taker) => scanSheet(sheet.value, plan, taker, { mostRows: HEAD_ROWS }),
    scan: (taker, rows, watch) =>
      scanSheet(sheet.value, plan, taker, {
        isCancelled: watch.isCancelled,
        onDone: (share) => watch.onProgress({ stage: 'reading', doneBytes: Math.round(source.bytes * share), totalBytes: source.bytes, rows: rows() }),
      }),
  });
}

function useOf(mapping: SourceMapping, { field, dateOrder }: SourceMapping['columns'][number]): RowPlan['uses'][number] {
  if (field === null) return null;
  const kind = kindOf(mapping.object, field);
  if (kind === 'day') return dateOrder === 'serial1900' || dateOrder === 'serial1904' ? 'dayNumber' : 'day';
  return kind === 'money' || kind === 'quantity' || kind === 'share' ? 'number' : 'text';
}
