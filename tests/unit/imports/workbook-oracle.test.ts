import { type CellObject, SSF, read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetter } from '@shared/domain/imports/column-letter';
import type { CellFault } from '@renderer/ledger/import/table-rows';
import { scanSheet } from '@renderer/ledger/import/scan-sheet';
import { openXls } from '@renderer/ledger/xlsx/open-xls';
import { openXlsx } from '@renderer/ledger/xlsx/open-xlsx';
import { bytesSource } from '../../integration/ledger/bytes-source';
import { type SheetCell, xlsxBytes } from '../../builders/xlsx-workbook';

/** Every cell by its address, as the import gets to see it. */
async function ours(bytes: Uint8Array, open: typeof openXlsx): Promise<Map<string, { text: string; fault: CellFault | null }>> {
  const workbook = await open(bytesSource('w', bytes));
  const name = workbook.sheets[0]!.name;
  const cells = new Map<string, { text: string; fault: CellFault | null }>();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const plan = { sheet: name, dateSystem: workbook.dateSystem, headerLine: null, uses: [], pointMarks: [] };
  const scanned = await scanSheet(await workbook.open(name), plan, (marks) => (row, starts, ends, fields, line) => {
    for (let at = 0; at < fields; at++) if (starts[at] !== ends[at]) cells.set(`${columnLetter(at)}${line}`, { text: decoder.decode(row.subarray(starts[at], ends[at])), fault: marks().faults?.get(at) ?? null });
  }, {});
  if (!scanned.ok) throw new Error(scanned.error.code);
  return cells;
}

const isDate = (format: unknown) => typeof format === 'string' && SSF.is_date(format);

/** What SheetJS holds in a cell: its text, its number, its day; a day number that is no day, and an error value, are to be refused as such. */
function expected(cell: CellObject, date1904: boolean): string | number {
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return `cell.error ${cell.w ?? ''}`;
  if (cell.t === 's') return String(cell.v);
  const value = Number(cell.v);
  if (!isDate(cell.z)) return Number(value.toPrecision(15));
  const whole = Math.floor(value);
  if (value < 0 || whole > 2_958_465 - (date1904 ? 1_462 : 0) || (!date1904 && (whole === 60 || whole === 0))) return 'date.serial';
  return SSF.format('yyyy-mm-dd', value, { date1904 });
}

/** What the import says of the same cell, in the same terms; undefined = it saw none. */
function said(mine: { text: string; fault: CellFault | null } | undefined, cell: CellObject): string | number | undefined {
  if (mine === undefined) return undefined;
  if (mine.fault !== null) return mine.fault.code === 'cell.error' ? `cell.error ${mine.fault.detail}` : mine.fault.code;
  if (cell.t !== 'n') return mine.text;
  return isDate(cell.z) ? mine.text.slice(0, 10) : Number(mine.text);
}

async function agree(bytes: Uint8Array, open: typeof openXlsx): Promise<void> {
  const found = await ours(bytes, open);
  const book = read(bytes, { type: 'array', cellNF: true, cellText: true, raw: true });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const seen = new Set<string>();
  for (const [ref, cell] of Object.entries(sheet) as [string, CellObject][]) {
    if (ref.startsWith('!') || cell.t === 'z' || cell.v === undefined || cell.v === '') continue;
    seen.add(ref);
    expect([ref, said(found.get(ref), cell)]).toEqual([ref, expected(cell, date1904)]);
  }
  for (const ref of found.keys()) expect(seen).toContain(ref);
}

const word = fc.string({ unit: fc.constantFrom('a', 'Z', '7', ' ', ',', ';', '"', "'", '&', '<', '>', '\n', '\t', '_', 'x', '商', 'é', '𠮷', '#', '=', '%'), minLength: 1, maxLength: 12 });
const amount = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map((fen) => fen / 100), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), fc.integer(), fc.constantFrom(0, -0.07, 1e-7, 1.5e20, 123_456_789_012_345));
const serial = fc.oneof(fc.integer({ min: -3, max: 3_000_000 }), fc.integer({ min: 36_000, max: 50_000 }), fc.tuple(fc.integer({ min: 36_000, max: 50_000 }), fc.integer({ min: 0, max: 86_399 })).map(([day, second]) => day + second / 86_400));
const dayFormat = fc.constantFrom('yyyy-mm-dd', 'm/d/yy h:mm', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d;@', 'd-mmm-yy', 'mmm-yy');
const numberFormat = fc.constantFrom('0.00', '#,##0.00_);[Red](#,##0.00)', '0.0,"万"', '[$¥-804]#,##0.00', 'General', '0.00E+00');
const cell: fc.Arbitrary<SheetCell> = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: amount },
  { weight: 2, arbitrary: fc.tuple(amount, numberFormat).map(([number, format]) => ({ number, format })) },
  { weight: 2, arbitrary: fc.tuple(serial, dayFormat).map(([number, format]) => ({ number, format })) },
  { weight: 1, arbitrary: word.map((inline) => ({ inline })) },
  { weight: 1, arbitrary: fc.tuple(word, fc.oneof(word, amount)).map(([formula, value]) => ({ formula, value })) },
  { weight: 1, arbitrary: fc.constantFrom({ error: '#N/A' }, { error: '#REF!' }, { boolean: true }, { boolean: false }) },
  { weight: 2, arbitrary: fc.constant(null) },
);
const table = fc.array(fc.array(cell, { maxLength: 7 }), { minLength: 1, maxLength: 8 });

test('every cell of a workbook says what another library reads in it: 0 silently wrong values', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), fc.constantFrom(undefined, 'x:' as const), fc.boolean(), async (rows, date1904, prefix, deflate) => {
      await agree(await xlsxBytes([{ name: 'S', rows }], { date1904, deflate, ...(prefix === undefined ? {} : { prefix }) }), openXlsx);
    }),
    { numRuns: 80 },
  );
}, 60_000);

test.each(['xlsx', 'biff8'] as const)('every workbook that the other library writes as %s is read as it was meant', async (bookType) => {
  const written = fc.array(fc.array(fc.oneof(word, amount, fc.boolean(), fc.constant(null)), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(written, fc.array(fc.tuple(fc.nat(5), fc.nat(7), serial, dayFormat), { maxLength: 4 }), fc.boolean(), fc.boolean(), async (rows, days, bookSST, date1904) => {
      const sheet = utils.aoa_to_sheet(rows);
      for (const [column, row, v, z] of days) sheet[utils.encode_cell({ c: column, r: row })] = { t: 'n', v, z };
      sheet['!ref'] = 'A1:H10';
      const book = utils.book_new(sheet, 'S');
      book.Workbook = { WBProps: { date1904 } };
      const bytes = new Uint8Array(write(book, { type: 'buffer', bookType, bookSST, compression: true }) as Uint8Array);
      await agree(bytes, bookType === 'xlsx' ? openXlsx : openXls);
    }),
    { numRuns: 80 },
  );
}, 60_000);
