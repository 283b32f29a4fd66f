import type { FileIssue, ImportField, SourceMapping } from '@shared/contracts/import-run';
import { NO_DAY } from '@shared/domain/figures/fact-source';
import { importFields, kindOf } from '@shared/domain/imports/import-fields';
import { personName } from '@shared/domain/imports/person-name';
import { type Day, fromEpochDay } from '@shared/kernel/day';
import { type Fen, fen } from '@shared/kernel/fen';
import { type Result, ok } from '@shared/kernel/result';
import type { ColumnTotal } from '@shared/records/import-batch';
import type { ByteSource } from '../csv/byte-source';
import { CellDecoder, type CellReader, DayReader, DimensionReader, NumberReader } from './cell-readers';
import { IssueList } from './issue-list';
import { openTable } from './open-table';
import { RowGate } from './row-gate';
import type { ScanWatch } from './scan-file';
import type { TakerOf } from './table-rows';

/** Longest text that a record's field takes. */
const LONGEST_FIELD = 200;

/** One row of customers, products or people, read by field. */
export interface RecordRow {
  readonly line: number;
  /** '' where the cell is blank or no column is mapped. */
  text(field: ImportField): string;
  day(field: ImportField): Day | null;
  money(field: ImportField): Fen | null;
}

export interface ReadRecordRows {
  readonly rows: RecordRow[];
  readonly gate: RowGate;
  readonly issues: IssueList;
  readonly totals: ColumnTotal[];
}

/** Reads a file whose rows become records. Rows with an unreadable cell or without a name are in `issues`. */
export async function readRecordRows(source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<ReadRecordRows, FileIssue>> {
  const table = await openTable(source, mapping);
  if (!table.ok) return table;
  const issues = new IssueList(watch.mostIssues);
  const gate = new RowGate(mapping, issues);
  const decoder = new CellDecoder(mapping.encoding);
  const cells = importFields[mapping.object].flatMap(({ field }) => {
    const at = mapping.columns.findIndex((column) => column.field === field);
    return at < 0 ? [] : [{ field, at, reader: createReader(mapping, field, decoder) }];
  });
  const rows: RecordRow[] = [];
  const taker: TakerOf = (marks) => (bytes, starts, ends, fields, line) => {
    const { strayQuote, faults } = marks();
    if (!gate.admits(bytes, starts, ends, fields, line, strayQuote)) return;
    const at = rows.length;
    let sound = true;
    for (const cell of cells) {
      const fault = faults?.get(cell.at);
      const code = fault?.code ?? cell.reader.read(bytes, starts[cell.at]!, ends[cell.at]!, at) ?? tooLong(cell.reader, at);
      if (code === null) continue;
      sound = false;
      gate.reject(line, cell.field, code, fault?.detail ?? gate.cell(bytes, starts[cell.at]!, ends[cell.at]!), null);
    }
    if (!sound) return;
    const row = rowAt(new Map(cells.map(({ field, reader }) => [field, valueAt(reader, at)])), line);
    if (row.text('name') === '') gate.reject(line, 'name', 'required', '', null);
    else rows.push(row);
  };
  const scanned = await table.value.scan(taker, () => gate.rows, watch);
  if (!scanned.ok) return scanned;
  const totals = cells.flatMap(({ field, at, reader }): ColumnTotal[] => {
    if (!(reader instanceof NumberReader)) return [];
    const booked = rows.reduce((sum, row) => sum + BigInt(row.money(field) ?? 0), 0n);
    return [{ field, column: mapping.columns[at]!.header || field, sourceTotal: String(reader.total.total()), bookedTotal: String(booked), unit: 'money' }];
  });
  return ok({ rows, gate, issues, totals });
}

interface Value {
  readonly text?: string;
  readonly day?: Day | null;
  readonly money?: Fen | null;
}

function createReader(mapping: SourceMapping, field: ImportField, decoder: CellDecoder): CellReader {
  const column = mapping.columns.find((entry) => entry.field === field)!;
  const kind = kindOf(mapping.object, field);
  if (kind === 'day') return new DayReader(decoder, column.dateOrder, 0, 1024);
  if (kind === 'money' || kind === 'quantity') return new NumberReader(decoder, column.decimalMark, true, 0, 1024);
  return new DimensionReader(decoder, kind === 'id', 0, 1024);
}

const tooLong = (reader: CellReader, row: number): 'text.tooLong' | null => (reader instanceof DimensionReader && reader.textAt(row).length > LONGEST_FIELD ? 'text.tooLong' : null);

function valueAt(reader: CellReader, row: number): Value {
  if (reader instanceof DayReader) return { day: reader.days[row] === NO_DAY ? null : fromEpochDay(reader.days[row]!) };
  if (reader instanceof NumberReader) return { money: reader.isBlank(row) ? null : fen(reader.values[row]!) };
  return { text: reader instanceof DimensionReader ? reader.textAt(row) : '' };
}

const rowAt = (values: ReadonlyMap<ImportField, Value>, line: number): RecordRow => ({
  line,
  text: (field) => {
    const text = values.get(field)?.text ?? '';
    return field === 'name' ? personName(text, values.get('givenName')?.text ?? '') : text;
  },
  day: (field) => values.get(field)?.day ?? null,
  money: (field) => values.get(field)?.money ?? null,
});
