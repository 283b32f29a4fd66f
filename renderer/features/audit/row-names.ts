import { type YearMonth, fiscalYearMonths } from '@shared/kernel/month';
import type { RowChange } from '@shared/records/change-set';
import type { Membership } from '@shared/records/membership';
import type { Plan } from '@shared/records/plan';
import type { RecordTable } from '@shared/records/record-tables';
import type { WorkbenchDatabase } from '@renderer/data/database';

/** What ids stand for, for people to read. */
export interface RowNames {
  /** The name of a row as far as known, else its id. */
  readonly nameOf: (table: RecordTable, id: string) => string;
  /** The calendar month that stands at a place of a plan's twelve; null for an unknown plan. */
  readonly monthAt: (planId: string, index: number) => YearMonth | null;
  /** A KPI's name, else its id. */
  readonly kpiName: (id: string) => string;
}

/** `personIn` puts a person and a unit together in the language shown. */
export interface NameWords {
  readonly personIn: (person: string, unit: string) => string;
  readonly month: (month: YearMonth) => string;
}

/** Reads the names that these changes need: organisation and plans whole (they are small), other rows by id; rows that are gone from the changes themselves. */
export async function readRowNames(db: WorkbenchDatabase, changes: readonly RowChange[], words: NameWords): Promise<RowNames> {
  const [people, units, memberships, plans, cycles, templates] = await Promise.all([db.people.toArray(), db.orgUnits.toArray(), db.memberships.toArray(), db.plans.toArray(), db.reviewCycles.toArray(), db.scorecardTemplates.toArray()]);
  const named = new Map<string, string>();
  const remember = (table: string, id: string, row: object) => {
    const name: unknown = Reflect.get(row, 'name') ?? Reflect.get(row, 'title') ?? Reflect.get(row, 'fileName') ?? Reflect.get(row, 'organisation') ?? Reflect.get(row, 'ownerName');
    if (typeof name === 'string' && name !== '') named.set(`${table}:${id}`, name);
  };
  for (const { table, id, before, after } of changes) remember(table, id, { ...before, ...after });
  for (const table of new Set(changes.map((change) => change.table))) {
    const ids = changes.flatMap((change) => (change.table === table && !named.has(`${table}:${change.id}`) ? [change.id] : []));
    for (const row of await db.records(table).bulkGet(ids)) if (row) remember(table, row.id, row);
  }
  for (const person of people) remember('people', person.id, person);
  for (const unit of units) remember('orgUnits', unit.id, unit);
  for (const template of templates) remember('scorecardTemplates', template.id, template);
  const members = new Map<string, Pick<Membership, 'personId' | 'unitId'>>(memberships.map((each) => [each.id, each]));
  for (const { table, id, before, after } of changes) {
    const row = { ...before, ...after };
    if (table === 'memberships' && typeof row['personId'] === 'string' && typeof row['unitId'] === 'string') members.set(id, { personId: row['personId'], unitId: row['unitId'] });
  }
  const planById = new Map<string, Plan>(plans.map((plan) => [plan.id, plan]));
  const monthOfCycle = new Map(cycles.map((cycle) => [cycle.id, cycle.month]));
  const kpis = new Map(templates.flatMap(({ sections }) => sections.flatMap((section) => section.kpis.map(({ id, name }) => [id, name] as const))));

  const plain = (table: RecordTable, id: string) => named.get(`${table}:${id}`) ?? id;
  const memberName = (id: string): string | null => {
    const member = members.get(id);
    return member ? words.personIn(plain('people', member.personId), plain('orgUnits', member.unitId)) : null;
  };
  const planName = (id: string) => String(planById.get(id)?.fiscalYear ?? id);
  const cycleName = (id: string) => {
    const month = monthOfCycle.get(id);
    return month === undefined ? id : words.month(month);
  };
  const nodeName = (id: string) => memberName(id) ?? plain('orgUnits', id);
  const halves = (id: string): [string, string] => {
    const cut = id.indexOf('/');
    return cut < 0 ? [id, ''] : [id.slice(0, cut), id.slice(cut + 1)];
  };
  return {
    nameOf: (table, id) => {
      const [first, second] = halves(id);
      switch (table) {
        case 'memberships':
          return memberName(id) ?? id;
        case 'targetRows':
          return second === '' ? nodeName(id) : `${nodeName(second)} ${planName(first)}`;
        case 'plans':
          return planName(id);
        case 'planCommits':
          return `${planName(first)} ${second}`;
        case 'reviewCycles':
          return cycleName(id);
        case 'reviews':
          return `${plain('people', second)} ${cycleName(first)}`;
        default:
          return plain(table, id);
      }
    },
    monthAt: (planId, index) => {
      const plan = planById.get(planId);
      return plan ? (fiscalYearMonths(plan.fiscalYear, plan.fiscalYearStartMonth)[index] ?? null) : null;
    },
    kpiName: (id) => kpis.get(id) ?? id,
  };
}

