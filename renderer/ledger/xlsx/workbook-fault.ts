import type { FileIssue } from '@shared/contracts/import-run';
import { type Result, err, ok } from '@shared/kernel/result';

/** Thrown inside the readers of workbooks, where a broken byte may be found at any depth; `orFault` turns it into an answer. */
export class WorkbookFault extends Error {
  override readonly name = 'WorkbookFault';
  readonly issue: FileIssue;

  constructor(code: FileIssue['code'], detail = '', line: number | null = null) {
    super(`${code} ${detail}`);
    this.issue = { code, detail, line };
  }
}

/** Runs a reader; a workbook that cannot be read is an answer, a bug goes on. */
export async function orFault<T>(read: () => Promise<T>): Promise<Result<T, FileIssue>> {
  try {
    return ok(await read());
  } catch (cause) {
    if (cause instanceof WorkbookFault) return err(cause.issue);
    throw cause;
  }
}
