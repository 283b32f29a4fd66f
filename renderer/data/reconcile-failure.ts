import type { CallFailure } from '@shared/contracts/workbench-calls';

/** The journal's change-set `seq` cannot be repeated here; `detail` is for the log. */
export type ReplayFailure =
  | { readonly code: 'journal.diverged' | 'journal.mismatch'; readonly seq: number; readonly detail: string }
  /** An import whose kept file is gone, or no longer what it was. */
  | { readonly code: 'journal.importLost'; readonly seq: number; readonly file: string; readonly detail: string };

/** Why a workspace is not opened: for the recovery screen. Nothing was changed that both did not tell already. */
export type ReconcileFailure =
  | CallFailure
  | ReplayFailure
  /** The database ends at change-set `seq`, but held `recordedSeq` before: what was there is gone. */
  | { readonly code: 'journal.lost'; readonly seq: number; readonly recordedSeq: number; readonly detail: string }
  /** A table does not hold as many rows as it did at change-set `seq`. */
  | { readonly code: 'journal.counts'; readonly seq: number; readonly table: string; readonly found: number; readonly recorded: number; readonly detail: string }
  /** The database cannot be read, or a row of it is not as it was written. */
  | { readonly code: 'database.unreadable'; readonly detail: string }
  /** Main found something wrong before the database was opened: its code and detail. */
  | { readonly code: 'recovery.trouble'; readonly trouble: string; readonly detail: string };
