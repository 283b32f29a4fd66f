import type { DryRun, FileIssue, SourceMapping } from '@shared/contracts/import-run';
import { missingFields } from '@shared/domain/imports/import-fields';
import { normaliseHeader } from '@shared/domain/imports/normalise-text';
import { mappedFields } from '@shared/domain/imports/recognise-source';
import { matchOwners } from '@shared/domain/org/attribution';
import { type Result, err, ok } from '@shared/kernel/result';
import { isFactObject } from '@shared/records/import-object';
import type { WorkbenchDatabase } from '@renderer/data/database';
import type { ByteSource } from '../csv/byte-source';
import { signedAmong } from '../queries/closed-months';
import type { ColumnStore } from '../store/column-store';
import { monthsOf } from './build-segments';
import { type Comparison, compareRows } from './compare-rows';
import { type FactTable, readOwnerText } from './fact-table';
import { MOST_ISSUES } from './issue-list';
import { type ReadFacts, readFacts } from './read-facts';
import { type RecordPlan, planRecords } from './record-plan';
import { type ReadRecordRows, readRecordRows } from './record-rows';
import type { ScanWatch } from './scan-file';
import { otherTaxBases } from './source-rules';
import { planTargets } from './target-plan';
import { type ReadTargetRows, readTargetRows } from './target-rows';

/** A file read and compared, held in memory until it is committed or dropped. Nothing of it is written. */
export interface ImportRun {
  readonly report: DryRun;
  readonly mapping: SourceMapping;
  readonly fileName: string;
  readonly bytes: number;
  readonly content:
    | { readonly kind: 'facts'; readonly facts: ReadFacts; readonly comparison: Comparison; readonly version: number }
    | { readonly kind: 'records'; readonly rows: ReadRecordRows; readonly plan: RecordPlan }
    | { readonly kind: 'targets'; readonly rows: ReadTargetRows };
}

/** Reads a file in earnest by its mapping and says what committing it would do. */
export async function dryRun(db: WorkbenchDatabase, store: ColumnStore, runId: string, source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<ImportRun, FileIssue>> {
  const missing = missingFields(mapping.object, mappedFields(mapping.columns));
  if (missing.length > 0) return err({ code: 'file.missingField', detail: `${mapping.object}: ${missing.join(', ')}`, line: mapping.headerLine });
  const { object } = mapping;
  if (object === 'targets') return dryRunTargets(db, runId, source, mapping, watch);
  return isFactObject(object) ? dryRunFacts(db, store, runId, source, mapping, watch) : dryRunRecords(db, runId, source, mapping, watch);
}

/** What most objects have nothing to say of. */
const NOTHING_ELSE = { months: [], unmatchedOwners: [], signedMonths: [], departments: [], otherTaxBases: [] } as const satisfies Partial<DryRun>;

async function dryRunFacts(db: WorkbenchDatabase, store: ColumnStore, runId: string, source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<ImportRun, FileIssue>> {
  const read = await readFacts(source, mapping, watch);
  if (!read.ok) return read;
  const facts = read.value;
  const { table, index } = facts;
  watch.onProgress({ stage: 'comparing', doneBytes: source.bytes, totalBytes: source.bytes, rows: facts.rows });
  const segments = store.segmentsOf(table.object, mapping.source);
  const comparison = compareRows(table, index, segments);
  const touched = new Set([...monthsOf(table, comparison.states), ...segments.flatMap(({ hot }) => (comparison.touchedSegments.has(hot.id) && hot.month !== null ? [hot.month] : []))]);
  const report: DryRun = {
    ...NOTHING_ELSE,
    runId,
    object: mapping.object,
    rows: facts.rows,
    added: comparison.added,
    changed: comparison.changed,
    unchanged: comparison.unchanged,
    rejected: facts.rejected,
    issues: facts.issues,
    totals: facts.totals,
    months: monthsOf(table, null),
    unmatchedOwners: await unmatchedOwners(db, table),
    signedMonths: await signedAmong(db, touched),
    leftOut: facts.leftOut,
    otherTaxBases: await otherTaxBases(db, mapping),
  };
  return ok({ report, mapping, fileName: source.name, bytes: source.bytes, content: { kind: 'facts', facts, comparison, version: store.version } });
}

async function dryRunRecords(db: WorkbenchDatabase, runId: string, source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<ImportRun, FileIssue>> {
  const read = await readRecordRows(source, mapping, watch);
  if (!read.ok) return read;
  const rows = read.value;
  watch.onProgress({ stage: 'comparing', doneBytes: source.bytes, totalBytes: source.bytes, rows: rows.gate.rows });
  const plan = await planRecords(db, mapping, rows);
  for (const { line, field, code, detail } of plan.rejected) rows.gate.reject(line, field, code, detail, null);
  const report: DryRun = {
    ...NOTHING_ELSE,
    runId,
    object: mapping.object,
    rows: rows.gate.rows,
    added: plan.added,
    changed: plan.changed,
    unchanged: plan.unchanged,
    rejected: rows.issues.rejected,
    issues: rows.issues.issues.toSorted((a, b) => a.line - b.line).slice(0, watch.mostIssues ?? MOST_ISSUES),
    totals: rows.totals,
    departments: plan.departments,
    leftOut: rows.gate.leftOut,
  };
  return ok({ report, mapping, fileName: source.name, bytes: source.bytes, content: { kind: 'records', rows, plan } });
}

async function dryRunTargets(db: WorkbenchDatabase, runId: string, source: ByteSource, mapping: SourceMapping, watch: ScanWatch): Promise<Result<ImportRun, FileIssue>> {
  const read = await readTargetRows(source, mapping, watch);
  if (!read.ok) return read;
  const rows = read.value;
  watch.onProgress({ stage: 'comparing', doneBytes: source.bytes, totalBytes: source.bytes, rows: rows.gate.rows });
  const planned = await planTargets(db, mapping, rows.rows, 0);
  if (!planned.ok) return planned;
  const { added, changed, unchanged, rejected, agreeingSums, sourceFen, bookedFen, trial } = planned.value;
  const amountOf = new Map(rows.rows.filter(({ sums }) => sums === null).map(({ line, entries }) => [line, entries.reduce((sum, { valueFen }) => sum + valueFen, 0)]));
  for (const { line, field, code, detail } of rejected) rows.gate.reject(line, field, code, detail, amountOf.get(line) ?? null);
  const issues = rows.issues.issues.toSorted((a, b) => a.line - b.line);
  // Rows of sums that agree are no data: they are checked, not counted.
  const counted = rows.gate.rows - agreeingSums;
  const report: DryRun = {
    ...NOTHING_ELSE,
    runId,
    object: mapping.object,
    rows: counted,
    added,
    changed,
    unchanged,
    rejected: counted - added - changed - unchanged,
    issues: issues.slice(0, watch.mostIssues ?? MOST_ISSUES),
    totals: [{ field: 'target', column: '', sourceTotal: String(sourceFen * 100n), bookedTotal: String(bookedFen), unit: 'money' }],
    leftOut: rows.gate.leftOut,
    targets: trial,
  };
  return ok({ report, mapping, fileName: source.name, bytes: source.bytes, content: { kind: 'targets', rows } });
}

/** Owners of accepted rows that no person answers to, most rows first. The blank owner has nobody to ask about. */
async function unmatchedOwners(db: WorkbenchDatabase, table: FactTable): Promise<DryRun['unmatchedOwners']> {
  const dimension = table.dimensions['owner'];
  if (dimension === undefined) return [];
  const [people, identities] = await Promise.all([db.people.toArray(), db.identities.toArray()]);
  const counts = new Int32Array(dimension.texts.length);
  for (let row = 0; row < table.count; row++) counts[dimension.ids[row]!]!++;
  const owners = dimension.texts.map(readOwnerText);
  const persons = matchOwners(owners, people, identities);
  const sameName = (name: string) => people.filter((person) => normaliseHeader(person.name) === normaliseHeader(name)).map((person) => person.id);
  return owners
    .map(({ ownerKey, ownerName }, id) => ({ ownerKey, ownerName, rows: counts[id]!, candidates: sameName(ownerName) }))
    .filter((owner, id) => owner.rows > 0 && owner.ownerKey !== '' && persons[id] === null)
    .toSorted((a, b) => b.rows - a.rows);
}
