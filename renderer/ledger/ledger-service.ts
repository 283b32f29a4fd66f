import type { BackupContent } from '@shared/contracts/backup-file';
import type { Drill, DrillPage, StageStep } from '@shared/contracts/drill';
import type { DryRun, FileIssue, ImportProgress, SheetPlace, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import type { MergedNames } from '@shared/domain/customers/merged-names';
import type { FactMasters } from '@shared/domain/figures/fact-masters';
import type { FactSource } from '@shared/domain/figures/fact-source';
import { presetsInForce } from '@shared/domain/imports/presets-in-force';
import type { Attribution, Owner } from '@shared/domain/org/attribution';
import { fiscalYearMonths } from '@shared/kernel/month';
import { uuidV7 } from '@shared/kernel/id';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ChangeSet } from '@shared/records/change-set';
import type { ImportObject } from '@shared/records/import-object';
import type { Workspace } from '@renderer/data/workspace';
import { gatherBackup } from './backup/gather-backup';
import type { TakeChunk } from './backup/part-writer';
import { type Moment, RowsMemory, readMoment } from './backup/read-moment';
import { type ByteSource, FileVanished } from './csv/byte-source';
import { commitImport } from './import/commit-import';
import { type ImportRun, dryRun } from './import/dry-run';
import { readOwnerText } from './import/fact-table';
import { inspectFile } from './import/inspect-file';
import { previewUndo } from './import/preview-undo';
import { rejectedRows } from './import/rejected-rows';
import { replayImport, replayUndo } from './import/replay-import';
import { proposeByRule } from './import/source-rules';
import { undoImport } from './import/undo-import';
import type { LedgerApi, OwnerRows } from './ledger-api';
import { customerNames } from './queries/customer-names';
import type { FactStore } from './queries/fact-store';
import { homeQuery } from './queries/home-query';
import { funnelQuery } from './queries/funnel-query';
import { readLedgerContext } from './queries/ledger-context';
import { readFactMasters } from './queries/fact-masters';
import { qualityQuery } from './queries/quality-query';
import { stageHistoryOf } from './queries/stage-history-query';
import { buildFacts } from './store/build-facts';
import { ColumnStore } from './store/column-store';
import { drillRows } from './store/drill-rows';
import { stageCourses } from './store/stage-courses';

type OnProgress = (progress: ImportProgress) => void;

/** Everything the worker does with one open workspace; the worker itself only passes calls on. */
export class LedgerService implements FactStore {
  private readonly runs = new Map<string, ImportRun>();
  private readonly cancelled = new Set<string>();
  private readonly rowsMemory = new RowsMemory();
  private reading: { cancelled: boolean } | null = null;
  private built: { attribution: Attribution; merges: MergedNames; version: number; facts: FactSource } | null = null;

  private constructor(
    readonly workspace: Workspace,
    private readonly store: ColumnStore,
  ) {}

  static async open(workspace: Workspace): Promise<LedgerService> {
    return new LedgerService(workspace, await ColumnStore.load(workspace.db));
  }

  async inspect(source: ByteSource, as: ImportObject | null, place?: SheetPlace | null): Promise<Result<SourceInspection, FileIssue>> {
    const { db } = this.workspace;
    const inspected = await orVanished(async () => {
      const own = await db.importPresets.toArray();
      return inspectFile(source, as, async (id) => (await db.sourceProfiles.get(id))?.mapping, place, presetsInForce(own.map(({ preset }) => preset)));
    });
    return inspected.ok ? ok(proposeByRule(inspected.value, await db.sourceRules.get(inspected.value.mapping.source))) : inspected;
  }

  async dryRun(source: ByteSource, mapping: SourceMapping, onProgress: OnProgress): Promise<Result<DryRun, FileIssue>> {
    const reading = { cancelled: false };
    this.reading = reading;
    const runId = uuidV7(this.workspace.now(), this.workspace.random(10));
    await this.store.catchUp();
    const run = await orVanished(() => dryRun(this.workspace.db, this.store, runId, source, mapping, { onProgress, isCancelled: () => reading.cancelled }));
    if (this.reading === reading) this.reading = null;
    if (!run.ok) return run;
    this.runs.set(runId, run.value);
    return ok(run.value.report);
  }

  async commitImport({ runId, sha256 }: Parameters<LedgerApi['commitImport']>[0], onProgress: OnProgress): ReturnType<LedgerApi['commitImport']> {
    const run = this.runs.get(runId);
    if (run === undefined) return err('import.unknownRun');
    const committed = await commitImport(this.workspace, this.store, run, sha256, { onProgress, isCancelled: () => this.cancelled.has(runId) });
    this.runs.delete(runId);
    this.cancelled.delete(runId);
    return committed;
  }

  cancelImport(runId: string | null): void {
    if (runId === null) {
      if (this.reading !== null) this.reading.cancelled = true;
    } else if (this.runs.has(runId)) this.cancelled.add(runId);
  }

  async rejectedRows(source: ByteSource, mapping: SourceMapping): ReturnType<LedgerApi['rejectedRows']> {
    await this.store.catchUp();
    return orVanished(() => rejectedRows(this.workspace.db, this.store, source, mapping, { onProgress: () => undefined, isCancelled: () => false }));
  }

  async previewUndo(batchId: string): ReturnType<LedgerApi['previewUndo']> {
    await this.store.catchUp();
    return previewUndo(this.workspace.db, this.store, batchId);
  }

  undoImport(batchId: string): ReturnType<LedgerApi['undoImport']> {
    return undoImport(this.workspace, this.store, batchId);
  }

  /** Every question about figures begins here: the columns then know what other windows have imported and undone. */
  async owners(): Promise<readonly Owner[]> {
    await this.store.catchUp();
    return this.store.dictionaries.texts('owner').map(readOwnerText);
  }

  /** How many live rows each owner has; owners whose rows are all gone are left out. */
  async ownerRows(): Promise<OwnerRows[]> {
    await this.store.catchUp();
    const owners = this.store.dictionaries.texts('owner').map(readOwnerText);
    const rows = new Int32Array(owners.length);
    for (const { hot, live } of this.store.all) {
      const numbers = hot.dimensions['owner'];
      for (let row = 0; row < hot.count; row++) if (live === null || live[row] === 1) rows[numbers?.[row] ?? 0]!++;
    }
    return owners.map((owner, number) => ({ ...owner, rows: rows[number]! })).filter((owner) => owner.rows > 0);
  }

  facts(attribution: Attribution, merges: MergedNames): Promise<FactSource> {
    const { version } = this.store;
    const { built } = this;
    if (built?.attribution === attribution && built.merges === merges && built.version === version) return Promise.resolve(built.facts);
    const facts = buildFacts(this.store, attribution, merges);
    this.built = { attribution, merges, version, facts };
    return Promise.resolve(facts);
  }

  rows(drill: Drill, attribution: Attribution, merges: MergedNames, offset: number, limit: number, masters?: FactMasters): Promise<DrillPage> {
    return drillRows(this.store, drill, { attribution, merges, ...(masters === undefined ? {} : { masters }) }, offset, limit);
  }

  /** Rows of a drill by the workspace's own attribution; a workspace without settings has none. */
  async drill(drill: Drill, offset: number, limit: number): Promise<DrillPage> {
    const context = await readLedgerContext(this, this.workspace);
    if (context === null) return { total: 0, sumFen: 0, rows: [] };
    const masters = drill.where === undefined ? undefined : await readFactMasters(this.workspace, context);
    return this.rows(drill, context.attribution, context.merges, offset, limit, masters);
  }

  async home(question: Parameters<LedgerApi['home']>[0]): ReturnType<LedgerApi['home']> {
    const context = await readLedgerContext(this, this.workspace);
    return context === null ? err('query.noSettings') : homeQuery(this.store, this.workspace, context, question);
  }

  funnel(query: Parameters<LedgerApi['funnel']>[0]): ReturnType<LedgerApi['funnel']> {
    return funnelQuery(this, this.workspace, () => stageCourses(this.store), query);
  }

  async quality(): ReturnType<LedgerApi['quality']> {
    const context = await readLedgerContext(this, this.workspace);
    return context === null ? null : qualityQuery(this.store, this.workspace, context);
  }

  async customerNames(language: 'zh-CN' | 'en'): Promise<string[]> {
    await this.store.catchUp();
    return customerNames(this.workspace.db, this.store, language);
  }

  async stageHistory(identity: string): Promise<StageStep[]> {
    await this.store.catchUp();
    return stageHistoryOf(this.workspace.db, this.store, identity);
  }

  /** Cell (leaf l, month m) at l × 12 + m; 0 where nothing was imported. Throws for a plan that does not exist. */
  async planActuals(planId: string): ReturnType<LedgerApi['planActuals']> {
    const [plan, context] = await Promise.all([this.workspace.db.plans.get(planId), readLedgerContext(this, this.workspace)]);
    if (plan === undefined || context === null) throw new Error(`There is no plan ${planId}`);
    const { leaves } = context.attribution;
    const actuals = context.actuals(plan.measure);
    const yearOf = (fiscalYear: number) => {
      const months = fiscalYearMonths(fiscalYear, plan.fiscalYearStartMonth);
      return Float64Array.from({ length: leaves.length * 12 }, (_, cell) => actuals.sum([leaves[Math.floor(cell / 12)]!], [months[cell % 12]!]) ?? 0);
    };
    return { leaves: [...leaves], thisYear: yearOf(plan.fiscalYear), lastYear: yearOf(plan.fiscalYear - 1) };
  }

  async canonicalHash(): Promise<string> {
    return (await this.content()).canonicalHash;
  }

  async content(): Promise<BackupContent> {
    return (await this.moment()).content;
  }

  async gather(take: TakeChunk): ReturnType<LedgerApi['gather']> {
    return gatherBackup(this.workspace.db, await this.moment(), take);
  }

  /** `source` null: the undo of an import. */
  async replay(changeSet: ChangeSet, source: ByteSource | null): ReturnType<LedgerApi['replay']> {
    await this.store.catchUp();
    return source === null ? replayUndo(this.workspace.db, this.store, changeSet) : replayImport(this.workspace.db, this.store, changeSet, source);
  }

  /** Asks again while a commit is being taken in; the database is never further than one ahead of the columns. */
  private async moment(): Promise<Moment> {
    for (let left = 20; left > 0; left--) {
      await this.store.catchUp();
      const moment = await readMoment(this.workspace.db, this.store, this.rowsMemory);
      if (moment !== null) return moment;
    }
    throw new Error('The columns in memory are not those of the database');
  }
}

/** A file that can no longer be read is an answer, not a fault. */
async function orVanished<T>(read: () => Promise<Result<T, FileIssue>>): Promise<Result<T, FileIssue>> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof FileVanished) return err({ code: cause.code, detail: cause.message, line: null });
    throw cause;
  }
}
