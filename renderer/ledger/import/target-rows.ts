import type { FileIssue, ImportField, SourceMapping } from '@shared/contracts/import-run';
import { importFields, kindOf, targetMonthFields } from '@shared/domain/imports/import-fields';
import { type MonthName, readMonthName, sumKind, unitOfHeader } from '@shared/domain/imports/month-name';
import { type Fen, fen } from '@shared/kernel/fen';
import { type Result, ok } from '@shared/kernel/result';
import type { ByteSource } from '../csv/byte-source';
import { CellDecoder, DimensionReader, NumberReader } from './cell-readers';
import { IssueList } from './issue-list';
import { openTable } from './open-table';
import { RowGate } from './row-gate';
import type { ScanWatch } from './scan-file';
import type { TakerOf } from './table-rows';

/** One row of a table of targets as the file has it: months by name, not yet in a year. */
export interface TargetTableRow {
  readonly line: number;
  readonly sums: 'total' | 'subtotal' | null;
  readonly owner: string;
  readonly ownerId: string;
  readonly unitPath: string;
  /** Without blank cells. */
  readonly entries: readonly { readonly field: ImportField; readonly month: MonthName; readonly valueFen: Fen }[];
  readonly yearTotalFen: Fen | null;
}

export interface ReadTargetRows {
  readonly rows: readonly TargetTableRow[];
  readonly gate: RowGate;
  readonly issues: IssueList;
}

interface Cell {
  readonly field: ImportField;
  readonly at: number;
  readonly reader: DimensionReader | NumberReader;
  /** 分 for one unit of the reader's values. */
  readonly fenPerUnit: number;
}

/**
 * Reads a table of targets, wide (a column per month) or long (a row per month). Rows with an unreadable cell, month or
 * without a person are in `issues`.
 */
export async function readTargetRows(source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<ReadTargetRows, FileIssue>> {
  const table = await openTable(source, mapping);
  if (!table.ok) return table;
  const issues = new IssueList(watch.mostIssues);
  const gate = new RowGate(mapping, issues);
  const cells = cellsOf(mapping);
  const rows: TargetTableRow[] = [];
  const taker: TakerOf = (marks) => (bytes, starts, ends, fields, line) => {
    const { strayQuote, faults } = marks();
    if (!gate.admits(bytes, starts, ends, fields, line, strayQuote)) return;
    let sound = true;
    for (const { at, field, reader } of cells) {
      const fault = faults?.get(at);
      const code = fault?.code ?? reader.read(bytes, starts[at]!, ends[at]!, 0);
      if (code === null) continue;
      sound = false;
      gate.reject(line, field, code, fault?.detail ?? gate.cell(bytes, starts[at]!, ends[at]!), null);
    }
    if (!sound) return;
    const row = rowOf(cells, mapping, line);
    if ('code' in row) gate.reject(line, row.field, row.code, row.detail, null);
    else rows.push(row);
  };
  const scanned = await table.value.scan(taker, () => gate.rows, watch);
  return scanned.ok ? ok({ rows, gate, issues }) : scanned;
}

function cellsOf(mapping: SourceMapping): Cell[] {
  const decoder = new CellDecoder(mapping.encoding);
  return importFields.targets.flatMap(({ field }): Cell[] => {
    const at = mapping.columns.findIndex((column) => column.field === field);
    if (at < 0) return [];
    const { header, decimalMark } = mapping.columns[at]!;
    const kind = kindOf('targets', field);
    if (kind !== 'money') return [{ field, at, reader: new DimensionReader(decoder, kind === 'id', 0, 1), fenPerUnit: 0 }];
    // Of a column in 10,000 yuan, 1/10,000 is a yuan: nothing of it is rounded away.
    const inTenThousands = unitOfHeader(header) === 10_000;
    return [{ field, at, reader: new NumberReader(decoder, decimalMark, !inTenThousands, 0, 1), fenPerUnit: inTenThousands ? 100 : 1 }];
  });
}

function rowOf(cells: readonly Cell[], mapping: SourceMapping, line: number): TargetTableRow | { readonly field: ImportField; readonly code: 'required' | 'target.badMonth'; readonly detail: string } {
  const text = (field: ImportField): string => {
    const reader = cells.find((cell) => cell.field === field)?.reader;
    return reader instanceof DimensionReader ? reader.textAt(0) : '';
  };
  const money = (field: ImportField): Fen | null => {
    const cell = cells.find((each) => each.field === field);
    return cell?.reader instanceof NumberReader && !cell.reader.isBlank(0) ? fen(cell.reader.values[0]! * cell.fenPerUnit) : null;
  };
  const [owner, ownerId, unitPath] = [text('owner'), text('ownerId'), text('unitPath')];
  const sums = [owner, ownerId, owner === '' ? unitPath : ''].map(sumKind).find((kind) => kind !== null) ?? null;
  if (sums === null && owner === '' && ownerId === '') return { field: cells.some(({ field }) => field === 'owner') ? 'owner' : 'ownerId', code: 'required', detail: '' };
  const about = { line, sums, owner, ownerId, unitPath, yearTotalFen: money('yearTotal') };
  const wide = targetMonthFields.flatMap((field, index) => {
    const valueFen = money(field);
    const header = mapping.columns.find((column) => column.field === field)?.header ?? '';
    return valueFen === null ? [] : [{ field, valueFen, month: { year: readMonthName(header)?.year ?? null, month: index + 1 } }];
  });
  if (!cells.some(({ field }) => field === 'targetMonth')) return { ...about, entries: wide };
  const month = readMonthName(text('targetMonth'));
  const valueFen = money('target');
  // A sum at the end of a long table is of no month.
  if (sums !== null && month === null) return { ...about, entries: wide, yearTotalFen: valueFen };
  if (month === null) return { field: 'targetMonth', code: 'target.badMonth', detail: text('targetMonth') };
  if (valueFen === null) return { field: 'target', code: 'required', detail: '' };
  return { ...about, entries: [...wide, { field: 'target' as const, month, valueFen }] };
}
