/** Handed over; `settled` = the change-set from which on an answer knows the text, null while it is being written. */
interface Kept {
  readonly state: 'kept';
  readonly text: string;
  settled: number | null;
}

/** Being typed over what was handed over before, or over the stored text. */
interface Typed {
  readonly state: 'typed';
  readonly text: string;
  readonly over: string;
  readonly under: Kept | null;
}

/** What a field shows comes from the worker, as of a change-set. */
export interface StoredText {
  readonly text: string;
  /** The last change-set that the answer knows. */
  readonly revision: number;
}

/**
 * The texts of a desk that are ahead of the worker's answers, by field. What was typed stands until its field is left and
 * it has been handed over; then it stands until an answer is given that knows it. So neither a late answer nor a visit
 * to another person between the two can take a word away, and an answer that came after (an undo) shows.
 */
export class DraftBook {
  private readonly drafts = new Map<string, Typed | Kept>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The text to show; the same for the same drafts and answer. */
  text(field: string, stored: StoredText): string {
    return this.standing(field, stored)?.text ?? stored.text;
  }

  /** True when leaving the field must hand its text over. */
  isTyped(field: string, stored: StoredText): boolean {
    const draft = this.standing(field, stored);
    return draft?.state === 'typed' && draft.text !== draft.over;
  }

  type(field: string, text: string, stored: StoredText): void {
    const draft = this.standing(field, stored);
    const under = draft?.state === 'typed' ? draft.under : draft;
    this.put(field, { state: 'typed', text, over: draft?.state === 'typed' ? draft.over : (draft?.text ?? stored.text), under });
  }

  /** The field is left without having been changed: it follows what is stored again. */
  leave(field: string): void {
    const draft = this.drafts.get(field);
    if (draft?.state === 'typed' && draft.text === draft.over) this.put(field, draft.under);
  }

  /**
   * The field's text has been given to a command, which answers the last change-set once it is written, or null if it was
   * refused: then the text stays as typed. A field with nothing typed has nothing to hand over.
   */
  async handOver(field: string, written: Promise<number | null>): Promise<void> {
    const typed = this.drafts.get(field);
    if (typed?.state !== 'typed') return;
    const kept: Kept = { state: 'kept', text: typed.text, settled: null };
    this.put(field, kept);
    const settled = await written;
    kept.settled = settled;
    // Typed again meanwhile: the newer text has its own way to go.
    if (this.drafts.get(field) === kept) this.put(field, settled === null ? typed : kept);
  }

  /** The draft of a field unless the answer already knows it. */
  private standing(field: string, stored: StoredText): Typed | Kept | null {
    const draft = this.drafts.get(field);
    if (!draft || (draft.state === 'kept' && draft.settled !== null && stored.revision >= draft.settled)) return null;
    return draft;
  }

  private put(field: string, draft: Typed | Kept | null): void {
    if (draft) this.drafts.set(field, draft);
    else this.drafts.delete(field);
    for (const listener of this.listeners) listener();
  }
}
