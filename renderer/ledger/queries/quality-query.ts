import type { DuplicateGroup, Outlier, QualityList, QualityReport, RepeatedLine, UnclassedCustomer, UnfiledName, UnmatchedOwner } from '@shared/contracts/quality';
import type { MergedNames } from '@shared/domain/customers/merged-names';
import { type MergeGroup, type NamedCustomer, suggestMerges } from '@shared/domain/customers/suggest-merges';
import { normaliseHeader } from '@shared/domain/imports/normalise-text';
import { identityIdOf, matchOwners } from '@shared/domain/org/attribution';
import { type GapOfMonths, monthGaps } from '@shared/domain/quality/month-gaps';
import { type Day, fromEpochDay, monthOfDay } from '@shared/kernel/day';
import { nameOrder } from '@shared/kernel/name-order';
import type { Customer } from '@shared/records/customer';
import type { Identity } from '@shared/records/identity';
import type { Person } from '@shared/records/person';
import type { Workspace } from '@renderer/data/workspace';
import { readOwnerText } from '../import/fact-table';
import type { ColumnStore } from '../store/column-store';
import { countCustomers, countedAs } from '../store/counted-customers';
import { rowsAt } from '../store/drill-rows';
import { type FoundOutlier, findOutliers } from './find-outliers';
import { findRepeats } from './find-repeats';
import type { LedgerContext } from './ledger-context';
import { type FactScan, type RowPlace, scanFacts } from './scan-facts';
import { loadSounds } from './sound-of-name';

/** As many of a kind are listed; what is beyond them is counted. */
const MOST_LISTED = 200;
/** Of equals; which language is shown is not known here. */
const byNameOrder = nameOrder('zh-CN');
/** A name longer than this cannot be merged (see the record). */
const LONGEST_NAME = 200;

/** What is found in the columns alone; it stands until facts or merges change. */
interface FoundInFacts {
  readonly version: number;
  readonly merges: MergedNames;
  readonly today: Day;
  readonly scan: FactScan;
  readonly outliers: readonly FoundOutlier[];
  readonly repeats: readonly RowPlace[][];
}
const kept = new WeakMap<ColumnStore, FoundInFacts>();

/** Everything that the data page asks to be mended. Reads the columns once per change of the facts; an edit of records only compares anew. */
export async function qualityQuery(store: ColumnStore, ws: Workspace, context: LedgerContext): Promise<QualityReport> {
  const found = foundInFacts(store, context);
  const { db } = ws;
  const [customers, products, people, identities, merges, soundOf] = await Promise.all([
    db.customers.toArray(), db.products.toArray(), db.people.toArray(), db.identities.toArray(), db.customerMerges.toArray(), loadSounds(),
  ]);
  const { scan } = found;
  const names = store.dictionaries.texts('customer');
  const netOf = netByName(names, scan, context.merges);
  const rowsOf = new Map(names.map((name, number) => [name, scan.customerRows[number]!]));
  const groups = suggestMerges({ customers: namedCustomers(rowsOf, customers), merges, soundOf });
  return {
    owners: listOf(unmatchedOwners(store, scan, people, identities)),
    unclassed: listOf(unclassedCustomers(customers, netOf, context.merges)),
    classes: classesInUse(customers),
    classedBy: scan.year.length === 0 ? null : { from: scan.year[0]!, to: scan.year.at(-1)! },
    duplicates: listOf(groups.map((group) => duplicateGroup(group, rowsOf, customers, context.merges)).sort((a, b) => Number(b.certain) - Number(a.certain) || rowsIn(b) - rowsIn(a))),
    gaps: listOf(scan.months.flatMap(({ source, object, rowsOf: rows }) => monthGaps(rows, monthOfDay(context.today)).map((gap: GapOfMonths) => ({ source, object, ...gap })))),
    outliers: { total: found.outliers.length, listed: await outliersOf(store, found.outliers.slice(0, MOST_LISTED)) },
    repeats: { total: found.repeats.length, listed: await repeatsOf(store, found.repeats.slice(0, MOST_LISTED)) },
    unfiledCustomers: listOf(unfiledCustomers(rowsOf, customers, context.merges)),
    unfiledProducts: listOf(unfiledProducts(store, scan, new Set(products.flatMap(({ name, code }) => [name, code])))),
  };
}

const listOf = <T>(all: readonly T[]): QualityList<T> => ({ total: all.length, listed: all.slice(0, MOST_LISTED) });
const rowsIn = ({ names }: DuplicateGroup): number => names.reduce((sum, { rows }) => sum + rows, 0);

function foundInFacts(store: ColumnStore, { merges, today }: LedgerContext): FoundInFacts {
  const last = kept.get(store);
  const before = last?.version === store.version && last.today === today ? last : null;
  if (before?.merges === merges) return before;
  const scan = before?.scan ?? scanFacts(store, today);
  const outliers = before?.outliers ?? findOutliers(store, scan, today);
  const found = { version: store.version, merges, today, scan, outliers, repeats: findRepeats(store, countCustomers(store.dictionaries.texts('customer'), merges)) };
  kept.set(store, found);
  return found;
}

/** Net of the year by the name each customer counts as. */
function netByName(names: readonly string[], { customerNetFen }: FactScan, merges: MergedNames): Map<string, number> {
  const counted = countCustomers(names, merges);
  const net = new Map<string, number>();
  for (const [number, netFen] of customerNetFen.entries()) {
    const name = counted.texts[countedAs(counted, number)]!;
    net.set(name, (net.get(name) ?? 0) + netFen);
  }
  return net;
}

/** Owners with rows that nobody answers to, unless the user said that they are nobody. Most rows first. */
function unmatchedOwners(store: ColumnStore, scan: FactScan, people: readonly Person[], identities: readonly Identity[]): UnmatchedOwner[] {
  const owners = store.dictionaries.texts('owner').map(readOwnerText);
  const standing = matchOwners(owners, people, identities);
  const nobody = new Set(identities.filter(({ personId }) => personId === null).map(({ id }) => id));
  const byName = new Map<string, Person | null>();
  for (const person of people) byName.set(normaliseHeader(person.name), byName.has(normaliseHeader(person.name)) ? null : person);
  return owners
    .flatMap((owner, number): UnmatchedOwner[] => {
      const rows = scan.ownerRows[number]!;
      if (rows === 0 || standing[number] !== null || nobody.has(identityIdOf(owner))) return [];
      const namesake = owner.ownerName === '' ? null : (byName.get(normaliseHeader(owner.ownerName)) ?? null);
      return [{ ...owner, rows, netFen: scan.ownerNetFen[number]!, wonFen: scan.ownerWonFen[number]!, namesake: namesake && { personId: namesake.id, name: namesake.name } }];
    })
    .sort((a, b) => b.rows - a.rows || byNameOrder(a.ownerName, b.ownerName));
}

/** A name that was merged away is not asked for when the one it counts as has a file of its own. */
function unclassedCustomers(customers: readonly Customer[], netOf: ReadonlyMap<string, number>, merges: MergedNames): UnclassedCustomer[] {
  const filed = new Set(customers.map(({ name }) => name));
  return customers
    .filter(({ name, class: own }) => own === '' && !filed.has(merges.get(name) ?? ''))
    .map(({ id, name }) => ({ id, name, netFen: netOf.get(merges.get(name) ?? name) ?? 0 }))
    .sort((a, b) => b.netFen - a.netFen || byNameOrder(a.name, b.name));
}

function classesInUse(customers: readonly Customer[]): string[] {
  const uses = new Map<string, number>();
  for (const { class: own } of customers) if (own !== '') uses.set(own, (uses.get(own) ?? 0) + 1);
  return [...uses].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1)).map(([own]) => own);
}

/** Every name that live facts or files carry, with the code of its file. */
function namedCustomers(rowsOf: ReadonlyMap<string, number>, customers: readonly Customer[]): NamedCustomer[] {
  const filed = new Set(customers.map(({ name }) => name));
  const unfiled = [...rowsOf].filter(([name, rows]) => rows > 0 && !filed.has(name)).map(([name]) => ({ name, code: '' }));
  return [...customers.map(({ name, code }) => ({ name, code })), ...unfiled].filter(({ name }) => name.length <= LONGEST_NAME);
}

/** The name that stays by proposal: one with a file, then the one with most rows, then the longest, which says most. */
function duplicateGroup(group: MergeGroup, rowsOf: ReadonlyMap<string, number>, customers: readonly Customer[], merges: MergedNames): DuplicateGroup {
  const members = new Set(group.names);
  const rows = new Map<string, number>(group.names.map((name) => [name, rowsOf.get(name) ?? 0]));
  for (const [from, into] of merges) if (members.has(into)) rows.set(into, (rows.get(into) ?? 0) + (rowsOf.get(from) ?? 0));
  const filed = new Set(customers.map(({ name }) => name).filter((name) => members.has(name)));
  const names = group.names
    .map((name) => ({ name, rows: rows.get(name) ?? 0, hasFile: filed.has(name) }))
    .sort((a, b) => Number(b.hasFile) - Number(a.hasFile) || b.rows - a.rows || b.name.length - a.name.length || (a.name < b.name ? -1 : 1));
  return { names, pairs: group.pairs.map(({ names: pair, reason }) => ({ names: pair, reason })), certain: group.certain };
}

async function outliersOf(store: ColumnStore, found: readonly FoundOutlier[]): Promise<Outlier[]> {
  const rows = await rowsAt(store, found);
  return found.map(({ kind, usualFen }, index) => ({ kind, usualFen, row: rows[index]! }));
}

async function repeatsOf(store: ColumnStore, groups: readonly RowPlace[][]): Promise<RepeatedLine[]> {
  const rows = await rowsAt(store, groups.flat());
  let next = 0;
  return groups.map((group) => {
    const own = rows.slice(next, (next += group.length));
    const { customer, product, amountFen } = own[0]!;
    return { day: fromEpochDay(group[0]!.hot.days['day']![group[0]!.row]!), customer, product, amountFen, rows: own.map(({ fileName, line }, index) => ({ source: group[index]!.hot.source, fileName, line })) };
  });
}

function unfiledCustomers(rowsOf: ReadonlyMap<string, number>, customers: readonly Customer[], merges: MergedNames): UnfiledName[] {
  const filed = new Set(customers.map(({ name }) => merges.get(name) ?? name));
  const missing = new Map<string, number>();
  for (const [written, rows] of rowsOf) {
    const name = merges.get(written) ?? written;
    if (written !== '' && rows > 0 && !filed.has(name)) missing.set(name, (missing.get(name) ?? 0) + rows);
  }
  return byRows([...missing].map(([name, rows]) => ({ name, rows })));
}

function unfiledProducts(store: ColumnStore, scan: FactScan, filed: ReadonlySet<string>): UnfiledName[] {
  const texts = store.dictionaries.texts('product');
  return byRows(texts.flatMap((name, number) => (name === '' || scan.productRows[number] === 0 || filed.has(name) ? [] : [{ name, rows: scan.productRows[number]! }])));
}

const byRows = (names: UnfiledName[]): UnfiledName[] => names.sort((a, b) => b.rows - a.rows || byNameOrder(a.name, b.name));
