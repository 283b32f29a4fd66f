import type { SourceMapping } from '@shared/contracts/import-run';
import { exchanged } from '@shared/domain/imports/exchange';
import { takesBack } from '@shared/domain/imports/stage-outcome';
import { roundHalfEven } from '@shared/kernel/rounding';
import type { ColumnTotal } from '@shared/records/import-batch';
import { resized } from '../csv/byte-dictionary';
import { NumberReader } from './cell-readers';
import { columnTotal, sumOf } from './column-totals';
import { ExactSum } from './exact-sum';
import { type FactReaders, type FactRules, ownerDimension, statusFilter } from './fact-rules';
import type { Dimension, FactTable } from './fact-table';
import type { RowCurrency } from './row-currency';
import { type RowHasher, lower53 } from './row-hasher';

const CAPITAL_C = 67;
const SMALL_C = 99;

/**
 * Order lines. Amount is the line's own, or quantity × price where no amount column is mapped. Returns are negative: by
 * the file's sign, by a 退货 kind, or (in a file that marks cancellations so) by an order number like C536379.
 */
export class OrderRules implements FactRules {
  private readonly derivedTotal = new ExactSum();
  private derived: Float64Array | null;
  private orderKey: Float64Array;
  private readonly isReturn = new Map<number, boolean | null>();
  private readonly kindHeader: string;
  private readonly number;
  private readonly line;
  private readonly day;
  private readonly product;
  private readonly quantity;
  private readonly price;
  private readonly amount;
  private readonly margin;
  private readonly status;
  private readonly kind;
  private readonly isCounted;

  constructor(
    private readonly mapping: SourceMapping,
    private readonly readers: FactReaders,
    expectedRows: number,
    private readonly cancelPrefix: boolean,
    private readonly currency: RowCurrency,
  ) {
    this.kindHeader = mapping.columns.find((column) => column.field === 'kind')?.header ?? '';
    this.number = readers.text('orderNumber');
    this.line = readers.text('lineNumber');
    this.day = readers.day('orderDate');
    this.product = readers.dimension('product');
    this.quantity = readers.number('quantity');
    this.price = readers.number('price');
    this.amount = readers.number('amount');
    this.margin = readers.number('margin');
    this.status = readers.dimension('status');
    this.kind = readers.dimension('kind');
    this.isCounted = statusFilter(mapping, this.status);
    this.derived = this.amount === null ? new Float64Array(expectedRows) : null;
    this.orderKey = new Float64Array(expectedRows);
  }

  complete(row: number): ReturnType<FactRules['complete']> {
    const noAmount = this.amount === null ? this.derive(row) : this.amount.isBlank(row) ? ({ field: 'amount', code: 'required' } as const) : null;
    if (this.day === null || this.day.isBlank(row)) return { field: 'orderDate', code: 'required', detail: '' };
    if (noAmount !== null) return { ...noAmount, detail: '' };
    if (this.status !== null && !this.isCounted(row)) return { field: 'status', code: 'status.notCounted', detail: this.status.textAt(row) };
    const back = this.takesBack(row);
    if (back === null) return { field: 'kind', code: 'flag.malformed', detail: this.kind!.textAt(row) };
    if (back) this.turnNegative(row);
    return null;
  }

  amountOf(row: number): number | null {
    const value = this.amount === null ? this.derived![row] : this.amount.values[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  amountOfSpoilt(row: number): number | null {
    if (this.amount === null) this.derive(row);
    return this.amountOf(row);
  }

  identify(hasher: RowHasher, row: number, contentHi: number, contentLo: number): boolean {
    if (row >= this.orderKey.length) this.orderKey = resized(this.orderKey, this.orderKey.length * 2);
    if (this.number === null || this.number.isBlank(row)) {
      this.orderKey[row] = lower53(contentHi, contentLo);
      hasher.start(3);
      hasher.pair(contentHi, contentLo);
      hasher.finish();
      return false;
    }
    hasher.start(2);
    this.number.addTo(hasher, row);
    hasher.finish();
    const { hi, lo } = hasher;
    this.orderKey[row] = lower53(hi, lo);
    const lined = this.line !== null && !this.line.isBlank(row);
    hasher.start(lined ? 4 : 5);
    hasher.pair(hi, lo);
    if (lined) this.line.addTo(hasher, row);
    else if (this.product !== null) this.product.addTo(hasher, row);
    hasher.finish();
    return lined;
  }

  columns(rows: number): Pick<FactTable, 'dimensions' | 'days' | 'numbers' | 'texts'> {
    const dimensions: Record<string, Dimension> = {};
    const owner = ownerDimension(this.readers, this.mapping.source, rows);
    if (owner !== null) dimensions['owner'] = owner;
    for (const field of ['customer', 'product', 'channel', 'region', 'status', 'kind'] as const) {
      const reader = this.readers.dimension(field);
      if (reader !== null) dimensions[field] = { ids: reader.ids.subarray(0, rows), texts: reader.texts };
    }
    const numbers: Record<string, Float64Array> = { orderKey: this.orderKey.subarray(0, rows), amount: (this.derived ?? this.amount!.values).subarray(0, rows) };
    if (this.quantity !== null) numbers['quantity'] = this.quantity.values.subarray(0, rows);
    if (this.price !== null) numbers['price'] = this.price.values.subarray(0, rows);
    if (this.margin !== null) numbers['margin'] = this.margin.values.subarray(0, rows);
    return {
      dimensions,
      numbers,
      days: { day: this.day!.days.subarray(0, rows) },
      texts: {
        ...(this.number === null ? {} : { number: this.number.packer.finish(rows) }),
        ...(this.line === null ? {} : { lineNumber: this.line.packer.finish(rows) }),
      },
    };
  }

  totals(rows: number): ColumnTotal[] {
    const header = (field: 'quantity' | 'price') => this.mapping.columns.find((column) => column.field === field)?.header ?? field;
    const derived: ColumnTotal[] =
      this.derived === null
        ? columnTotal(this.mapping, 'amount', this.amount, rows, 'money')
        : [{ field: 'amount', column: `${header('quantity')} × ${header('price')}`, sourceTotal: String(roundHalfEven(this.derivedTotal.total(), 10_000n)), bookedTotal: String(sumOf(this.derived, rows)), unit: 'money' }];
    return [
      ...derived,
      ...columnTotal(this.mapping, 'margin', this.margin, rows, 'money'),
      ...columnTotal(this.mapping, 'quantity', this.quantity, rows, 'quantity'),
      ...columnTotal(this.mapping, 'price', this.price, rows, 'quantity'),
    ];
  }

  /** quantity × price exactly, in 1/10,000 × 1/10,000, converted where the row is in another currency, into the file's total too; what is missing, or beyond 2^53 分, else null. */
  private derive(row: number): { field: 'quantity' | 'price'; code: 'required' | 'number.tooLarge' } | null {
    if (row >= this.derived!.length) this.derived = resized(this.derived!, this.derived!.length * 2);
    this.derived![row] = Number.NaN;
    if (this.quantity === null || this.quantity.isBlank(row)) return { field: 'quantity', code: 'required' };
    if (this.price === null || this.price.isBlank(row)) return { field: 'price', code: 'required' };
    const exact = BigInt(this.quantity.units) * BigInt(this.price.units);
    const { isKnown, rate } = this.currency;
    if (!isKnown) return null;
    const fen = Number(rate === null ? roundHalfEven(exact, 1_000_000n) : exchanged(exact, rate, 1_000_000n));
    if (!Number.isSafeInteger(fen)) return { field: 'price', code: 'number.tooLarge' };
    this.derivedTotal.addBig(rate === null ? exact : exchanged(exact, rate, 1n));
    this.derived![row] = fen === 0 ? 0 : fen;
    return null;
  }

  /** Null when the row's answer to «is it a return» is none. */
  private takesBack(row: number): boolean | null {
    if (this.kind !== null) {
      const id = this.kind.ids[row]!;
      let back = this.isReturn.get(id);
      if (back === undefined) {
        back = takesBack(this.kind.texts[id]!, this.kindHeader);
        this.isReturn.set(id, back);
      }
      if (back !== false) return back;
    }
    if (!this.cancelPrefix || this.number === null) return false;
    const start = this.number.packer.offsets[row]!;
    const first = this.number.packer.bytes[start];
    return first === CAPITAL_C || first === SMALL_C;
  }

  /** A return written with positive numbers. */
  private turnNegative(row: number): void {
    const amounts = this.derived ?? this.amount!.values;
    const turned = amounts[row]! > 0;
    if (turned) amounts[row] = -amounts[row]!;
    for (const reader of [this.quantity, turned ? this.margin : null]) if (reader instanceof NumberReader && reader.values[row]! > 0) reader.values[row] = -reader.values[row]!;
  }
}
