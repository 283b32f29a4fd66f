import type { Mix, MixRow, MixValue } from '../../contracts/analysis';
import type { FactDimension } from '../../contracts/fact-filters';
import type { NodeFigures } from '../../contracts/figures';
import { fen } from '../../kernel/fen';
import { ratioOf } from '../../kernel/rate';
import { splitByLargestRemainder } from '../../kernel/rounding';
import type { SaleRow, SaleRows } from './fact-source';
import type { FactMasters } from './fact-masters';

/** More values than these are shown as one: the seventh colour is the rest's. */
const MOST_VALUES = 7;

/** What a row carries itself; lines are of products, tiers of customers. */
export type Carried = 'product' | 'customer' | 'channel' | 'region';

/** How a dimension numbers its values: by what the row carries, or by what that belongs to (`groups`, by number). */
interface Numbering {
  readonly texts: readonly string[];
  readonly by: Carried;
  readonly groups: Uint32Array | null;
}

/** By number of what rows carry: what they sum to, and whether there is any. */
export interface CarriedSums {
  readonly netFen: Float64Array;
  readonly seen: Uint8Array;
}

export function numberingOf(dimension: FactDimension, rows: SaleRows, masters: FactMasters): Numbering {
  switch (dimension) {
    case 'productLine':
      return { by: 'product', ...grouped(rows.products, masters.lineOf) };
    case 'tier':
      return { by: 'customer', ...grouped(rows.customers, masters.tierOf) };
    case 'product':
      return { texts: rows.products, by: 'product', groups: null };
    case 'channel':
      return { texts: rows.channels, by: 'channel', groups: null };
    case 'region':
      return { texts: rows.regions, by: 'region', groups: null };
  }
}

function grouped(members: readonly string[], groupOf: ReadonlyMap<string, string>): { texts: string[]; groups: Uint32Array } {
  const texts = [''];
  const numberOf = new Map([['', 0]]);
  const groups = Uint32Array.from(members, (member) => {
    const group = groupOf.get(member) ?? '';
    const known = numberOf.get(group);
    if (known !== undefined) return known;
    numberOf.set(group, texts.length);
    return texts.push(group) - 1;
  });
  return { texts, groups };
}

/** Amounts of one dimension's values by node, as rows come by. Row 0 is the scope, the others the nodes right below it. */
export class MixTable {
  private readonly byNode: Float64Array;
  private readonly seen: Uint8Array;
  private readonly now: Float64Array;
  private readonly lastYear: Float64Array;

  constructor(
    readonly dimension: FactDimension,
    private readonly numbering: Numbering,
    private readonly nodes: number,
  ) {
    const size = numbering.texts.length;
    this.byNode = new Float64Array(size * nodes);
    this.seen = new Uint8Array(size);
    this.now = new Float64Array(size);
    this.lastYear = new Float64Array(size);
  }

  /** A row of the period, filters passed; `node` 0 = of no node below the scope. */
  add(row: Readonly<SaleRow>, node: number): void {
    const number = this.numberOf(row);
    const size = this.numbering.texts.length;
    this.byNode[number]! += row.amountFen;
    if (node > 0) this.byNode[node * size + number]! += row.amountFen;
    this.seen[number] = 1;
  }

  addNow(row: Readonly<SaleRow>): void {
    this.now[this.numberOf(row)]! += row.amountFen;
  }

  addLastYear(row: Readonly<SaleRow>): void {
    this.lastYear[this.numberOf(row)]! += row.amountFen;
  }

  /** Values that facts carry, largest first, given what they come to by what they carry; [] where none carries any. */
  offered(carried: Readonly<Record<Carried, CarriedSums>>): string[] {
    const { texts, by, groups } = this.numbering;
    const { netFen, seen } = carried[by];
    const net = new Float64Array(texts.length);
    const numbers = new Set<number>();
    seen.forEach((any, member) => {
      if (any === 0) return;
      const number = groups === null ? member : groups[member]!;
      numbers.add(number);
      net[number]! += netFen[member]!;
    });
    return [...numbers].every((number) => number === 0) ? [] : this.largestFirst([...numbers], net).map((number) => texts[number]!);
  }

  /** `nodes` in the order of the table's rows; without a wholly imported last year (`hasLastYear`) its shares are not known. */
  mix(nodes: readonly NodeFigures[], hasLastYear: boolean): Mix {
    const { texts } = this.numbering;
    const numbers = this.largestFirst([...this.seen.keys()].filter((number) => this.seen[number] === 1), this.byNode);
    if (numbers.every((number) => number === 0)) return { dimension: this.dimension, values: [], rows: [] };
    const groups = numbers.length <= MOST_VALUES ? numbers.map((number) => [number]) : [...numbers.slice(0, MOST_VALUES - 1).map((number) => [number]), numbers.slice(MOST_VALUES - 1)];
    const nowTotal = totalOf(this.now);
    const lastTotal = totalOf(this.lastYear);
    const values = groups.map((group, at): MixValue => ({
      values: group.map((number) => texts[number]!),
      rest: at === MOST_VALUES - 1 && group.length > 1,
      share: shareOf(sumAt(this.now, 0, group), nowTotal),
      lastYearShare: hasLastYear ? shareOf(sumAt(this.lastYear, 0, group), lastTotal) : null,
    }));
    const rows = nodes.slice(0, this.nodes).map((node, at) => mixRow(node, groups.map((group) => sumAt(this.byNode, at * texts.length, group))));
    return { dimension: this.dimension, values, rows: rows.filter(({ parts }, at) => at === 0 || parts.some(({ netFen }) => netFen !== 0)) };
  }

  private numberOf(row: Readonly<SaleRow>): number {
    const { by, groups } = this.numbering;
    return groups === null ? row[by] : groups[row[by]]!;
  }

  private largestFirst(numbers: number[], amounts: Float64Array): number[] {
    const { texts } = this.numbering;
    return numbers.sort((a, b) => amounts[b]! - amounts[a]! || (texts[a]! < texts[b]! ? -1 : 1));
  }
}

function mixRow({ nodeId, name, kind }: NodeFigures, amounts: readonly number[]): MixRow {
  const above = amounts.map((amount) => Math.max(0, amount));
  const percents = above.every((amount) => amount === 0) ? above : splitByLargestRemainder(fen(100), above);
  return { nodeId, name, kind, netFen: fen(totalOf(amounts)), parts: amounts.map((amount, at) => ({ netFen: fen(amount), percent: percents[at]! })) };
}

const sumAt = (amounts: Float64Array, from: number, group: readonly number[]): number => group.reduce((sum, number) => sum + amounts[from + number]!, 0);
const shareOf = (part: number, total: number): number | null => (total > 0 ? ratioOf(part, total) : null);

function totalOf(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
