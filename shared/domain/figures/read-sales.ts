import type { Comparison } from '../../contracts/analysis';
import { type FactFilters, factDimensions } from '../../contracts/fact-filters';
import type { Figures, NodeFigures } from '../../contracts/figures';
import { type Day, fromEpochDay, monthOfDay, toEpochDay } from '../../kernel/day';
import type { YearMonth } from '../../kernel/month';
import { isWantedRow, wantedNumbers } from './fact-filter';
import type { FactMasters } from './fact-masters';
import type { SaleRow, SaleRows } from './fact-source';
import { type Carried, type CarriedSums, MixTable, numberingOf } from './mix-table';
import { firstSaleDays } from './sale-rows';
import { SaleSums } from './sale-sums';

/** What the rows of a scope come to under the filters, read in one pass. */
export interface SalesReading {
  readonly period: SaleSums;
  readonly now: SaleSums;
  readonly lastYear: SaleSums;
  readonly previous: SaleSums;
  /** By month, for each month asked for. */
  readonly months: ReadonlyMap<YearMonth, SaleSums>;
  /** By node of `Figures`, in its order. */
  readonly nodes: readonly NodeSales[];
  readonly customers: readonly { readonly customer: string; readonly netFen: number }[];
  readonly mixes: readonly MixTable[];
  /** What all rows of the scope come to by what they carry, filters or not. */
  readonly carried: Readonly<Record<Carried, CarriedSums>>;
  /** Epoch day of each customer's first sale of all, anybody's. */
  readonly firstDays: Int32Array;
}

/** Amounts of one node in the four spans, and its margin in the period. */
export interface NodeSales {
  readonly period: number;
  readonly now: number;
  readonly lastYear: number;
  readonly previous: number;
  readonly marginFen: number;
  readonly marginBaseFen: number;
  readonly marginLines: number;
}

interface SalesQuestion {
  readonly figures: Figures;
  readonly comparison: Comparison;
  readonly months: readonly YearMonth[];
  readonly rows: SaleRows;
  readonly masters: FactMasters;
  readonly filters: FactFilters;
}

export function readSales({ figures, comparison, months, rows, masters, filters }: SalesQuestion): SalesReading {
  const size = rows.customers.length;
  const isIn = new Set(figures.nodes[0]!.leaves);
  const inScope = Uint8Array.from(rows.leaves, (leaf) => Number(isIn.has(leaf)));
  const childOf = childrenByLeaf(figures.nodes, rows.leaves);
  const wants = wantedNumbers(filters, masters, rows);
  const mixes = factDimensions.map((dimension) => new MixTable(dimension, numberingOf(dimension, rows, masters), childOf.count + 1));
  const byMonth = new Map(months.map((month) => [month, new SaleSums(size)]));
  const sumsOfDay = dayLookUp(byMonth);
  const spans = { period: sumsOf(figures.period, size), now: sumsOf(comparison.now, size), lastYear: sumsOf(comparison.lastYear, size), previous: sumsOf(comparison.previous, size) };
  const leaves = new LeafSums(rows.leaves.length);
  const customerNet = new Float64Array(size);
  const bought = new Uint8Array(size);
  const carriedBy = (texts: readonly string[]): CarriedSums => ({ netFen: new Float64Array(texts.length), seen: new Uint8Array(texts.length) });
  const carried = { product: carriedBy(rows.products), customer: carriedBy(rows.customers), channel: carriedBy(rows.channels), region: carriedBy(rows.regions) };

  rows.visit(null, null, (row) => {
    if (inScope[row.leaf] === 0) return;
    carried.product.netFen[row.product]! += row.amountFen;
    carried.product.seen[row.product] = 1;
    carried.customer.netFen[row.customer]! += row.amountFen;
    carried.customer.seen[row.customer] = 1;
    carried.channel.netFen[row.channel]! += row.amountFen;
    carried.channel.seen[row.channel] = 1;
    carried.region.netFen[row.region]! += row.amountFen;
    carried.region.seen[row.region] = 1;
    if (!isWantedRow(wants, row.product, row.customer, row.channel, row.region)) return;
    sumsOfDay(row.day)?.add(row);
    if (holds(spans.period, row.day)) {
      spans.period.sums.add(row);
      customerNet[row.customer]! += row.amountFen;
      bought[row.customer] = 1;
      leaves.addPeriod(row);
      for (const mix of mixes) mix.add(row, childOf.node[row.leaf]!);
    }
    if (holds(spans.now, row.day)) {
      spans.now.sums.add(row);
      leaves.now[row.leaf]! += row.amountFen;
      for (const mix of mixes) mix.addNow(row);
    }
    if (holds(spans.lastYear, row.day)) {
      spans.lastYear.sums.add(row);
      leaves.lastYear[row.leaf]! += row.amountFen;
      for (const mix of mixes) mix.addLastYear(row);
    }
    if (holds(spans.previous, row.day)) {
      spans.previous.sums.add(row);
      leaves.previous[row.leaf]! += row.amountFen;
    }
  });

  const numberOf = new Map(rows.leaves.map((leaf, number) => [leaf, number]));
  const customers = [...bought.keys()].filter((number) => bought[number] === 1).map((number) => ({ customer: rows.customers[number]!, netFen: customerNet[number]! }));
  return {
    period: spans.period.sums, now: spans.now.sums, lastYear: spans.lastYear.sums, previous: spans.previous.sums,
    months: byMonth,
    nodes: figures.nodes.map((node) => leaves.of(node.leaves.flatMap((leaf) => numberOf.get(leaf) ?? []))),
    customers: customers.sort((a, b) => b.netFen - a.netFen || (a.customer < b.customer ? -1 : 1)),
    mixes, carried,
    firstDays: firstSaleDays(rows),
  };
}

/** The nodes right below the scope, numbered from 1 in the order of `Figures`, and which of them each leaf lies in (0 = none shown). */
function childrenByLeaf(nodes: readonly NodeFigures[], leaves: readonly string[]): { count: number; node: Uint32Array } {
  const nodeOf = new Map<string, number>();
  const children = childrenOf(nodes);
  children.forEach((child, at) => child.leaves.forEach((leaf) => nodeOf.set(leaf, at + 1)));
  return { count: children.length, node: Uint32Array.from(leaves, (leaf) => nodeOf.get(leaf) ?? 0) };
}

export const childrenOf = (nodes: readonly NodeFigures[]): NodeFigures[] => nodes.filter(({ depth }) => depth === 1);

interface Span {
  readonly first: number;
  readonly last: number;
  readonly sums: SaleSums;
}

/** Null = no days at all. */
function sumsOf(days: { readonly from: Day; readonly to: Day } | null, customers: number): Span {
  return { first: days === null ? Infinity : toEpochDay(days.from), last: days === null ? -Infinity : toEpochDay(days.to), sums: new SaleSums(customers) };
}

const holds = ({ first, last }: Span, day: number): boolean => day >= first && day <= last;

/** A day's month, worked out once per day. */
function dayLookUp(byMonth: ReadonlyMap<YearMonth, SaleSums>): (day: number) => SaleSums | null {
  const known = new Map<number, SaleSums | null>();
  return (day) => {
    let sums = known.get(day);
    if (sums === undefined) known.set(day, (sums = byMonth.get(monthOfDay(fromEpochDay(day))) ?? null));
    return sums;
  };
}

/** Amounts by number of the leaf. */
class LeafSums {
  readonly now: Float64Array;
  readonly lastYear: Float64Array;
  readonly previous: Float64Array;
  private readonly period: Float64Array;
  private readonly margin: Float64Array;
  private readonly marginBase: Float64Array;
  private readonly marginLines: Float64Array;

  constructor(size: number) {
    this.now = new Float64Array(size);
    this.lastYear = new Float64Array(size);
    this.previous = new Float64Array(size);
    this.period = new Float64Array(size);
    this.margin = new Float64Array(size);
    this.marginBase = new Float64Array(size);
    this.marginLines = new Float64Array(size);
  }

  addPeriod({ leaf, amountFen, marginFen }: Readonly<SaleRow>): void {
    this.period[leaf]! += amountFen;
    if (Number.isNaN(marginFen)) return;
    this.margin[leaf]! += marginFen;
    this.marginBase[leaf]! += amountFen;
    this.marginLines[leaf]!++;
  }

  of(leaves: readonly number[]): NodeSales {
    const sum = (amounts: Float64Array) => leaves.reduce((total, leaf) => total + amounts[leaf]!, 0);
    return {
      period: sum(this.period), now: sum(this.now), lastYear: sum(this.lastYear), previous: sum(this.previous),
      marginFen: sum(this.margin), marginBaseFen: sum(this.marginBase), marginLines: sum(this.marginLines),
    };
  }
}
