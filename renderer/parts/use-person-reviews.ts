import type { PersonReview } from '@shared/contracts/review-pack';
import type { Result } from '@shared/kernel/result';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { lastSeqOf } from '@renderer/data/last-seq';
import type { QueryFailure } from '@renderer/ledger/ledger-api';
import { useLedger, useWorkspace } from './workspace-context';

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
  const { db } = useWorkspace();
  const revision = useLiveQuery(() => lastSeqOf(db), [db]);
  const [answer, setAnswer] = useState<{ month: string; revision: number; result: Result<PersonReview[], QueryFailure> } | null>(null);
  const [fault, setFault] = useState<unknown>(null);

  useEffect(() => {
    if (month === null || revision === undefined) return;
    let current = true;
    ledger.personReviews({ month, scope, personId: null }).then(
      (result) => current && setAnswer({ month, revision, result }),
      (error: unknown) => current && setFault(error),
    );
    return () => {
      current = false;
    };
  }, [ledger, month, scope, revision]);

  // A worker that failed is a bug: the page's error boundary shows it.
  if (fault !== null) throw fault;
  if (answer === null || answer.month !== month) return { reviews: null, failure: null, revision: 0 };
  const { result } = answer;
  return { reviews: result.ok ? result.value : null, failure: result.ok ? null : result.error, revision: answer.revision };
}
