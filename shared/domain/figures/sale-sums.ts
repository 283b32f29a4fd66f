import { type Fen, fen } from '../../kernel/fen';
import { ratioOf } from '../../kernel/rate';
import { NO_DAY, type SaleRow } from './fact-source';

/** Sales added up row by row, with who bought. */
export class SaleSums {
  private net = 0;
  private back = 0;
  private margin = 0;
  private marginLines = 0;
  private marginBase = 0;
  private readonly bought: Uint8Array;

  constructor(customers: number) {
    this.bought = new Uint8Array(customers);
  }

  add({ amountFen, marginFen, customer }: Readonly<SaleRow>): void {
    this.net += amountFen;
    if (amountFen < 0) this.back += amountFen;
    if (!Number.isNaN(marginFen)) {
      this.margin += marginFen;
      this.marginLines++;
      this.marginBase += amountFen;
    }
    this.bought[customer] = 1;
  }

  get netFen(): Fen {
    return fen(this.net);
  }

  /** ≤ 0 */
  get returnsFen(): Fen {
    return fen(this.back);
  }

  /** Margin ÷ net sales of the lines that carry one; null where none does, or they sum to 0. */
  get marginRate(): number | null {
    return this.marginLines === 0 ? null : ratioOf(this.margin, this.marginBase);
  }

  /** Named customers with a line; returns count too. */
  get customers(): number {
    let count = 0;
    for (let number = 1; number < this.bought.length; number++) count += this.bought[number]!;
    return count;
  }

  /** Those of them whose first sale of all (`firstDays`, by number) lies in these epoch days. */
  newCustomers(firstDays: Int32Array, from: number, to: number): number {
    let count = 0;
    for (let number = 1; number < this.bought.length; number++) {
      const first = firstDays[number]!;
      if (this.bought[number] === 1 && first !== NO_DAY && first >= from && first <= to) count++;
    }
    return count;
  }
}
