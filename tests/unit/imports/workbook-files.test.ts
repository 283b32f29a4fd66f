import { CFB, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { openArchive } from '@renderer/ledger/xlsx/open-archive';
import { WorkbookFault } from '@renderer/ledger/xlsx/workbook-fault';
import { bytesSource } from '../../integration/ledger/bytes-source';
import { type SheetCell, xlsxBytes, zipBytes } from '../../builders/xlsx-workbook';
import { amounts, look, read } from './read-workbook';

const HEADER = ['order no', 'date', 'customer', 'amount'];
const ROWS: SheetCell[][] = [HEADER, ['S1', '2024-01-01', 'Acme', 1], ['S2', '2024-01-02', 'Beta', 2]];
const one = (parts: Record<string, string | Uint8Array> = {}) => xlsxBytes([{ name: 'Orders', rows: ROWS }], { parts });
const sheetXml = (rows: string, tail = '') => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
const withSheet = (xml: string) => one({ 'xl/worksheets/sheet1.xml': xml });
const utf16 = (text: string) => Array.from(text).flatMap((char) => [char.charCodeAt(0), 0]);
const zeros = (count: number) => Array.from({ length: count }, () => 0);
const cfb = (...streams: string[]) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...zeros(504), ...streams.flatMap((name) => [...utf16(name), ...zeros(80)])]);

describe('a file is what its bytes say', () => {
  test('a workbook named .csv is read, a zip of anything else and other documents are told', async () => {
    expect(await look(await one(), null, 'orders.csv')).toMatchObject({ mapping: { sheet: { name: 'Orders' } } });
    expect(await look(await zipBytes({ 'word/document.xml': '<w/>', '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>' }), null, 'orders.xlsx')).toMatchObject({ code: 'file.zip' });
    expect(await look(await zipBytes({ 'a.csv': 'date,amount\n' }))).toMatchObject({ code: 'file.zip' });
    expect(await look(cfb('WordDocument'))).toMatchObject({ code: 'file.zip' });
  });
  test('a workbook with a password is told, new and old', async () => {
    expect(await look(cfb('EncryptionInfo', 'EncryptedPackage'))).toMatchObject({ code: 'file.encrypted' });
    const old = CFB.utils.cfb_new();
    // A BIFF8 stream whose second record, FILEPASS, says that the rest is enciphered.
    CFB.utils.cfb_add(old, '/Workbook', Uint8Array.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0, ...zeros(12), 0x2f, 0, 6, 0, 1, 0, 1, 0, 1, 0]));
    expect(await look(Uint8Array.from(CFB.write(old, { type: 'array' }) as ArrayLike<number>), null, 'orders.xls')).toMatchObject({ code: 'file.encrypted' });
  });
  test('a binary workbook is told', async () => {
    expect(await look(await zipBytes({ '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>', 'xl/workbook.bin': 'x' }))).toMatchObject({ code: 'file.binaryWorkbook' });
  });
  test.each(['<html><table><tr><td>date</td></tr></table>', '\uFEFF<?xml version="1.0"?><Workbook/>', '\n<!DOCTYPE html>\n<table>'])('a web page named .xls is told: %s', async (text) => {
    expect(await look(new TextEncoder().encode(text), null, 'orders.xls')).toMatchObject({ code: 'file.html' });
  });
});

describe('a hostile or broken workbook is refused with the place', () => {
  test('a bomb is stopped by what it inflates to, not by its own size', async () => {
    const bomb = await one({ 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await look(bomb)).toMatchObject({ code: 'file.inflatesTooMuch', detail: 'xl/worksheets/sheet1.xml' });
    const archive = await openArchive(bytesSource('b.xlsx', await zipBytes({ a: 'x'.repeat(600), b: 'x'.repeat(600), c: 'x'.repeat(600) }, false)), { mostBytes: 700, mostRatio: 300 });
    await expect(archive.read('a')).resolves.toHaveLength(600);
    const tight = await openArchive(bytesSource('b.xlsx', await zipBytes({ a: 'x'.repeat(600) }, false)), { mostBytes: 500, mostRatio: 300 });
    await expect(tight.read('a')).rejects.toThrow(WorkbookFault);
  });
  test('a DTD and entities of its own are refused, wherever they stand', async () => {
    const dtd = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(await look(await withSheet(dtd + sheetXml('')))).toMatchObject({ code: 'file.dtd' });
    for (const part of ['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', 'xl/_rels/workbook.xml.rels']) expect(await look(await one({ [part]: `${dtd}<x/>` }))).toMatchObject({ code: 'file.dtd' });
    expect(await look(await withSheet(sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>')))).toMatchObject({ code: 'file.dtd' });
  });
  test('a shared text that does not exist is an error, named by its cell', async () => {
    expect(await look(await withSheet(sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="7"><c r="B7" t="s"><v>99</v></c></row>')))).toMatchObject({ code: 'file.damaged', detail: 'Orders!B7', line: 7 });
  });
  test.each([
    ['a number that is none', '<row r="2"><c r="A2"><v>abc</v></c></row>', 'Orders!A2'],
    ['a style that does not exist', '<row r="2"><c r="C2" s="77"><v>1</v></c></row>', 'Orders!C2'],
    ['two cells in one place', '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>', 'Orders!A2'],
    ['a cell of another row', '<row r="2"><c r="A3"><v>1</v></c></row>', 'Orders!A2'],
    ['rows that go backwards', '<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>', 'Orders!A2'],
    ['a kind of cell nobody knows', '<row r="2"><c r="B2" t="zz"><v>1</v></c></row>', 'Orders!B2'],
    ['a tag that does not end', '<row r="2"><c r="B2"><v>1</v></row>', 'Orders'],
  ])('%s', async (_what, rows, detail) => {
    expect(await look(await withSheet(sheetXml(rows)))).toMatchObject({ code: 'file.damaged', detail });
  });
  test('a flipped byte, a cut end and a missing part are damage', async () => {
    const whole = await one();
    const misread: number[] = [];
    for (let at = 40; at < whole.length; at += 97) {
      const flipped = whole.slice();
      flipped[at]! ^= 0x10;
      // Either the file is refused, or the byte stood where nothing is read from (dates and attributes in the zip's lists).
      if (!('code' in (await look(flipped))) && amounts(await read(flipped)).join() !== '100,200') misread.push(at);
    }
    expect(misread).toEqual([]);
    expect(await look(whole.slice(0, whole.length - 30))).toMatchObject({ code: 'file.damaged' });
    expect(await look(await withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>'))).toMatchObject({ code: 'file.damaged' });
    expect(await look(await withSheet('<chart/>'))).toMatchObject({ code: 'file.damaged' });
  });
  test('macros and links to other files are never opened', async () => {
    const inspected = await look(await one({ 'xl/vbaProject.bin': new Uint8Array(100), 'xl/externalLinks/externalLink1.xml': '<!DOCTYPE a>', 'xl/externalLinks/_rels/externalLink1.xml.rels': 'not xml' }));
    expect('code' in inspected ? inspected : inspected.rows).toBe(2);
  });
});

describe('sheets', () => {
  const notes = { name: 'Notes', rows: [['read me'], ['nothing here']] };
  const orders = { name: 'Orders', rows: [['January'], HEADER, ...ROWS.slice(1)] };
  const secret = { name: 'Old', state: 'hidden' as const, rows: ROWS };

  test('the first visible sheet with a known header is proposed, each is counted, and the header row has its reason', async () => {
    const inspected = await look(await xlsxBytes([notes, secret, orders, { name: 'Empty', rows: [] }]));
    expect('code' in inspected ? inspected : inspected.workbook).toMatchObject({
      sheet: 'Orders',
      sheets: [
        { name: 'Notes', hidden: false, rows: 1, headerLine: 1, headerReason: 'first' },
        { name: 'Old', hidden: true, rows: 2, headerLine: 1, headerReason: 'words' },
        { name: 'Orders', hidden: false, rows: 2, headerLine: 2, headerReason: 'words' },
        { name: 'Empty', hidden: false, rows: 0, headerLine: null, headerReason: null },
      ],
      topRows: [{ line: 1, text: 'January' }, { line: 2, text: HEADER.join(', ') }, { line: 3 }, { line: 4 }],
    });
  });
  test('a hidden sheet is asked about, never read by itself, and read when it is chosen', async () => {
    const bytes = await xlsxBytes([{ ...secret, state: 'veryHidden' }, { name: 'Empty', rows: [] }]);
    expect(await look(bytes)).toMatchObject({ code: 'file.onlyHidden', detail: 'Old', workbook: { sheet: '' } });
    expect(amounts(await read(bytes, undefined, { sheet: 'Old', headerLine: null }))).toEqual([100, 200]);
  });
  test('another sheet or header row can be chosen, also when the proposed one cannot be read', async () => {
    const bytes = await xlsxBytes([notes, { name: 'Odd', rows: [['order no', 'date', 'customer', 'amount'], ['ORDER', 'DATE', 'CUSTOMER', 'AMOUNT'], ...ROWS.slice(1)] }]);
    expect(await look(bytes, { sheet: 'Notes', headerLine: null })).toMatchObject({ code: 'file.missingField', workbook: { sheet: 'Notes', sheets: [{ name: 'Notes' }, { name: 'Odd' }] } });
    expect(await look(bytes, { sheet: 'Odd', headerLine: 2 })).toMatchObject({ rows: 2, mapping: { headerLine: 2, sheet: { name: 'Odd', dateSystem: '1900' } }, workbook: { sheets: [{}, { headerReason: 'chosen' }] } });
    expect(await look(bytes, { sheet: 'Gone', headerLine: null })).toMatchObject({ code: 'file.noSheet', detail: 'Gone' });
  });
  test('a header merged downwards is taken as it looks, one merged across columns is refused, never shifted', async () => {
    const down = await xlsxBytes([{ name: 'S', rows: [['order no', 'date', 'customer', 'money', null], [null, null, null, 'amount', 'profit'], ['S1', '2024-01-01', 'Acme', 1, 2]], merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] }]);
    const inspected = await look(down);
    expect('code' in inspected ? inspected : inspected.mapping.columns.map(({ header }) => header)).toEqual(['order no', 'date', 'customer', 'amount', 'profit']);
    const across = await xlsxBytes([{ name: 'S', rows: [['order no', 'date', 'customer', null, 'amount'], ['S1', '2024-01-01', 'Acme', 'East', 1]], merges: ['C1:D1'] }]);
    expect(await look(across)).toMatchObject({ code: 'file.mergedHeaders', detail: 'C1:D1', line: 1 });
  });
  test('empty columns beside and between keep the letters right; a nameless one with values is refused', async () => {
    const beside = await read(await xlsxBytes([{ name: 'S', rows: [[null, 'order no', 'date', null, 'customer', 'amount'], [null, 'S1', '2024-01-01', null, 'A', 'x']] }]));
    expect(beside.issues).toMatchObject([{ line: 2, column: 'F', header: 'amount' }]);
    expect(await look(await xlsxBytes([{ name: 'S', rows: [[null, 'order no', 'date', 'customer', 'amount'], [1, 'S1', '2024-01-01', 'A', 1]] }]))).toMatchObject({ code: 'file.blankHeaders', detail: 'A' });
    expect((await read(await xlsxBytes([{ name: 'S', rows: [HEADER, ['S1', '2024-01-01', 'A', 1, 'a note']] }]))).issues).toMatchObject([{ line: 2, code: 'row.ragged' }]);
  });
});

test('an old .xls says the same as the .xlsx', async () => {
  const sheet = utils.aoa_to_sheet([HEADER, ['007', 45_300, 'Acme & Söhne 上海', 1.5], ['123456789012345678', 45_301, 'Beta', { t: 'e', v: 42 }], ['S3', '2024-02-30', 'Beta', 3]]);
  for (const ref of ['B2', 'B3']) (sheet[ref] as { z?: string }).z = 'yyyy-mm-dd';
  sheet['!merges'] = [];
  const hidden = utils.aoa_to_sheet([HEADER]);
  const book = { SheetNames: ['Orders', 'Old'], Sheets: { Orders: sheet, Old: hidden }, Workbook: { Sheets: [{ Hidden: 0 as const }, { Hidden: 1 as const }] } };
  const xls = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
  const inspected = await look(xls, null, 'orders.xls');
  expect('code' in inspected ? inspected : inspected.workbook).toMatchObject({ sheet: 'Orders', sheets: [{ name: 'Orders', hidden: false, rows: 3 }, { name: 'Old', hidden: true }] });
  const facts = await read(xls);
  expect(facts.issues.map(({ column, line, code }) => `${column}${line} ${code}`)).toEqual(['D3 cell.error', 'B4 date.malformed']);
  expect(amounts(facts)).toEqual([150]);
  expect(facts.table.dimensions['customer']!.texts[1]).toBe('Acme & Söhne 上海');
});
