import type { ImportField, SourceMapping } from '@shared/contracts/import-run';
import { type OrgFromPeople, type OrgRecords, type PeopleRow, orgFromPeople } from '@shared/domain/org/org-from-people';
import { sameJson } from '@shared/kernel/same-json';
import type { Contact } from '@shared/records/contact';
import type { Customer } from '@shared/records/customer';
import type { Product } from '@shared/records/product';
import type { RecordOf, RecordTable } from '@shared/records/record-tables';
import type { ChangeWriter } from '@renderer/data/change-writer';
import type { WorkbenchDatabase } from '@renderer/data/database';
import type { ReadRecordRows, RecordRow } from './record-rows';

export interface RecordWrite {
  readonly table: RecordTable;
  readonly id: string;
  into(writer: ChangeWriter): Promise<void>;
}

const writeOf = <T extends RecordTable>(table: T, row: RecordOf<T>): RecordWrite => ({ table, id: row.id, into: (writer) => writer.assert(table, row) });

/** What a file of records would do now. */
export interface RecordPlan {
  readonly writes: readonly RecordWrite[];
  readonly removes: readonly { readonly table: RecordTable; readonly id: string }[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that cannot stand: a second row of the same id, a circle of managers, a manager nobody knows. */
  readonly rejected: readonly { readonly line: number; readonly field: ImportField; readonly code: 'row.duplicate' | 'text.tooLong' | 'org.cycle' | 'org.missingBoss'; readonly detail: string }[];
}

/** Compares a file's rows with the records as they stand. Fields without a column keep what they have. */
export async function planRecords(db: WorkbenchDatabase, mapping: SourceMapping, { rows }: Pick<ReadRecordRows, 'rows'>): Promise<RecordPlan> {
  const mapped = new Set(mapping.columns.flatMap((column) => (column.field === null ? [] : [column.field])));
  if (mapping.object === 'people') {
    const [settings, units, people, memberships] = await Promise.all([db.settings.get('settings'), db.orgUnits.toArray(), db.people.toArray(), db.memberships.toArray()]);
    return planPeople(rows, { organisation: settings?.organisation ?? '', units, people, memberships });
  }
  if (mapping.object === 'customers') {
    return planNamed('customers', 'c', await db.customers.toArray(), rows, (row, id, before): Customer => ({
      id,
      name: row.text('name'),
      code: row.text('code') || (before?.code ?? ''),
      class: mapped.has('class') ? row.text('class') : (before?.class ?? ''),
      industry: mapped.has('industry') ? row.text('industry') : (before?.industry ?? ''),
      city: mapped.has('city') ? row.text('city') : (before?.city ?? ''),
      ownerName: mapped.has('owner') ? row.text('owner') : (before?.ownerName ?? ''),
    }));
  }
  if (mapping.object === 'contacts') {
    return planNamed('contacts', 'ct', await db.contacts.toArray(), rows, (row, id, before): Contact => ({
      id,
      name: row.text('name'),
      code: row.text('code') || (before?.code ?? ''),
      customer: mapped.has('customer') ? row.text('customer') : (before?.customer ?? ''),
      title: mapped.has('title') ? row.text('title') : (before?.title ?? ''),
      phone: mapped.has('phone') ? row.text('phone') : (before?.phone ?? ''),
      email: mapped.has('email') ? row.text('email') : (before?.email ?? ''),
      birthday: mapped.has('birthday') ? row.day('birthday') : (before?.birthday ?? null),
      ownerName: mapped.has('owner') ? row.text('owner') : (before?.ownerName ?? ''),
    }));
  }
  return planNamed('products', 'pr', await db.products.toArray(), rows, (row, id, before): Product => ({
    id,
    name: row.text('name'),
    code: row.text('code') || (before?.code ?? ''),
    line: mapped.has('line') ? row.text('line') : (before?.line ?? ''),
    priceFen: mapped.has('price') ? row.money('price') : (before?.priceFen ?? null),
  }));
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** Contacts only: people of the same name work at different customers. */
  readonly customer?: string;
}

const nameOf = ({ name, customer }: Pick<Named, 'name' | 'customer'>): string => (customer === undefined ? name : `${customer}/${name}`);
/** As `keySchema` has it. */
const LONGEST_ID = 400;

/** Identity: the code; without one the name (of a contact: at its customer), also that of a record which has a code already. */
function planNamed<T extends 'customers' | 'products' | 'contacts'>(
  table: T,
  prefix: string,
  current: readonly (RecordOf<T> & Named)[],
  rows: readonly RecordRow[],
  build: (row: RecordRow, id: string, before: RecordOf<T> | undefined) => RecordOf<T>,
): RecordPlan {
  const byId = new Map(current.map((record) => [record.id, record]));
  const byName = new Map(current.map((record) => [nameOf(record), record]));
  const lineOf = new Map<string, number>();
  const writes: RecordWrite[] = [];
  const rejected: RecordPlan['rejected'][number][] = [];
  let added = 0;
  let changed = 0;
  for (const row of rows) {
    const code = row.text('code');
    const name = nameOf({ name: row.text('name'), ...(table === 'contacts' ? { customer: row.text('customer') } : {}) });
    const namesake = byName.get(name);
    const id = namesake !== undefined && (code === '' || namesake.code === '') ? namesake.id : `${prefix}:${code || name}`;
    if (id.length > LONGEST_ID) {
      rejected.push({ line: row.line, field: 'name', code: 'text.tooLong', detail: row.text('name').slice(0, 80) });
      continue;
    }
    const first = lineOf.get(id);
    if (first !== undefined) {
      rejected.push({ line: row.line, field: code === '' ? 'name' : 'code', code: 'row.duplicate', detail: String(first) });
      continue;
    }
    lineOf.set(id, row.line);
    const before = byId.get(id);
    const record = build(row, id, before);
    if (before === undefined) added++;
    else if (!sameJson(before, record)) changed++;
    writes.push(writeOf(table, record));
  }
  return { writes, removes: [], added, changed, unchanged: writes.length - added - changed, rejected };
}

function planPeople(rows: readonly RecordRow[], current: OrgRecords): RecordPlan {
  const rejected: RecordPlan['rejected'][number][] = [];
  let standing = [...rows];
  for (;;) {
    const org = orgFromPeople(peopleRows(standing), current);
    if (org.ok) return peoplePlan(standing, org.value, current, rejected);
    // Rows that cannot stand are taken out and the rest is tried again: a report may lose its manager by that.
    const bad = new Set(org.error.map((issue) => issue.row));
    for (const { row, code, detail } of org.error) {
      rejected.push({ line: standing[row]!.line, field: code === 'row.duplicate' ? 'name' : 'manager', code, detail: code === 'row.duplicate' ? String(standing[Number(detail)]!.line) : detail });
    }
    standing = standing.filter((_, index) => !bad.has(index));
  }
}

/**
 * The place of each person: the path column, else region and team columns. A region without a team column puts people
 * in teams named after their managers, as long as the managers are not people of the file themselves.
 */
function peopleRows(rows: readonly RecordRow[]): PeopleRow[] {
  const names = new Set(rows.map((row) => row.text('name')));
  const managersApart = rows.every((row) => !names.has(row.text('manager')) && row.text('team1') === '');
  return rows.map((row) => {
    const path = row.text('unitPath').split(/[/\\>|]/).map((part) => part.trim()).filter((part) => part !== '');
    const team = row.text('team1') || (managersApart && row.text('region1') !== '' ? row.text('manager') : '');
    const unitPath = path.length > 0 ? path : [row.text('region1'), team].filter((part) => part !== '');
    return {
      name: row.text('name'), externalId: row.text('externalId'), title: row.text('title'), unitPath, managerName: row.text('manager'),
      joinedOn: row.day('joinedOn'), leftOn: row.day('leftOn'), effectiveFrom: row.day('effectiveFrom'),
    };
  });
}

function peoplePlan(rows: readonly RecordRow[], org: OrgFromPeople, current: OrgRecords, rejected: RecordPlan['rejected']): RecordPlan {
  const known = new Set(current.people.map((person) => person.id));
  const changedPeople = new Set<string>();
  const before = new Map([...current.people, ...current.memberships].map((row) => [row.id, row]));
  for (const person of org.people) if (!sameJson(before.get(person.id), person)) changedPeople.add(person.id);
  for (const membership of org.memberships) if (!sameJson(before.get(membership.id), membership)) changedPeople.add(membership.personId);
  for (const membership of current.memberships) if (org.replaced.includes(membership.id)) changedPeople.add(membership.personId);
  const personOf = (row: RecordRow) => org.people.find((person) => (row.text('externalId') === '' ? person.name === row.text('name') : person.externalId === row.text('externalId')));
  let added = 0;
  let changed = 0;
  for (const row of rows) {
    const person = personOf(row);
    if (person === undefined) throw new Error(`No person stands for line ${row.line}`);
    if (!known.has(person.id)) added++;
    else if (changedPeople.has(person.id)) changed++;
  }
  return {
    writes: [...org.units.map((row) => writeOf('orgUnits', row)), ...org.people.map((row) => writeOf('people', row)), ...org.memberships.map((row) => writeOf('memberships', row))],
    removes: org.replaced.map((id) => ({ table: 'memberships' as const, id })),
    added,
    changed,
    unchanged: rows.length - added - changed,
    rejected,
  };
}
