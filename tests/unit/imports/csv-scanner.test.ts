import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { CsvScanner } from '@renderer/ledger/csv/csv-scanner';

interface Scanned {
  rows: string[][];
  lines: number[];
  unclosed: number | null;
  /** Rows with text after a closing quote: they are rejected. */
  strays: number;
}

function scan(text: string, delimiter = ',', sliceBytes = 1 << 20): Scanned {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const rows: string[][] = [];
  const lines: number[] = [];
  let strays = 0;
  const scanner: CsvScanner = new CsvScanner(delimiter.charCodeAt(0), (row, starts, ends, fields, line) => {
    rows.push(Array.from({ length: fields }, (_, i) => decoder.decode(row.subarray(starts[i], ends[i]))));
    lines.push(line);
    if (scanner.strayQuote) strays++;
  });
  for (let at = 0; at < bytes.length; at += sliceBytes) scanner.push(bytes.slice(at, at + sliceBytes));
  scanner.finish();
  return { rows, lines, unclosed: scanner.unclosedLine, strays };
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'Z', '7', ' ', '|', '商', 'é', '𠮷'), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', '\r\n', '机'), maxLength: 6 }),
);

test('every table papaparse writes is read back as papaparse reads it, at any slice size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (table, delimiter, newline, endsWithNewline, sliceBytes) => {
        const text = Papa.unparse(table, { delimiter, newline }) + (endsWithNewline ? newline : '');
        const oracle = Papa.parse<string[]>(text, { delimiter, newline }).data;
        // papaparse reports an end of file after the last line end as one more empty row.
        if (text.endsWith(newline) && oracle.length > 0 && oracle.at(-1)!.join('') === '' && oracle.at(-1)!.length === 1) oracle.pop();
        expect(scan(text, delimiter, sliceBytes).rows).toEqual(oracle);
      },
    ),
    { numRuns: 500 },
  );
});

test('any text without broken quotes is taken apart as papaparse takes it apart: random marks, quotes and blank lines', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '7', '商', ' ', '"', '""', '",', ',"', ',', ';', '\t', '\n', '\n"', '"\n'), maxLength: 40 }), fc.constantFrom(',', ';', '\t'), fc.integer({ min: 1, max: 20 }), (text, delimiter, sliceBytes) => {
      const oracle = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
      const scanned = scan(text, delimiter, sliceBytes);
      // Broken quoting is read leniently there and refused here.
      fc.pre(scanned.strays === 0 && oracle.errors.every(({ type }) => type !== 'Quotes'));
      const rows = oracle.data;
      if ((text === '' || text.endsWith('\n')) && rows.length > 0 && rows.at(-1)!.length === 1 && rows.at(-1)![0] === '') rows.pop();
      expect(scanned).toMatchObject({ rows, unclosed: null });
    }),
    { numRuns: 2_000 },
  );
});

test('a table is read back whatever is quoted without need and however each of its lines ends', () => {
  const quotedCell = fc.tuple(cell, fc.boolean()).map(([text, always]) => ({ text, written: always || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text }));
  const row = fc.tuple(fc.array(quotedCell, { minLength: 2, maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r'));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom(',', ';', '\t'), fc.integer({ min: 1, max: 40 }), (table, delimiter, sliceBytes) => {
      // A row that begins with LF after one that ends with CR would join the two marks.
      const text = table.map(([cells, end]) => cells.map(({ written }) => written).join(delimiter) + end).join('');
      expect(scan(text, delimiter, sliceBytes).rows).toEqual(table.map(([cells]) => cells.map(({ text: meant }) => meant)));
    }),
    { numRuns: 1_000 },
  );
});

test('a row knows the line it starts on, quoted line ends included', () => {
  expect(scan('a,b\n"x\ny",1\r\n\r\n"p\r\nq\rr",2\rlast,3').lines).toEqual([1, 2, 4, 5, 8]);
});

test('an unclosed quote is named by the line that opened it', () => {
  expect(scan('a,b\n1,2\n3,"open\n4,5\n').unclosed).toBe(3);
  expect(scan('a,b\n1,"2"').unclosed).toBeNull();
});

test('a quote inside an unquoted field is a plain character', () => {
  expect(scan('5" pipe,x\n').rows).toEqual([['5" pipe', 'x']]);
});

test('a cell of 10 MB arrives whole', () => {
  const big = 'x'.repeat(10 * 1024 * 1024);
  const { rows } = scan(`a,b\n"${big}",1\n`, ',', 4 * 1024 * 1024);
  expect(rows[1]![0]!.length).toBe(big.length);
});
