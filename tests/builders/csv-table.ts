import Papa from 'papaparse';
import { csvText } from '../../resources/sample/csv-text';
import { encodeGb18030 } from '../../resources/sample/encode-gb18030';

/** A table as some system exports it; cells are text, in the order of the headers. */
export interface CsvTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How a table is put down as bytes. */
export interface CsvStyle {
  readonly delimiter: ',' | ';' | '\t';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030';
}

const BOM = '\uFEFF';

export function csvBytes({ headers, rows }: CsvTable, { delimiter, encoding }: CsvStyle = { delimiter: ',', encoding: 'utf-8' }): Uint8Array {
  const text = csvText([headers, ...rows], delimiter);
  return encoding === 'gb18030' ? encodeGb18030(text) : new TextEncoder().encode(encoding === 'utf-8-bom' ? BOM + text : text);
}

/** Reads a comma-separated file with another parser than the app's own. Throws on a file without a header. */
export function readCsvTable(text: string): CsvTable {
  const [headers, ...rows] = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data;
  if (headers === undefined) throw new Error('A table needs a header line');
  return { headers, rows };
}

/** The cell of a row under a header. Throws when the table has no such header. */
export function cellOf({ headers }: CsvTable, row: readonly string[], header: string): string {
  const at = headers.indexOf(header);
  if (at < 0) throw new RangeError(`No column ${header}`);
  return row[at] ?? '';
}

/** The same rows under other headers, with the columns shuffled (always the same way). */
export function reshaped(table: CsvTable, names: Readonly<Record<string, string>>): CsvTable {
  const order = table.headers.map((_, at) => at).toSorted((a, b) => ((a * 5 + 3) % 11) - ((b * 5 + 3) % 11));
  return {
    headers: order.map((at) => names[table.headers[at] ?? ''] ?? table.headers[at] ?? ''),
    rows: table.rows.map((row) => order.map((at) => row[at] ?? '')),
  };
}

/** The table with some cells of one row replaced. */
export function withCells(table: CsvTable, rowIndex: number, cells: Readonly<Record<string, string>>): CsvTable {
  return { ...table, rows: table.rows.map((row, at) => (at === rowIndex ? row.map((cell, column) => cells[table.headers[column] ?? ''] ?? cell) : row)) };
}
