import type { ImportField, SourceMapping } from '@shared/contracts/import-run';
import { importFields, kindOf } from '@shared/domain/imports/import-fields';
import type { ColumnTotal } from '@shared/records/import-batch';
import { type FactObject, isFactObject } from '@shared/records/import-object';
import { resized } from '../csv/byte-dictionary';
import type { RowTaker } from '../csv/csv-scanner';
import { CellDecoder, type CellIssue, type CellReader, DayReader, DimensionReader, NumberReader, TextReader } from './cell-readers';
import { CurrencyReader } from './currency-reader';
import { DatedRules } from './dated-rules';
import { datedSpecs } from './dated-specs';
import type { FactReaders, FactRules } from './fact-rules';
import type { FactTable } from './fact-table';
import type { IssueList } from './issue-list';
import { KeyIndex } from './key-index';
import { OpportunityRules } from './opportunity-rules';
import { OrderRules } from './order-rules';
import { RowCurrency } from './row-currency';
import { RowGate } from './row-gate';
import { RowHasher } from './row-hasher';
import { ShareReader } from './share-reader';
import type { RowMarks } from './table-rows';

/** Mostly distinct texts; all others repeat. */
const PACKED: ReadonlySet<ImportField> = new Set<ImportField>([
  'orderNumber', 'lineNumber', 'opportunityId', 'opportunityName', 'paymentNumber', 'activityId', 'complaintNumber', 'responseId', 'subject', 'result', 'cause', 'comment',
]);

/** Reads the facts of a file row by row into columns, hashing each row's identity and content as it goes. */
export class FactReader {
  private readonly gate: RowGate;
  private readonly cells: { field: ImportField; at: number; reader: CellReader }[] = [];
  private readonly object: FactObject;
  private readonly rules: FactRules;
  private readonly currency: RowCurrency;
  private readonly hasher = new RowHasher();
  private readonly index: KeyIndex;
  private readonly repeats = new Map<number, number>();
  private lines: Uint32Array;
  private keyHi: Uint32Array;
  private keyLo: Uint32Array;
  private contentHi: Uint32Array;
  private contentLo: Uint32Array;
  private count = 0;

  constructor(
    private readonly mapping: SourceMapping,
    expectedRows: number,
    cancelPrefix: boolean,
    readonly issues: IssueList,
  ) {
    const { object } = mapping;
    if (!isFactObject(object)) throw new Error(`${object} are no facts`);
    this.object = object;
    this.gate = new RowGate(mapping, this.issues);
    const decoder = new CellDecoder(mapping.encoding);
    // Canonical order of the fields, not the file's: shuffled columns give the same row the same hash.
    importFields[object].forEach(({ field }, seed) => {
      const at = mapping.columns.findIndex((column) => column.field === field);
      if (at >= 0) this.cells.push({ field, at, reader: createReader(mapping, field, decoder, seed + 1, expectedRows) });
    });
    const readers = readersOf(this.cells);
    this.currency = currencyOf(mapping, this.cells);
    this.rules =
      object === 'orders' ? new OrderRules(mapping, readers, expectedRows, cancelPrefix, this.currency)
      : object === 'opportunities' ? new OpportunityRules(mapping, readers, expectedRows)
      : new DatedRules({ ...mapping, object }, readers);
    this.index = new KeyIndex(expectedRows);
    this.lines = new Uint32Array(expectedRows);
    this.keyHi = new Uint32Array(expectedRows);
    this.keyLo = new Uint32Array(expectedRows);
    this.contentHi = new Uint32Array(expectedRows);
    this.contentLo = new Uint32Array(expectedRows);
  }

  get rows(): number {
    return this.gate.rows;
  }

  /** Lines of the footer, which are no data. */
  get leftOut(): number {
    return this.gate.leftOut;
  }

  taker(marks: () => RowMarks): RowTaker {
    const { cells } = this;
    // One list for all rows: most rows have nothing to put in.
    const spoilt: { cell: (typeof cells)[number]; code: CellIssue; detail: string | null }[] = [];
    return (bytes, starts, ends, fields, line) => {
      const { strayQuote, faults } = marks();
      if (!this.gate.admits(bytes, starts, ends, fields, line, strayQuote)) return;
      const row = this.count;
      spoilt.length = 0;
      for (let i = 0; i < cells.length; i++) {
        const cell = cells[i]!;
        const fault = faults === null ? undefined : faults.get(cell.at);
        // A cell that must not be read is read as blank, so that nothing of another row stands in its place.
        const code = fault === undefined ? cell.reader.read(bytes, starts[cell.at]!, ends[cell.at]!, row) : (cell.reader.read(bytes, 0, 0, row) ?? fault.code);
        if (code !== null) spoilt.push({ cell, code, detail: fault?.detail ?? null });
      }
      const odd = this.currency.settle(row, spoilt.some(isOfCurrency));
      if (odd !== null) this.gate.reject(line, odd.field, odd.code, odd.detail, null);
      if (spoilt.length > 0) {
        const amountFen = this.rules.amountOfSpoilt(row);
        for (const { cell, code, detail } of spoilt) this.gate.reject(line, cell.field, code, detail ?? this.gate.cell(bytes, starts[cell.at]!, ends[cell.at]!), amountFen);
        return;
      }
      if (odd !== null) return;
      const wrong = this.rules.complete(row);
      if (wrong === null) this.accept(row, line);
      else this.gate.reject(line, wrong.field, wrong.code, wrong.detail, this.rules.amountOf(row));
    };
  }

  private accept(row: number, line: number): void {
    if (row >= this.lines.length) this.grow();
    const { hasher } = this;
    hasher.start(1);
    for (let i = 0; i < this.cells.length; i++) this.cells[i]!.reader.addTo(hasher, row);
    if (this.currency.code !== '') this.currency.addTo(hasher, this.rules.amountOf(row));
    hasher.finish();
    const contentHi = hasher.hi;
    const contentLo = hasher.lo;
    const once = this.rules.identify(hasher, row, contentHi, contentLo);
    const { hi, lo } = hasher;
    const twin = this.index.findOrAdd(this.keyHi, hi, lo, row);
    this.keyHi[row] = hi;
    this.keyLo[row] = lo;
    if (twin >= 0) {
      if (once) {
        this.gate.reject(line, idField(this.object), 'row.duplicate', String(this.lines[twin]), this.rules.amountOf(row));
        return;
      }
      this.tellApart(row, twin, hi, lo);
    }
    this.contentHi[row] = contentHi;
    this.contentLo[row] = contentLo;
    this.lines[row] = line;
    this.currency.accept(row);
    this.count++;
  }

  /** The second, third … row of an identity in a file gets a key of its own, by how many came before it. */
  private tellApart(row: number, twin: number, hi: number, lo: number): void {
    const occurrence = (this.repeats.get(twin) ?? 0) + 1;
    this.repeats.set(twin, occurrence);
    const { hasher } = this;
    hasher.start(occurrence);
    hasher.pair(hi, lo);
    hasher.finish();
    this.keyHi[row] = hasher.hi;
    this.keyLo[row] = hasher.lo;
    this.index.findOrAdd(this.keyHi, hasher.hi, hasher.lo, row);
  }

  /** The accepted rows; the index finds them by key. */
  finish(): { table: FactTable; index: KeyIndex; totals: ColumnTotal[] } {
    const rows = this.count;
    this.currency.finish();
    const columns = this.rules.columns(rows);
    const currencies = this.currency.dimension(rows);
    const cut = (array: Uint32Array) => array.subarray(0, rows);
    const table: FactTable = {
      object: this.object,
      count: rows,
      lines: cut(this.lines),
      keyHi: cut(this.keyHi),
      keyLo: cut(this.keyLo),
      contentHi: cut(this.contentHi),
      contentLo: cut(this.contentLo),
      ...columns,
      dimensions: currencies === null ? columns.dimensions : { ...columns.dimensions, currency: currencies },
    };
    return { table, index: this.index, totals: [...this.rules.totals(rows), ...this.currency.totals()] };
  }

  private grow(): void {
    const length = this.lines.length * 2;
    this.lines = resized(this.lines, length);
    this.keyHi = resized(this.keyHi, length);
    this.keyLo = resized(this.keyLo, length);
    this.contentHi = resized(this.contentHi, length);
    this.contentLo = resized(this.contentLo, length);
  }
}

const idField = (object: FactObject): ImportField => (object === 'orders' ? 'orderNumber' : object === 'opportunities' ? 'opportunityId' : datedSpecs[object].id);

function createReader(mapping: SourceMapping, field: ImportField, decoder: CellDecoder, seed: number, expectedRows: number): CellReader {
  const column = mapping.columns.find((entry) => entry.field === field)!;
  const kind = kindOf(mapping.object, field);
  if (kind === 'day') return new DayReader(decoder, column.dateOrder, seed, expectedRows);
  if (kind === 'quantity') return new NumberReader(decoder, column.decimalMark, false, seed, expectedRows);
  if (kind === 'money') return new NumberReader(decoder, column.decimalMark, isInFen(field), seed, expectedRows, true);
  if (kind === 'share') return new ShareReader(decoder, column.shareUnit, seed, expectedRows);
  if (field === 'currency') return new CurrencyReader(decoder, seed, expectedRows);
  return PACKED.has(field) ? new TextReader(decoder, kind === 'id', seed, expectedRows) : new DimensionReader(decoder, kind === 'id', seed, expectedRows);
}

const isOfCurrency = ({ cell }: { readonly cell: { readonly reader: CellReader } }): boolean => cell.reader instanceof CurrencyReader;

/** Prices keep 1/10,000: they are multiplied before they are money. */
const isInFen = (field: ImportField): boolean => field !== 'price';

function currencyOf(mapping: SourceMapping, cells: readonly { field: ImportField; reader: CellReader }[]): RowCurrency {
  const column = cells.find(({ reader }) => reader instanceof CurrencyReader)?.reader;
  const money = cells.flatMap(({ field, reader }) => (reader instanceof NumberReader && kindOf(mapping.object, field) === 'money' ? [{ field, reader, inFen: isInFen(field) }] : []));
  return new RowCurrency(mapping, column instanceof CurrencyReader ? column : null, money);
}

function readersOf(cells: readonly { field: ImportField; reader: CellReader }[]): FactReaders {
  const find = <R extends CellReader>(field: ImportField, type: new (...args: never[]) => R): R | null => {
    const reader = cells.find((cell) => cell.field === field)?.reader;
    return reader instanceof type ? reader : null;
  };
  return {
    dimension: (field) => find(field, DimensionReader),
    text: (field) => find(field, TextReader),
    day: (field) => find(field, DayReader),
    number: (field) => find(field, NumberReader),
    share: (field) => find(field, ShareReader),
  };
}
