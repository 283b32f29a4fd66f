import type { FileIssue } from '@shared/contracts/import-run';
import type { CallFailureCode } from '@shared/contracts/workbench-calls';

/** Why the sample could not be filled; what had been written stays, and the next opening goes on from there. */
export interface SampleFailure {
  readonly code: CallFailureCode | FileIssue['code'] | 'import.cancelled' | 'import.unknownRun' | 'import.stale';
  readonly detail: string;
}
