import type { PersonReview } from '../../contracts/review-pack';

/** Why a review cannot be signed yet. */
export type ReviewIssue =
  | { readonly code: 'manualScore' | 'manualNote'; readonly kpiId: string; readonly kpi: string }
  | { readonly code: 'comments' }
  | { readonly code: 'noScore' };

/**
 * Every typed KPI needs a score with the note it rests on; a note without a score says why it is skipped. 肯定, 不足 and 建议
 * are each written, and something is scored. [] = can be signed.
 */
export function checkReview({ scorecard, praise, gaps, advice }: Pick<PersonReview, 'scorecard' | 'praise' | 'gaps' | 'advice'>): ReviewIssue[] {
  const issues: ReviewIssue[] = [];
  for (const kpi of scorecard.sections.flatMap(({ kpis }) => kpis)) {
    if (kpi.measure !== 'manual' || kpi.note.trim() !== '') continue;
    issues.push({ code: kpi.score === null ? 'manualScore' : 'manualNote', kpiId: kpi.kpiId, kpi: kpi.name });
  }
  if ([praise, gaps, advice].some((text) => text.trim() === '')) issues.push({ code: 'comments' });
  if (scorecard.total === null) issues.push({ code: 'noScore' });
  return issues;
}
