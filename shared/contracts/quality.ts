import type { ImportObject } from '../records/import-object';
import type { Day } from '../kernel/day';
import type { YearMonth } from '../kernel/month';
import type { DrillRow } from './drill';

/** The longest part of what was found, worst first, and how much there is in all. */
export interface QualityList<T> {
  readonly total: number;
  readonly listed: readonly T[];
}

/** An owner that no person answers to: what it holds counts as 未分配. */
export interface UnmatchedOwner {
  readonly source: string;
  readonly ownerKey: string;
  readonly ownerName: string;
  readonly rows: number;
  /** Net of its order lines, and value of its won opportunities: never added together. */
  readonly netFen: number;
  readonly wonFen: number;
  /** The only person whose name is this but for width, case and blanks; null = none, or several. */
  readonly namesake: { readonly personId: string; readonly name: string } | null;
}

export interface UnclassedCustomer {
  readonly id: string;
  readonly name: string;
  /** Net sales of the twelve months, of all names that count as this customer. */
  readonly netFen: number;
}

export interface DuplicateName {
  readonly name: string;
  readonly rows: number;
  readonly hasFile: boolean;
}

/** Names that are likely one customer (see suggestMerges). */
export interface DuplicateGroup {
  /** The name proposed to stay first. */
  readonly names: readonly DuplicateName[];
  readonly pairs: readonly { readonly names: readonly [string, string]; readonly reason: 'code' | 'writing' | 'form' | 'group' | 'place' | 'sound' }[];
  readonly certain: boolean;
}

/** A stretch of months of one source and object that lack rows; `few`: one month with much fewer than around it. */
export interface MonthGap {
  readonly source: string;
  readonly object: ImportObject;
  readonly kind: 'empty' | 'few';
  readonly from: YearMonth;
  readonly to: YearMonth;
  /** Rows there are, and the median of the months around. */
  readonly rows: number;
  readonly usual: number;
}

/** An order line that stands out: its amount, a price of nothing or less, a date that is not yet or far before all others. */
export interface Outlier {
  readonly kind: 'amount' | 'price' | 'future' | 'early';
  readonly row: DrillRow;
  /** Of `amount`: the usual amount of the product (or of all lines) in 分; else null. */
  readonly usualFen: number | null;
}

/** Lines of several sources with the same day, customer, product and amount, at least one without an order number. */
export interface RepeatedLine {
  readonly day: Day;
  readonly customer: string;
  readonly product: string;
  readonly amountFen: number;
  readonly rows: readonly { readonly source: string; readonly fileName: string; readonly line: number }[];
}

/** A customer or product that facts name and no file describes. */
export interface UnfiledName {
  readonly name: string;
  readonly rows: number;
}

/** What the data page asks to be mended, each with how it is found told in words beside it. Nothing here was changed. */
export interface QualityReport {
  readonly owners: QualityList<UnmatchedOwner>;
  readonly unclassed: QualityList<UnclassedCustomer>;
  /** Classes in use, the most used first. */
  readonly classes: readonly string[];
  /** The twelve months that unclassed customers are ordered by; null without order lines. */
  readonly classedBy: { readonly from: YearMonth; readonly to: YearMonth } | null;
  readonly duplicates: QualityList<DuplicateGroup>;
  readonly gaps: QualityList<MonthGap>;
  readonly outliers: QualityList<Outlier>;
  readonly repeats: QualityList<RepeatedLine>;
  readonly unfiledCustomers: QualityList<UnfiledName>;
  readonly unfiledProducts: QualityList<UnfiledName>;
}
