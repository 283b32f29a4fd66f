import type { Drill, DrillPage, DrillRow } from '@shared/contracts/drill';
import type { MergedNames } from '@shared/domain/customers/merged-names';
import { isWantedRow, wantedNumbers } from '@shared/domain/figures/fact-filter';
import { type FactMasters, NO_MASTERS } from '@shared/domain/figures/fact-masters';
import { LOST, NO_DAY, OPEN, WON } from '@shared/domain/figures/fact-source';
import { firstSaleDays, saleRowsOf } from '@shared/domain/figures/sale-rows';
import type { Attribution } from '@shared/domain/org/attribution';
import { fromEpochDay, toEpochDay } from '@shared/kernel/day';
import { assertNever } from '@shared/kernel/result';
import { readOwnerText } from '../import/fact-table';
import { packedText } from '../import/packed-texts';
import { buildFacts } from './build-facts';
import type { ColumnStore } from './column-store';
import { countCustomers, countedAs } from './counted-customers';
import { LeafLookup } from './leaf-lookup';
import { leafOfOpportunity } from './opportunity-columns';
import { identityOf } from './row-identity';
import { hasReached } from './stage-courses';
import { type ColdSegment, type HotSegment, numberAt } from './segments';
import { visitOrders } from './visit-orders';

interface Match {
  readonly hot: HotSegment;
  readonly row: number;
  readonly day: number;
  readonly amountFen: number;
}

/** How rows are read: whose they are, as which customers they count and what is known of them. */
interface DrillReading {
  readonly attribution: Attribution;
  readonly merges: MergedNames;
  readonly masters?: FactMasters;
}

/**
 * The rows a figure is made of, by day, number, file and line, with count and sum over all of them. Only the page's own
 * days are looked up in the cold columns. A customer's rows are those of every name that counts as it, each under its own.
 */
export async function drillRows(store: ColumnStore, drill: Drill, reading: DrillReading, offset: number, limit: number): Promise<DrillPage> {
  const { attribution } = reading;
  const isWanted = dimensionFilter(store, drill, reading);
  const matches = isWanted === null ? [] : drill.fact === 'opportunities' ? opportunityMatches(store, drill, attribution, isWanted) : datedMatches(store, drill, attribution, isWanted);
  let sumFen = 0;
  for (const match of matches) sumFen += match.amountFen;
  matches.sort((a, b) => a.day - b.day);
  const start = Math.min(offset, matches.length);
  const end = Math.min(start + limit, matches.length);
  if (start >= end) return { total: matches.length, sumFen, rows: [] };
  let from = start;
  while (from > 0 && matches[from - 1]!.day === matches[start]!.day) from--;
  let to = end;
  while (to < matches.length && matches[to]!.day === matches[end - 1]!.day) to++;
  const near = matches.slice(from, to);
  const cold = await store.cold([...new Set(near.map((match) => match.hot.id))]);
  const rows = near.map((match) => rowOf(store, match, cold.get(match.hot.id)));
  rows.sort((a, b) => compare(a.day, b.day) || compare(a.number, b.number) || compare(a.fileName, b.fileName) || compare(a.sheet, b.sheet) || a.line - b.line);
  return { total: matches.length, sumFen, rows: rows.slice(start - from, end - from) };
}

/** These rows with their amounts, in the order given; each segment's cold columns are read once. */
export async function rowsAt(store: ColumnStore, places: readonly { readonly hot: HotSegment; readonly row: number }[]): Promise<DrillRow[]> {
  const cold = await store.cold([...new Set(places.map(({ hot }) => hot.id))]);
  return places.map(({ hot, row }) => rowOf(store, { hot, row, day: hot.days['day']?.[row] ?? NO_DAY, amountFen: numberAt(hot.numbers['amount'], row) || 0 }, cold.get(hot.id)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type IsWanted = (hot: HotSegment, row: number) => boolean;

function datedMatches(store: ColumnStore, drill: Drill, attribution: Attribution, isWanted: IsWanted): Match[] {
  const matches: Match[] = [];
  visitOrders(store.segments(drill.fact), new LeafLookup(attribution), drill.leaves === null ? null : new Set(drill.leaves), drill.from, drill.to, (hot, row) => {
    if (!isWanted(hot, row)) return;
    const amount = drill.part === 'rows' ? 0 : numberAt(hot.numbers['amount'], row);
    if ((drill.part === 'sales' && amount < 0) || (drill.part === 'returns' && amount >= 0)) return;
    const part = drill.part === 'margin' ? numberAt(hot.numbers['margin'], row) : amount;
    if (!Number.isNaN(part)) matches.push({ hot, row, day: hot.days['day']![row]!, amountFen: part });
  });
  return matches;
}

function opportunityMatches(store: ColumnStore, drill: Drill, attribution: Attribution, isWanted: IsWanted): Match[] {
  const matches: Match[] = [];
  const lookup = new LeafLookup(attribution);
  const leaves = drill.leaves === null ? null : new Set(drill.leaves);
  const first = drill.from === null ? -Infinity : toEpochDay(drill.from);
  const last = drill.to === null ? Infinity : toEpochDay(drill.to);
  const cameFarEnough = drill.part === 'reached' && drill.stage !== null ? hasReached(store, drill.stage) : null;
  for (const { hot, live } of store.segments('opportunities')) {
    for (let row = 0; row < hot.count; row++) {
      if ((live !== null && live[row] === 0) || !isWanted(hot, row)) continue;
      const outcome = hot.numbers['outcome']![row]!;
      const closed = hot.days['closeDay']![row]!;
      const created = hot.days['createdDay']?.[row] ?? NO_DAY;
      if (!countsAs(drill.part, outcome) || cameFarEnough?.(hot, row) === false) continue;
      const expected = hot.days['expectedDay']?.[row] ?? NO_DAY;
      if (drill.part === 'stalled') {
        if (created === NO_DAY || created > last || (expected !== NO_DAY && expected < first)) continue;
      } else {
        const dated = drill.part === 'overdue' ? expected : isByCreation(drill.part) ? created : drill.part === 'open' ? null : closed;
        if (dated !== null && (dated === NO_DAY ? drill.from !== null || drill.to !== null : dated < first || dated > last)) continue;
      }
      if (leaves !== null && !leaves.has(lookup.leaves[leafOfOpportunity(hot, row, lookup)]!)) continue;
      const amount = numberAt(outcome === WON ? hot.numbers['won'] : hot.numbers['amount'], row);
      matches.push({ hot, row, day: closed === NO_DAY ? created : closed, amountFen: Number.isNaN(amount) ? 0 : amount });
    }
  }
  return matches;
}

const isByCreation = (part: Drill['part']): boolean => part === 'created' || part === 'reached' || part === 'createdWon';

function countsAs(part: Drill['part'], outcome: number): boolean {
  if (part === 'won' || part === 'createdWon') return outcome === WON;
  if (part === 'lost') return outcome === LOST;
  if (part === 'open' || part === 'overdue' || part === 'stalled') return outcome === OPEN;
  return part === 'created' || part === 'reached' || (part === 'closed' && outcome !== OPEN);
}

/** Null when a wanted text is nowhere in the ledger: then no row can match. */
function dimensionFilter(store: ColumnStore, drill: Drill, reading: DrillReading): IsWanted | null {
  const wanted: [kind: string, number: number][] = [];
  const standing = drill.part === 'reached' ? null : drill.stage;
  for (const [kind, text] of [['product', drill.product], ['stage', standing]] as const) {
    if (text === null) continue;
    const number = store.dictionaries.numberOf(kind, text);
    if (number === undefined) return null;
    wanted.push([kind, number]);
  }
  const isOfCustomer = customerFilter(store, drill.customer, reading.merges);
  if (isOfCustomer === null) return null;
  const isOfValues = valueFilter(store, drill, reading);
  const isNew = newCustomerFilter(store, drill, reading);
  return (hot, row) => isOfCustomer(hot, row) && isOfValues(hot, row) && isNew(hot, row) && wanted.every(([kind, number]) => (hot.dimensions[kind]?.[row] ?? 0) === number);
}

/** Rows of every name that counts as the customer; a name that was merged away stands for the one it counts as. */
function customerFilter({ dictionaries }: ColumnStore, customer: string | null, merges: MergedNames): IsWanted | null {
  if (customer === null) return () => true;
  const names = countCustomers(dictionaries.texts('customer'), merges);
  const wanted = names.texts.indexOf(merges.get(customer) ?? customer);
  return wanted === -1 ? null : (hot, row) => countedAs(names, hot.dimensions['customer']?.[row] ?? 0) === wanted;
}

/** Rows that carry the values asked for; a value that is nowhere in the ledger leaves none. */
function valueFilter({ dictionaries }: ColumnStore, { where }: Drill, { merges, masters = NO_MASTERS }: DrillReading): IsWanted {
  if (where === undefined) return () => true;
  const names = countCustomers(dictionaries.texts('customer'), merges);
  const wants = wantedNumbers(where, masters, { products: dictionaries.texts('product'), customers: names.texts, channels: dictionaries.texts('channel'), regions: dictionaries.texts('region') });
  return ({ dimensions: { product, customer, channel, region } }, row) =>
    isWantedRow(wants, product?.[row] ?? 0, countedAs(names, customer?.[row] ?? 0), channel?.[row] ?? 0, region?.[row] ?? 0);
}

/** Rows of customers whose first sale of all lies in the drill's days. */
function newCustomerFilter(store: ColumnStore, drill: Drill, { attribution, merges }: DrillReading): IsWanted {
  if (drill.newCustomers !== true) return () => true;
  const names = countCustomers(store.dictionaries.texts('customer'), merges);
  const firstDays = firstSaleDays(saleRowsOf(drill.fact === 'opportunities' ? 'wonValue' : 'netSales', buildFacts(store, attribution, merges)));
  const from = drill.from === null ? -Infinity : toEpochDay(drill.from);
  const to = drill.to === null ? Infinity : toEpochDay(drill.to);
  return ({ dimensions: { customer } }, row) => {
    const number = countedAs(names, customer?.[row] ?? 0);
    const first = firstDays[number] ?? NO_DAY;
    return number !== 0 && first !== NO_DAY && first >= from && first <= to;
  };
}

function rowOf(store: ColumnStore, { hot, row, day, amountFen }: Match, cold: ColdSegment | undefined): DrillRow {
  if (cold === undefined) throw new Error(`Segment ${hot.id} has no cold columns`);
  const text = (kind: string) => store.dictionaries.texts(kind)[hot.dimensions[kind]?.[row] ?? 0]!;
  const packed = (name: string) => {
    const texts = cold.texts[name];
    return texts === undefined ? '' : packedText(texts, row);
  };
  return {
    day: day === NO_DAY ? '' : fromEpochDay(day),
    number: packed('number') || packed('name'),
    customer: text('customer'),
    product: text('product'),
    person: readOwnerText(text('owner')).ownerName,
    detail: detailOf(hot, row, text, packed),
    amountFen,
    ...store.fileOf(hot.batchId),
    line: cold.lines[row]!,
    identity: hot.object === 'opportunities' ? identityOf(hot, row) : '',
  };
}

type TextOf = (name: string) => string;

/** What else a list says of a row: `DrillRow.detail`. */
function detailOf(hot: HotSegment, row: number, text: TextOf, packed: TextOf): string {
  const score = (name: string) => {
    const units = numberAt(hot.numbers[name], row);
    return Number.isNaN(units) ? '–' : String(units / 10_000);
  };
  switch (hot.object) {
    case 'orders':
      return text('channel');
    case 'opportunities':
      return text('stage');
    case 'payments':
      return text('method');
    case 'activities':
      return listed(text('activityKind'), packed('subject'));
    case 'complaints':
      return listed(text('category'), text('stage'));
    case 'surveys':
      return listed(score('nps'), score('csat'));
    default:
      return assertNever(hot.object);
  }
}

const listed = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
