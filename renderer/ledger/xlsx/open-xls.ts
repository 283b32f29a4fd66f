import { type CellObject, type WorkSheet, read, utils } from '@e965/xlsx';
import type { ByteSource } from '../csv/byte-source';
import { type CellFormat, formatOf } from './cell-format';
import { type MergedRange, mergedRange } from './merged-range';
import type { RowBuilder } from './row-builder';
import type { SheetRows, Workbook } from './workbook';
import { WorkbookFault } from './workbook-fault';

/** An .xls sheet ends at row 65,536: larger files hold pictures, and would only be read into memory whole. */
const MOST_BYTES = 256 * 1024 * 1024;
const ROWS_BETWEEN_PAUSES = 4_096;
const encoder = new TextEncoder();

const ERRORS: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' };

/** An .xls file (BIFF), read by SheetJS as a whole. Throws `WorkbookFault`. */
export async function openXls(source: ByteSource): Promise<Workbook> {
  if (source.bytes > MOST_BYTES) throw new WorkbookFault('file.inflatesTooMuch', source.name);
  const book = parse(await source.read(0, source.bytes));
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    // Charts and macro sheets have no cells of their own.
    return sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') ? [] : [{ name, hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0 }];
  });
  return {
    dateSystem: book.Workbook?.WBProps?.date1904 === true ? '1904' : '1900',
    sheets,
    open: (name) => {
      const sheet = sheets.some((one) => one.name === name) ? book.Sheets[name] : undefined;
      if (sheet === undefined) return Promise.reject(new WorkbookFault('file.noSheet', name));
      return Promise.resolve(new XlsRows(sheet));
    },
  };
}

function parse(bytes: Uint8Array): ReturnType<typeof read> {
  try {
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false, cellDates: false });
  } catch (cause) {
    throw new WorkbookFault(cause instanceof Error && /password|encrypt/i.test(cause.message) ? 'file.encrypted' : 'file.damaged', 'xls');
  }
}

class XlsRows implements SheetRows {
  readonly merges: readonly MergedRange[];
  readonly expectedRows: number;
  private readonly rows: readonly (readonly (CellObject | undefined)[] | undefined)[];
  private readonly formats = new Map<string, CellFormat>();

  constructor(sheet: WorkSheet) {
    this.rows = sheet['!data'] ?? [];
    this.expectedRows = this.rows.length + 64;
    this.merges = (sheet['!merges'] ?? []).flatMap((range) => mergedRange(utils.encode_range(range)) ?? []);
  }

  *feed(into: RowBuilder): Generator<number, void> {
    for (let row = 0; row < this.rows.length; row++) {
      const cells = this.rows[row];
      if (cells === undefined) continue;
      into.begin(row + 1);
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column];
        if (cell !== undefined) this.cell(cell, column, into);
      }
      into.finish();
      if (row % ROWS_BETWEEN_PAUSES === 0) yield row / this.rows.length;
    }
  }

  private cell({ t, v, z }: CellObject, column: number, into: RowBuilder): void {
    if (t === 'e') into.error(column, ERRORS[Number(v)] ?? '#N/A');
    else if (t === 'b') into.boolean(column, v === true);
    else if (t === 'n') {
      const digits = encoder.encode(String(v));
      into.number(column, digits, 0, digits.length, this.formatOf(String(z ?? 'General')));
    } else if (t === 's') {
      const text = encoder.encode(String(v ?? ''));
      into.text(column, text, 0, text.length);
    }
  }

  private formatOf(code: string): CellFormat {
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const format = formatOf(code);
    this.formats.set(code, format);
    return format;
  }
}
