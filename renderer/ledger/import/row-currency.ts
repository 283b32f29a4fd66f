import type { ImportField, RowIssue, SourceMapping } from '@shared/contracts/import-run';
import { OWN_CURRENCY, oneCurrency } from '@shared/domain/imports/currency-word';
import { type ExactRate, exchanged, rateOf } from '@shared/domain/imports/exchange';
import { plainNumber } from '@shared/domain/imports/plain-number';
import type { ColumnTotal } from '@shared/records/import-batch';
import { resized } from '../csv/byte-dictionary';
import type { NumberReader } from './cell-readers';
import type { CurrencyReader } from './currency-reader';
import type { Dimension } from './fact-table';
import { type RowHasher, hashText } from './row-hasher';

export interface MoneyColumn {
  readonly field: ImportField;
  readonly reader: NumberReader;
  /** Stored in 分; a price is stored in 1/10,000. */
  readonly inFen: boolean;
}

interface CurrencyIssue {
  readonly field: ImportField | null;
  readonly code: Extract<RowIssue['code'], 'currency.noRate' | 'currency.mixed' | 'number.tooLarge'>;
  readonly detail: string;
}

/** What a money column holds in one foreign currency, in 1/10,000 of it, and how much of that was taken in. */
interface ForeignSum {
  file: bigint;
  accepted: bigint;
}

/** Seeds of the parts that a converted row adds to its content; fields count from 1. */
const CODE_SEED = 101;
const BOOKED_SEED = 102;

/**
 * The currency of each row, by its currency column and by the marks in its amounts ($5). Amounts in another currency than
 * the workspace's are converted exactly at the mapping's rate, rounded half-even once; without a rate they are no amounts
 * of this workspace and the row is rejected. In a file without currencies this costs one look per money cell.
 */
export class RowCurrency {
  /** Of the row in hand; '' = the workspace's own. */
  code = '';
  /** What the row's amounts are converted at; null when there is nothing to convert. */
  rate: ExactRate | null = null;
  /** False while the row's amounts cannot be told in the workspace's currency. */
  isKnown = true;
  private ids: Int32Array | null = null;
  private readonly codes = [''];
  private readonly sums = new Map<string, Map<ImportField, ForeignSum>>();

  constructor(
    private readonly mapping: SourceMapping,
    private readonly column: CurrencyReader | null,
    private readonly money: readonly MoneyColumn[],
  ) {}

  /** Settles the row's currency and converts what was read; what stands against it, else null. `unread` = its currency cell could not be read. */
  settle(row: number, unread: boolean): CurrencyIssue | null {
    const said = this.column === null ? '' : this.column.codeAt(row);
    let marked = false;
    for (let i = 0; i < this.money.length; i++) if (this.money[i]!.reader.currency !== '') marked = true;
    this.code = '';
    this.rate = null;
    this.isKnown = true;
    if (!marked && !unread && (said === '' || said === OWN_CURRENCY)) return null;
    const marks = [said, ...this.money.map(({ reader }) => reader.currency)];
    const one = unread ? null : oneCurrency(marks);
    if (one === null) {
      this.isKnown = false;
      this.withdraw(row, null);
      return unread ? null : { field: this.markedField(), code: 'currency.mixed', detail: [...new Set(marks.filter((mark) => mark !== ''))].join(' / ') };
    }
    return one === OWN_CURRENCY || one === '' ? null : this.settleForeign(row, one);
  }

  private settleForeign(row: number, code: string): CurrencyIssue | null {
    this.code = code;
    this.rate = rateOf(this.mapping.rates, code);
    this.isKnown = this.rate !== null;
    this.withdraw(row, code);
    if (this.rate === null) return { field: this.markedField() ?? 'currency', code: 'currency.noRate', detail: this.amountText(code) };
    for (const { field, reader, inFen } of this.money) {
      const { added } = reader;
      if (added === null) continue;
      const value = Number(exchanged(added, this.rate, inFen ? 100n : 1n));
      if (!Number.isSafeInteger(value)) return { field, code: 'number.tooLarge', detail: this.amountText(code) };
      reader.values[row] = value === 0 ? 0 : value;
    }
    return null;
  }

  /** The row is taken in. */
  accept(row: number): void {
    if (this.ids === null && this.code === '') return;
    this.ids ??= new Int32Array(Math.max(1024, row + 1));
    if (row >= this.ids.length) this.ids = resized(this.ids, Math.max(row + 1, this.ids.length * 2));
    this.ids[row] = this.numberOf(this.code);
    if (this.code !== '') for (const { field, reader } of this.money) if (reader.added !== null) this.sumOf(this.code, field).accepted += reader.added;
  }

  /** What a converted row is booked as belongs to its content: a new rate makes changed rows. */
  addTo(hasher: RowHasher, amountFen: number | null): void {
    if (this.code === '') return;
    const { hi, lo } = hashText(this.code, CODE_SEED);
    hasher.pair(hi | 0, lo | 0);
    if (amountFen !== null) hasher.whole(amountFen, BOOKED_SEED);
  }

  /** After the last row: what the file holds in other currencies joins its columns' totals, converted sum by sum. Rows without a rate stay out. */
  finish(): void {
    for (const [code, fields] of this.sums) {
      const rate = rateOf(this.mapping.rates, code);
      if (rate === null) continue;
      for (const { field, reader } of this.money) reader.total.addBig(exchanged(fields.get(field)?.file ?? 0n, rate, 1n));
    }
  }

  /** The code of each accepted row; null when all are in the workspace's own currency. */
  dimension(rows: number): Dimension | null {
    if (this.ids === null) return null;
    const ids = new Int32Array(rows);
    ids.set(this.ids.subarray(0, rows));
    return { ids, texts: this.codes };
  }

  /** A line per money column and foreign currency, in that currency: what the file holds of it and what was taken in. Field and column carry the code. */
  totals(): ColumnTotal[] {
    return [...this.sums].flatMap(([code, fields]) =>
      [...fields].map(([field, { file, accepted }]): ColumnTotal => {
        const header = this.mapping.columns.find((column) => column.field === field)?.header ?? field;
        return { field: `${field} ${code}`, column: `${header || field} ${code}`, sourceTotal: String(file), bookedTotal: String(accepted), unit: 'quantity' };
      }),
    );
  }

  /** Takes the row's amounts out of the yuan totals, into those of their currency where it is known. */
  private withdraw(row: number, code: string | null): void {
    for (const { field, reader } of this.money) {
      const { added } = reader;
      if (added === null) continue;
      reader.total.addBig(-added);
      reader.values[row] = Number.NaN;
      if (code !== null) this.sumOf(code, field).file += added;
    }
  }

  private sumOf(code: string, field: ImportField): ForeignSum {
    let fields = this.sums.get(code);
    if (fields === undefined) this.sums.set(code, (fields = new Map<ImportField, ForeignSum>()));
    let sum = fields.get(field);
    if (sum === undefined) fields.set(field, (sum = { file: 0n, accepted: 0n }));
    return sum;
  }

  private numberOf(code: string): number {
    const known = this.codes.indexOf(code);
    return known >= 0 ? known : this.codes.push(code) - 1;
  }

  private markedField(): ImportField | null {
    return this.money.find(({ reader }) => reader.currency !== '')?.field ?? null;
  }

  private amountText(code: string): string {
    const shown = this.money.findLast(({ field, reader }) => reader.added !== null && (field === 'amount' || field === 'wonAmount')) ?? this.money.find(({ reader }) => reader.added !== null);
    const added = shown?.reader.added ?? null;
    return added === null ? code : `${code} ${plainNumber(String(added), -4)!}`;
  }
}
