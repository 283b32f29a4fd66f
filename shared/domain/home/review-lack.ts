import type { ReviewLack } from '../../contracts/home';
import type { Review } from '../../records/review';
import type { ReviewIssue } from '../performance/check-review';

/** What an unsigned review lacks first: to be begun at all, scores, comments, or only the signature. `issues` as `checkReview` finds them. */
export function reviewLack(review: Pick<Review, 'manual' | 'praise' | 'gaps' | 'advice'> | null, issues: readonly Pick<ReviewIssue, 'code'>[]): ReviewLack {
  if (issues.length === 0) return 'signature';
  if (review === null || isBlank(review)) return 'begin';
  return issues.every(({ code }) => code === 'comments') ? 'comments' : 'scores';
}

const isBlank = ({ manual, praise, gaps, advice }: Pick<Review, 'manual' | 'praise' | 'gaps' | 'advice'>): boolean =>
  [praise, gaps, advice, ...Object.values(manual).map(({ note }) => note)].every((text) => text.trim() === '') && Object.values(manual).every(({ score }) => score === null);
