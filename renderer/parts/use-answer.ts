import { useEffect, useRef, useState } from 'react';

export interface Answered<T> {
  /** The last answer, kept while the next is worked out; null before the first. */
  readonly answer: T | null;
  /** It is not the answer to the question in hand, or nothing is asked. */
  readonly stale: boolean;
}

/**
 * The answer to a question that takes a while, mostly to the ledger. `question` says what is asked and as of when: another
 * one asks again, and what an older one still answers is dropped; null asks nothing. `ask` rejects only for a bug, which
 * reaches the page's boundary.
 */
export function useAnswer<T>(question: string | null, ask: () => Promise<T>): Answered<T> {
  const [answered, setAnswered] = useState<{ readonly question: string; readonly answer: T } | null>(null);
  const [fault, setFault] = useState<{ readonly error: unknown } | null>(null);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (question === null) return;
    let current = true;
    latest.current().then(
      (answer) => current && setAnswered({ question, answer }),
      (error: unknown) => current && setFault({ error }),
    );
    return () => {
      current = false;
    };
  }, [question]);
  if (fault !== null) throw fault.error;
  return { answer: answered?.answer ?? null, stale: answered?.question !== question || question === null };
}
