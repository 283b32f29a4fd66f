import type { Analysis } from '@shared/contracts/analysis';
import type { BackupContent } from '@shared/contracts/backup-file';
import type { Drill, DrillPage, StageStep } from '@shared/contracts/drill';
import type { FactFilters } from '@shared/contracts/fact-filters';
import type { Figures } from '@shared/contracts/figures';
import type { CohortFunnel } from '@shared/contracts/funnel';
import type { FileToken } from '@shared/contracts/headless-command';
import type { DryRun, FileIssue, ImportProgress, SheetPlace, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import type { HomeFindings } from '@shared/contracts/home';
import type { QualityReport } from '@shared/contracts/quality';
import type { LateChangeRow, PersonReview, ReviewPack } from '@shared/contracts/review-pack';
import type { Result } from '@shared/kernel/result';
import type { SoundedNames } from '@shared/contracts/sounded-names';
import type { ChangeSet } from '@shared/records/change-set';
import type { ImportObject } from '@shared/records/import-object';
import type { AuditPage } from '@renderer/data/audit-heads';
import type { ReplayFailure } from '@renderer/data/reconcile-failure';
import type { GatheredBackup, GatherFailure } from './backup/gather-backup';
import type { TakeChunk } from './backup/part-writer';
import type { UndoPreview } from './import/preview-undo';
import type { RejectedRows } from './import/rejected-rows';

export type QueryFailure = 'query.noSettings' | 'query.unknownScope' | 'query.unknownPeriod';

/** What an import writes under: who, when, with which kept source. */
export interface ImportCommit {
  readonly runId: string;
  readonly sha256: string;
}

/** Which database to open, and under whose ids change-sets are written. */
export interface LedgerWorkspace {
  readonly databaseName: string;
  readonly id: string;
  readonly deviceId: string;
}

/** An owner as a source writes it (key '' = blank) and how many live facts carry it. */
export interface OwnerRows {
  readonly source: string;
  readonly ownerKey: string;
  readonly ownerName: string;
  readonly rows: number;
}

/**
 * The worker's surface (Comlink). It owns the columns; the UI thread never sees rows it does not show.
 * All writes go through data's change-sets; the caller then drains the journal.
 */
export interface LedgerApi {
  /** Opens the workspace's database (a `WorkspaceInfo` will do); must be the first call. */
  open(workspace: LedgerWorkspace): Promise<void>;
  /** `place` = the sheet and header row that the user chose in a workbook; without it the best is looked for. */
  inspect(file: FileToken, as: ImportObject | null, place?: SheetPlace | null): Promise<Result<SourceInspection, FileIssue>>;
  dryRun(file: FileToken, mapping: SourceMapping, onProgress: (progress: ImportProgress) => void): Promise<Result<DryRun, FileIssue>>;
  /** Writes the batch and its change-set in one transaction; answers the batch id. */
  commitImport(commit: ImportCommit, onProgress: (progress: ImportProgress) => void): Promise<Result<{ batchId: string }, 'import.cancelled' | 'import.unknownRun' | 'import.stale'>>;
  /** Stops the run at the next slice or segment (null: the dry run being read, which answers `file.cancelled`); nothing of it is kept. */
  cancelImport(runId: string | null): Promise<void>;
  /**
   * Every rejected row of a file, whole: of one in hand by its mapping, or of a batch by its kept source and its mapping of
   * then.
   */
  rejectedRows(file: FileToken, mapping: SourceMapping): Promise<Result<RejectedRows, FileIssue>>;
  /** What undoing a batch would do now, exactly. */
  previewUndo(batchId: string): Promise<Result<UndoPreview, 'import.alreadyUndone' | 'import.unknownBatch'>>;
  undoImport(batchId: string): Promise<Result<{ keptRows: number }, 'import.alreadyUndone' | 'import.unknownBatch'>>;
  /** Every owner text that live facts carry, per source, with its live rows: what the user decides identities for. In no particular order. */
  owners(): Promise<OwnerRows[]>;

  /** All figures of a scope (unit, membership id, or null = root) and period key; null period = last complete month. */
  figures(query: { period: string | null; scope: string | null }): Promise<Result<Figures, QueryFailure>>;
  /** The analysis of a scope and period under filters. */
  analysis(query: { period: string | null; scope: string | null; filters: FactFilters }): Promise<Result<Analysis, QueryFailure>>;
  /** Cohort and snapshot of the funnel, of the same scope and period as `figures`. */
  funnel(query: { period: string | null; scope: string | null }): Promise<Result<CohortFunnel, QueryFailure>>;
  /** The review of each person of a scope for a month, computed now (signed ones as signed). */
  personReviews(query: { month: string; scope: string | null; personId: string | null }): Promise<Result<PersonReview[], QueryFailure>>;
  /** 关账后变动: what signed months of a scope's people have become since, open changes first, then settled ones. */
  lateChanges(query: { scope: string | null }): Promise<Result<LateChangeRow[], QueryFailure>>;
  /** The whole review pack of a scope and period, ready for `pack.export`. */
  pack(query: { period: string | null; scope: string | null; language: ReviewPack['language']; appVersion: string }): Promise<Result<ReviewPack, QueryFailure>>;
  /** Actuals of the plan's measure in 分 per leaf and month of a fiscal year and of the one before: for allocation and the grid. */
  planActuals(planId: string): Promise<{ leaves: string[]; thisYear: Float64Array; lastYear: Float64Array }>;
  rows(drill: Drill, offset: number, limit: number): Promise<DrillPage>;
  /** What the imports that stand said of an opportunity one after the other (`DrillRow.identity`); equal ones in a row are one step. */
  stageHistory(identity: string): Promise<StageStep[]>;
  /** Who is behind and why, and how far the close of the month is: what the first page shows besides figures. */
  home(query: { period: string | null; scope: string | null }): Promise<Result<HomeFindings, QueryFailure>>;
  /** A page of the audit trail, newest first (see `readAuditHeads`): read here, since change-sets can be large. */
  auditHeads(below: number | null, limit: number, text: string): Promise<AuditPage>;
  /** What the data page asks to be mended; null in a workspace without settings. */
  quality(): Promise<QualityReport | null>;
  /** Every customer of live facts and files, merged ones once, in the order of names of a language, with how they sound. */
  customerNames(language: 'zh-CN' | 'en'): Promise<SoundedNames>;
  /** How names sound, in their order; `people` have surnames. */
  soundNames(names: readonly string[], as: 'people' | 'names'): Promise<SoundedNames>;
  /** sha-256 over every record and live ledger row, in whatever order they lie: equal workspaces have equal hashes. */
  canonicalHash(): Promise<string>;

  /** What the workspace holds, all of one moment. */
  content(): Promise<BackupContent>;
  /**
   * Hands over everything of one moment in chunks, in the order of `backupParts`; one is taken while the next is made.
   * `backup.moved`: an undo came between, begin again. Rejects with DamagedRow when a stored row is not as it was written.
   */
  gather(take: TakeChunk): Promise<Result<GatheredBackup, GatherFailure>>;
  /** Repeats an import of facts from its kept file, or (source null) the undo of one, as the journal recorded it. */
  replay(changeSet: ChangeSet, source: FileToken | null): Promise<Result<null, ReplayFailure>>;
}
