import type { RowIssue } from '@shared/contracts/import-run';

const LONGEST_DETAIL = 80;
/** A report lists this many; the count of rejected rows goes on. */
export const MOST_ISSUES = 1_000;

/** Why rows were rejected, in file order. */
export class IssueList {
  readonly issues: RowIssue[] = [];
  rejected = 0;
  private lastLine = -1;

  /** `most` = how many are listed. */
  constructor(private readonly most = MOST_ISSUES) {}

  add(issue: RowIssue): void {
    if (issue.line !== this.lastLine) this.rejected++;
    this.lastLine = issue.line;
    if (this.issues.length < this.most) this.issues.push({ ...issue, detail: issue.detail.slice(0, LONGEST_DETAIL) });
  }
}
