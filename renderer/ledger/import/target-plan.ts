import type { FileIssue, SourceMapping, TargetTrial } from '@shared/contracts/import-run';
import { normaliseHeader } from '@shared/domain/imports/normalise-text';
import { type PersonFailure, type PlacedTargets, type TargetLine, placeTargets } from '@shared/domain/targets/place-targets';
import { ALL_MONTHS, withRows } from '@shared/domain/targets/target-book';
import { readTargetSheet, sumOf } from '@shared/domain/targets/target-sheet';
import { fiscalYearMonths, fiscalYearOf, yearMonth } from '@shared/kernel/month';
import { type Result, err, ok } from '@shared/kernel/result';
import type { Person } from '@shared/records/person';
import type { Plan } from '@shared/records/plan';
import type { WorkbenchDatabase } from '@renderer/data/database';
import { type PlanView, planViewOf } from '@renderer/data/plan-view';
import { type RecordWrite, writeOf } from './record-plan';
import type { TargetTableRow } from './target-rows';

export interface TargetPlan extends Pick<PlacedTargets, 'added' | 'changed' | 'unchanged' | 'rejected' | 'agreeingSums' | 'sourceFen' | 'bookedFen'> {
  readonly writes: readonly RecordWrite[];
  readonly trial: TargetTrial;
}

/**
 * What a table of targets does to the plans of its years now; a year without one gets its plan, made at `nowMs`.
 * `file.noFiscalYear`: months without a year and none was said. `file.noMeasure`: a plan must be made and it was not said what it counts.
 */
export async function planTargets(db: WorkbenchDatabase, mapping: SourceMapping, rows: readonly TargetTableRow[], nowMs: number): Promise<Result<TargetPlan, FileIssue>> {
  const settings = await db.settings.get('settings');
  if (settings === undefined) throw new Error('A workspace without settings has no fiscal year');
  const startMonth = settings.fiscalYearStartMonth;
  const refuse = (code: 'file.noFiscalYear' | 'file.noMeasure', detail = ''): Result<never, FileIssue> => err({ code, detail, line: mapping.headerLine });
  const yearless = rows.some(({ entries }) => entries.some(({ month }) => month.year === null));
  if (yearless && mapping.fiscalYear === null) return refuse('file.noFiscalYear');
  const lines = rows.map((row) => lineOf(row, mapping.fiscalYear, startMonth));
  const years = [...new Set(lines.flatMap(({ entries }) => entries.map(({ fiscalYear }) => fiscalYear)))].sort((a, b) => a - b);
  const views = new Map<number, PlanView>();
  const made: Plan[] = [];
  for (const fiscalYear of years) {
    const id = `plan-${fiscalYear}`;
    const known = await db.plans.get(id);
    if (known === undefined && mapping.measure === undefined) return refuse('file.noMeasure', String(fiscalYear));
    const plan = known ?? { id, fiscalYear, fiscalYearStartMonth: startMonth, measure: mapping.measure!, committedVersion: 0, createdAt: new Date(nowMs).toISOString() };
    if (known === undefined) made.push(plan);
    const view = await planViewOf(db, plan);
    if (view !== null) views.set(fiscalYear, view);
  }
  const rowAt = new Map(rows.map((row) => [row.line, row]));
  const who = await personFinder(db, mapping.source);
  const placed = placeTargets(lines, new Map([...views].map(([year, { book }]) => [year, book])), ({ line }) => who(rowAt.get(line)!));
  const written = [...placed.rows.values()].flat();
  return ok({
    ...placed,
    writes: [...made.filter(({ fiscalYear }) => placed.rows.has(fiscalYear)).map((plan) => writeOf('plans', plan)), ...written.map((row) => writeOf('targetRows', row))],
    trial: { cellsAdded: placed.cells.added, cellsChanged: placed.cells.changed, units: [...views].flatMap(([year, view]) => unitsChanged(year, view, placed)) },
  });
}

/** A month without a year is that of the fiscal year that was said. */
function lineOf({ line, sums, entries, yearTotalFen }: TargetTableRow, fiscalYear: number | null, startMonth: number): TargetLine {
  return {
    line,
    sums,
    yearTotalFen,
    entries: entries.map(({ field, month: { year, month }, valueFen }) => {
      const at = year === null ? fiscalYear! : fiscalYearOf(yearMonth(`${year}-${String(month).padStart(2, '0')}`), startMonth);
      return { field, fiscalYear: at, month: fiscalYearMonths(at, startMonth).findIndex((one) => Number(one.slice(5)) === month), valueFen };
    }),
  };
}

/** The exact year of every unit that the table changes, before and after; the organisation in any case. */
function unitsChanged(fiscalYear: number, { book, nodes }: PlanView, placed: PlacedTargets): TargetTrial['units'] {
  const after = withRows(book, placed.rows.get(fiscalYear) ?? []);
  const [before, then] = [readTargetSheet(book.tree, book.rows), readTargetSheet(after.tree, after.rows)];
  return nodes.flatMap(({ kind, name }, index) => {
    const [beforeFen, afterFen] = [sumOf(before, index, ALL_MONTHS), sumOf(then, index, ALL_MONTHS)];
    return kind === 'person' || (beforeFen === afterFen && index > 0) ? [] : [{ fiscalYear, name, beforeFen, afterFen }];
  });
}

/**
 * Who a row means: the employee number first; else the only person of that name, or of several the one in the department
 * that the row names; else what was decided for this owner.
 */
async function personFinder(db: WorkbenchDatabase, source: string): Promise<(row: TargetTableRow) => Result<string, PersonFailure>> {
  const [people, memberships, units, identities] = await Promise.all([db.people.toArray(), db.memberships.toArray(), db.orgUnits.toArray(), db.identities.toArray()]);
  const unitName = new Map(units.map(({ id, name }) => [id, normaliseHeader(name)]));
  const decided = new Map(identities.map(({ id, personId }) => [id, personId]));
  const inUnit = (person: Person, path: string) => {
    const own = memberships.filter(({ personId }) => personId === person.id).map(({ unitId }) => unitName.get(unitId));
    const named = path.split(/[/\\>|]/).map(normaliseHeader).filter((name) => name !== '');
    return named.some((name) => own.includes(name));
  };
  return ({ owner, ownerId, unitPath }) => {
    const unknown = (field: 'owner' | 'ownerId', detail: string) => err({ field, code: 'target.unknownPerson', detail } as const);
    if (ownerId !== '') {
      const byId = people.filter(({ externalId }) => externalId === ownerId);
      if (byId.length === 1) return ok(byId[0]!.id);
      if (byId.length > 1) return err({ field: 'ownerId', code: 'target.ambiguousPerson', detail: ownerId });
      if (owner === '') return unknown('ownerId', ownerId);
    }
    const decision = decided.get(`${source}:${ownerId || owner}`);
    if (decision !== undefined && decision !== null && people.some(({ id }) => id === decision)) return ok(decision);
    const namesakes = people.filter(({ name }) => normaliseHeader(name) === normaliseHeader(owner));
    // A number that nobody has, beside a name that belongs to somebody with another number, is not that person.
    const named = ownerId === '' ? namesakes : namesakes.filter(({ externalId }) => externalId === '');
    if (named.length === 0) return unknown(ownerId === '' ? 'owner' : 'ownerId', ownerId === '' ? owner : `${ownerId} ${owner}`);
    if (named.length === 1) return ok(named[0]!.id);
    const there = named.filter((person) => inUnit(person, unitPath));
    return there.length === 1 ? ok(there[0]!.id) : err({ field: 'owner', code: 'target.ambiguousPerson', detail: owner });
  };
}
