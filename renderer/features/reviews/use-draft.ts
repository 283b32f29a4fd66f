import { createContext, use, useEffect, useRef, useSyncExternalStore } from 'react';
import type { DraftBook } from './draft-book';

/** The desk's book of drafts and the change-set that its answer knows. */
export const DeskDrafts = createContext<{ readonly book: DraftBook; readonly revision: number } | null>(null);

interface DraftField {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Something was typed that has not been handed over. */
  readonly isTyped: boolean;
  /** Says that the text was given to a command; see DraftBook. */
  readonly handOver: (written: Promise<number | null>) => void;
  readonly leave: () => void;
}

/** Text being typed over a stored one, under a name that is the field's own in the whole desk. */
export function useDraft(field: string, stored: string): DraftField {
  const desk = use(DeskDrafts);
  if (!desk) throw new Error('No desk here');
  const { book, revision } = desk;
  const answer = { text: stored, revision };
  const text = useSyncExternalStore(book.subscribe, () => book.text(field, answer));
  const isTyped = useSyncExternalStore(book.subscribe, () => book.isTyped(field, answer));
  return { text, isTyped, type: (typed) => book.type(field, typed, answer), handOver: (written) => void book.handOver(field, written), leave: () => book.leave(field) };
}

/** Calls `keep` when the field goes away with the focus still in it, as when the page is left by keyboard. */
export function useKeepOnLeave(keep: () => void): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => () => latest.current(), []);
}
