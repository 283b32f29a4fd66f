import type { Drill, DrillPage } from '@shared/contracts/drill';
import type { Figures } from '@shared/contracts/figures';
import type { FileToken } from '@shared/contracts/headless-command';
import type { DryRun, FileIssue, ImportProgress, SourceInspection, SourceMapping } from '@shared/contracts/import-run';
import type { PersonReview } from '@shared/contracts/review-pack';
import type { Result } from '@shared/kernel/result';
import type { ImportObject } from '@shared/records/import-object';

export type QueryFailure = 'query.noSettings' | 'query.unknownScope' | 'query.unknownPeriod';

/** What an import writes under: who, when, with which kept source. */
export interface ImportCommit {
  readonly runId: string;
  readonly sha256: string;
}

/**
 * The worker's surface (Comlink). It owns the columns; the UI thread never sees rows it does not show.
 * All writes go through data's change-sets; the caller then drains the journal.
 */
export interface LedgerApi {
  /** Opens the workspace's database; must be the first call. */
  open(databaseName: string): Promise<void>;
  inspect(file: FileToken, as: ImportObject | null): Promise<Result<SourceInspection, FileIssue>>;
  dryRun(file: FileToken, mapping: SourceMapping, onProgress: (progress: ImportProgress) => void): Promise<Result<DryRun, FileIssue>>;
  /** Writes the batch and its change-set in one transaction; answers the batch id. */
  commitImport(commit: ImportCommit, onProgress: (progress: ImportProgress) => void): Promise<Result<{ batchId: string }, 'import.cancelled' | 'import.unknownRun' | 'import.stale'>>;
  /** Stops the run at the next slice; nothing of it is kept. */
  cancelImport(runId: string): Promise<void>;
  undoImport(batchId: string): Promise<Result<{ keptRows: number }, 'import.alreadyUndone' | 'import.unknownBatch'>>;

  /** All figures of a scope (unit, membership id, or null = root) and period key; null period = last complete month. */
  figures(query: { period: string | null; scope: string | null }): Promise<Result<Figures, QueryFailure>>;
  /** The review of each person of a scope for a month, computed now (signed ones as signed). */
  personReviews(query: { month: string; scope: string | null; personId: string | null }): Promise<Result<PersonReview[], QueryFailure>>;
  /** Actuals of the plan's measure in 分 per leaf and month of a fiscal year and of the one before: for allocation and the grid. */
  planActuals(planId: string): Promise<{ leaves: string[]; thisYear: Float64Array; lastYear: Float64Array }>;
  rows(drill: Drill, offset: number, limit: number): Promise<DrillPage>;
  /** sha-256 over every record and live ledger row in canonical order: equal workspaces have equal hashes. */
  canonicalHash(): Promise<string>;
}
