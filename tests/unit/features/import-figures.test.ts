import type { ColumnEvidence, DryRun, RowIssue, SourceMapping } from '@shared/contracts/import-run';
import type { ColumnTotal } from '@shared/records/import-batch';
import { columnQuestions, isAnswered, mapColumn, readDateAs } from '@renderer/features/data/column-questions';
import { columnVerdict } from '@renderer/features/data/column-verdict';
import { dryRunShares } from '@renderer/features/data/dry-run-shares';
import { exactDecimal } from '@renderer/features/data/exact-decimal';
import { paceOf, paceStart } from '@renderer/features/data/time-left';
import { explainDifference, totalDifference, unbookedForeign } from '@renderer/features/data/total-difference';
import { csvCell, writeCsv } from '@renderer/i18n/write-csv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const money = (sourceTotal: string, bookedTotal: string): ColumnTotal => ({ field: 'amount', column: '金额', sourceTotal, bookedTotal, unit: 'money' });
const issue = (line: number, amountFen: number | null): RowIssue => ({ line, column: 'E', header: '金额', code: 'number.malformed', detail: '待定', amountFen });
const run = (rejected: number, issues: RowIssue[]): DryRun => ({
  runId: 'r', object: 'orders', rows: 100, added: 100 - rejected, changed: 0, unchanged: 0, rejected, issues, totals: [], months: [], unmatchedOwners: [], signedMonths: [], departments: [], leftOut: 0, otherTaxBases: [],
});

describe('totals before commit', () => {
  it('writes exact decimals with at least two places and hides no unit below 分', () => {
    expect(exactDecimal(1_284_063_500_000n, 2)).toBe('128,406,350.00');
    expect(exactDecimal(-607_040n, 2)).toBe('−60.704');
    expect(exactDecimal(1n, 2)).toBe('0.0001');
    expect(exactDecimal(30_000n, 0)).toBe('3');
  });

  it('compares a file total in 1/10,000 yuan with a booked total in 分 exactly', () => {
    expect(totalDifference(money('1000001', '10000')).difference).toBe(1n);
    expect(totalDifference({ ...money('30000', '30000'), unit: 'quantity' }).difference).toBe(0n);
  });

  it('explains a difference by the rejected rows, counting a row with two reasons once', () => {
    const note = explainDifference(money('48820000', '0'), run(2, [issue(7, 488_200), issue(7, 488_200), issue(9, null)]));
    expect(note).toEqual({ kind: 'rejected', difference: 48_820_000n, rows: 1, withoutAmount: 1 });
  });

  it('explains a small difference without rejected rows by rounding, and does not guess at what the list does not hold', () => {
    expect(explainDifference(money('1000040', '10000'), run(0, [])).kind).toBe('rounding');
    expect(explainDifference(money('9000000', '0'), run(3, [issue(7, 100)])).kind).toBe('unlisted');
    expect(explainDifference(money('1000000', '10000'), run(0, [])).kind).toBe('none');
  });

  it('names what of other currencies is not booked, and takes it for no yuan', () => {
    const usd: ColumnTotal = { field: 'amount USD', column: '金额 USD', sourceTotal: '100500', bookedTotal: '500', unit: 'quantity' };
    expect(unbookedForeign([money('1', '1'), usd, { ...usd, field: 'margin USD' }, { ...usd, field: 'amount EUR', bookedTotal: '100500' }])).toEqual([{ currency: 'USD', units: 100_000n }]);
  });

  it('shows percentages that always read 100.0 % together', () => {
    expect(dryRunShares({ added: 212, changed: 147, unchanged: 913, rejected: 12 })).toEqual({ added: 165, changed: 115, unchanged: 711, rejected: 9 });
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(count, count, count, count, (added, changed, unchanged, rejected) => {
        const shares = dryRunShares({ added, changed, unchanged, rejected });
        const sum = shares.added + shares.changed + shares.unchanged + shares.rejected;
        expect(sum).toBe(added + changed + unchanged + rejected === 0 ? 0 : 1000);
      }),
    );
  });
});

describe('rejected rows as a file', () => {
  it('keeps a spreadsheet from running what a cell says', () => {
    expect(['=1+1', '+1 555', '-cmd', '@x', '\tx'].map(csvCell)).toEqual(["'=1+1", "'+1 555", "'-cmd", "'@x", "'\tx"]);
    expect(csvCell('\rx')).toBe('"\'\rx"');
  });

  it('leaves negative numbers numbers', () => {
    expect(csvCell('-60.704')).toBe('-60.704');
    expect(csvCell(-5)).toBe('-5');
  });

  it('quotes commas, quotes and line ends, begins with a BOM and ends every line with CRLF', () => {
    const bytes = writeCsv(['行', '原因'], [[3, 'a "b", c']]);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\uFEFF行,原因\r\n3,"a ""b"", c"\r\n');
  });
});

const evidence: ColumnEvidence = { header: 'd', sample: '10/07/2026', blanks: 0, distinct: 9, asDate: 1, asNumber: 0, min: '', max: '', reason: 'alias', onlyMdy: 0, onlyDmy: 0, ambiguousDates: 4, ambiguousNumbers: 0, onlyPoint: 0, dayNumbers: 0, dayNumberSample: '', dayNumbersLikely: false, asShare: 0, markedShares: 0, sharesAboveOne: 0, sharesUpToOne: 0, shareSample: '', currencies: [] };
const column = (header: string, field: SourceMapping['columns'][number]['field']) => ({ header, field, dateOrder: null, decimalMark: null, shareUnit: null });
const mapping: SourceMapping = { object: 'orders', source: 'x', encoding: 'utf-8', delimiter: ',', headerLine: 1, sheet: null, columns: [column('d', 'orderDate'), column('c', 'customer')], countedStatuses: null, wonStages: [], lostStages: [], footer: false, taxBasis: null, rates: [], fiscalYear: null, moves: [] };

describe('columns and their questions', () => {
  it('asks once per date column that reads two ways, and not for columns that are not imported', () => {
    expect(columnQuestions(mapping, [evidence, evidence]).map((question) => [question.index, isAnswered(question)])).toEqual([[0, false]]);
    expect(columnQuestions(mapColumn(mapping, 0, null), [evidence, evidence])).toEqual([]);
  });

  it('asks about bare day numbers and bare shares, and takes a column’s own evidence as the answer when a field is given to it', () => {
    const numbers = { ...evidence, ambiguousDates: 0, dayNumbers: 3, dayNumberSample: '45123', dayNumbersLikely: true };
    const inWorkbook: SourceMapping = { ...mapping, sheet: { name: 's', dateSystem: '1904' } };
    expect(columnQuestions(mapping, [numbers, evidence])).toMatchObject([{ kind: 'dateOrder', index: 0 }]);
    expect(mapColumn(inWorkbook, 1, 'orderDate', numbers).columns[1]).toMatchObject({ field: 'orderDate', dateOrder: 'serial1904' });
    expect(mapColumn(mapping, 1, 'orderDate', numbers).columns[1]).toMatchObject({ dateOrder: null });
    expect(mapColumn(mapping, 1, 'amount', evidence).columns[1]).toMatchObject({ decimalMark: '.' });
    const deals: SourceMapping = { ...mapping, object: 'opportunities', columns: [column('p', 'probability')] };
    expect(columnQuestions(deals, [{ ...evidence, sharesUpToOne: 1 }])).toMatchObject([{ kind: 'shareUnit' }]);
    expect(columnQuestions(deals, [{ ...evidence, sharesUpToOne: 1, sharesAboveOne: 1 }])).toEqual([]);
    expect(columnQuestions(deals, [{ ...evidence, sharesUpToOne: 1, sharesAboveOne: 1, markedShares: 1 }])).toMatchObject([{ kind: 'shareUnit' }]);
  });

  it('says of another amount column only what its own header tells about tax', () => {
    const told: SourceMapping = { ...mapping, columns: [column('价税合计', 'amount'), column('实收', null), column('未税金额', null)], taxBasis: 'inclusive' };
    expect(mapColumn(told, 1, 'amount').taxBasis).toBeNull();
    expect(mapColumn(told, 2, 'amount').taxBasis).toBe('exclusive');
    expect(mapColumn({ ...mapping, taxBasis: 'exclusive' }, 1, 'amount').taxBasis).toBe('exclusive');
  });

  it('takes a field from the column that had it when another column gets it', () => {
    expect(mapColumn(mapping, 1, 'orderDate').columns.map(({ field }) => field)).toEqual([null, 'orderDate']);
  });

  it('judges a column by its question first and by how many values read second', () => {
    expect(columnVerdict('orders', mapping.columns[0]!, evidence, 0)).toBe('ask');
    expect(columnVerdict('orders', { ...mapping.columns[0]!, dateOrder: 'mdy' }, evidence, 0)).toBe('decided');
    expect(columnVerdict('orders', mapping.columns[0]!, { ...evidence, ambiguousDates: 0, asDate: 0.4 }, 0)).toBe('doubtful');
    expect(columnVerdict('orders', column('x', null), evidence, 0)).toBe('ignored');
  });

  it('shows how a sample reads in each order, and nothing where it is no day', () => {
    expect(readDateAs('10/07/2026', 'mdy')).toBe('2026-10-07');
    expect(readDateAs('10/07/2026', 'dmy')).toBe('2026-07-10');
    expect(readDateAs('31/01/2026', 'mdy')).toBeNull();
    expect(readDateAs('2026-10-07', 'mdy')).toBeNull();
  });

  it('says nothing about the time left until the pace is known', () => {
    const progress = { stage: 'reading' as const, doneBytes: 50, totalBytes: 100, rows: 4_000 };
    const start = { stage: 'reading' as const, atMs: 1_000, share: 0, rows: 0 };
    expect(paceOf(start, progress, 1_100)).toEqual({ rowsPerSecond: null, secondsLeft: null });
    expect(paceOf(start, progress, 5_000)).toEqual({ rowsPerSecond: 1_000, secondsLeft: 4 });
    expect(paceOf(start, { ...progress, totalBytes: 0 }, 5_000).secondsLeft).toBeNull();
    expect(paceOf(start, { ...progress, doneBytes: 100 }, 5_000).secondsLeft).toBeNull();
  });

  it('tells the pace of a stage from its own start: reading says nothing about writing', () => {
    const reading = { stage: 'reading' as const, doneBytes: 90, totalBytes: 100, rows: 90 };
    const begun = paceStart(null, reading, 0);
    expect(paceStart(begun, { ...reading, doneBytes: 95, rows: 95 }, 500)).toBe(begun);
    const writing = { stage: 'writing' as const, doneBytes: 10, totalBytes: 100, rows: 10 };
    const again = paceStart(begun, writing, 1_000);
    expect(again).toEqual({ stage: 'writing', atMs: 1_000, share: 0.1, rows: 10 });
    expect(paceOf(again, { ...writing, doneBytes: 40, rows: 40 }, 2_000)).toEqual({ rowsPerSecond: 30, secondsLeft: 2 });
    expect(paceStart(again, { ...writing, rows: 0, doneBytes: 0 }, 3_000)?.rows).toBe(0);
    expect(paceStart(null, null, 0)).toBeNull();
  });
});
