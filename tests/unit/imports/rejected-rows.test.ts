import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles as en } from '@shared/messages/en/import-files';
import { importFiles as zh } from '@shared/messages/zh-CN/import-files';
import { exportedLine, guardLength, guardedCell, isMendedLine, isRejectedTable, withOwnColumns, withoutOwnColumns } from '@shared/domain/imports/own-columns';
import type { SourceMapping } from '@shared/contracts/import-run';
import { rejectedCsv } from '@renderer/features/data/rejected-csv';

const unguarded = (text: string) => text.slice(guardLength(text));

describe('a cell of the export', () => {
  test('is never run or changed by a spreadsheet, and reads back to itself whatever it was', () => {
    expect(['=1+1', '+86 138', '-cmd', '@x', '007', '123456789012345678', '05/06/2024', "'=x", '-0.50', '-60.704', '2024-07-08', '张三'].map(guardedCell)).toEqual([
      "'=1+1", "'+86 138", "'-cmd", "'@x", "'007", "'123456789012345678", "'05/06/2024", "''=x", '-0.50', '-60.704', '2024-07-08', '张三',
    ]);
    const part = fc.constantFrom('=', '+', '-', '@', '\t', "'", '0', '7', '/', 'a', '张', '.', ' ');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))), (text) => { expect(unguarded(guardedCell(text))).toBe(text); }), { numRuns: 1_000 });
    fc.assert(fc.property(fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')), (text) => { expect(guardedCell(text)).not.toMatch(/^[=+@\t]/); }));
  });

  test('that looks sound in its new place keeps its row out until the mark on its line is taken away', () => {
    expect([exportedLine(17, ['row.ragged']), exportedLine(17, ['number.malformed', 'cell.merged']), exportedLine(17, ['number.malformed'])]).toEqual(['17?', '17?', '17']);
    expect(['17', ' 17 ', '17.0', "'17"].map(isMendedLine)).toEqual([true, true, true, true]);
    expect(['17?', '', 'abc', '17 x'].map(isMendedLine)).toEqual([false, false, false, false]);
  });
});

test('our columns are known in both languages, wherever the screens were when they were written', () => {
  for (const words of [zh, en]) expect(isRejectedTable(['a', words.ownLine, words.ownReasons])).toBe(true);
  expect(isRejectedTable([zh.ownLine, zh.ownReasons])).toBe(false);
  expect(isRejectedTable([zh.ownLine, zh.ownReasons, 'a'])).toBe(false);
});

test('a mapping is remembered without our columns and laid on a header that has them; they are never mapped', () => {
  const column = (header: string) => ({ header, field: 'customer' as const, dateOrder: null, decimalMark: null, shareUnit: null });
  const mapping: SourceMapping = { object: 'orders', source: 'x', encoding: 'utf-8', delimiter: ',', headerLine: 1, sheet: null, columns: [column('a')], countedStatuses: null, wonStages: [], lostStages: [], footer: false, taxBasis: null, rates: [], fiscalYear: null, moves: [] };
  const laid = withOwnColumns(mapping, ['a', en.ownLine, en.ownReasons]);
  expect(laid.columns.map(({ field }) => field)).toEqual(['customer', null, null]);
  expect(withoutOwnColumns(laid)).toEqual(mapping);
  expect(withoutOwnColumns(mapping)).toEqual(mapping);
});

test('rows too short are filled up, what a row has too much comes after its reasons, quotes and line ends survive', () => {
  const issue = (code: 'row.ragged' | 'number.malformed') => ({ line: 2, column: '', header: '', code, detail: '', amountFen: null });
  const bytes = rejectedCsv(
    { header: ['a', 'b'], rows: [{ line: 2, cells: ['x'], issues: [issue('row.ragged')] }, { line: 3, cells: ['1', '2', '=3'], issues: [issue('row.ragged')] }, { line: 4, cells: ['q"\n', '=1'], issues: [issue('number.malformed')] }] },
    { line: 'L', reasons: 'R', separator: '; ', reasonOf: ({ code }) => code },
  );
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\uFEFFa,b,L,R\r\nx,,2?,row.ragged\r\n1,2,3?,row.ragged,\'=3\r\n"q""\n",\'=1,4,number.malformed\r\n');
});
