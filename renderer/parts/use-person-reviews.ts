import type { PersonReview } from '@shared/contracts/review-pack';
import type { QueryFailure } from '@renderer/ledger/ledger-api';
import { useAnswer } from './use-answer';
import { useLastSeq } from './use-last-seq';
import { useLedger } from './workspace-context';

interface PersonReviewsState {
  /** The last answer, kept while the next is worked out; null before the first one and when the question failed. */
  readonly reviews: readonly PersonReview[] | null;
  readonly failure: QueryFailure | null;
  /** The last change-set that the answer is sure to know; 0 before the first. */
  readonly revision: number;
}

/** Everybody's review of a month in a scope, worked out again after every change; null month asks nothing. */
export function usePersonReviews(month: string | null, scope: string | null): PersonReviewsState {
  const ledger = useLedger();
  const revision = useLastSeq();
  const asked = month === null || revision === undefined ? null : { month, revision };
  const { answer } = useAnswer(asked && JSON.stringify([month, scope, revision]), async () => asked && { ...asked, result: await ledger.personReviews({ month: asked.month, scope, personId: null }) });
  if (answer === null || answer.month !== month) return { reviews: null, failure: null, revision: 0 };
  const { result } = answer;
  return { reviews: result.ok ? result.value : null, failure: result.ok ? null : result.error, revision: answer.revision };
}
