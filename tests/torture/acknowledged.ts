import type { Page } from 'playwright';
import type { ChangeSet } from '@shared/records/change-set';
import { answerOf } from '../e2e/page-models/bridge';
import type { StoredFacts } from '../e2e/page-models/stored-facts';
import { textOf } from './torn-in';

/** Every change-set that main has answered for: the page was told that it is saved. */
export class Acknowledged {
  private readonly bySeq = new Map<number, string>();

  get count(): number {
    return this.bySeq.size;
  }

  /** Those of another moment, to hold a copy of the disk against. */
  asOfNow(): Acknowledged {
    const copy = new Acknowledged();
    for (const [seq, text] of this.bySeq) copy.bySeq.set(seq, text);
    return copy;
  }

  /** Takes in what has been acknowledged since the last look; answers how many there are. */
  async look(page: Page): Promise<number> {
    for (;;) {
      const { changeSets } = (await answerOf(page, 'journal.read', { afterSeq: this.bySeq.size })) as { changeSets: ChangeSet[] };
      if (changeSets.length === 0) return this.count;
      for (const changeSet of changeSets) this.bySeq.set(changeSet.seq, textOf(changeSet));
    }
  }

  /** How many of them the journal or the database of an open workspace no longer holds as they were. */
  async lostIn(page: Page, facts: StoredFacts): Promise<number> {
    const there = new Acknowledged();
    await there.look(page);
    const stored = new Map(facts.changeSets.map((changeSet) => [changeSet.seq, textOf(changeSet)]));
    return [...this.bySeq].filter(([seq, text]) => there.bySeq.get(seq) !== text || stored.get(seq) !== text).length;
  }
}
