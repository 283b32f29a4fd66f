import type { CallFailure, CallName } from '@shared/contracts/workbench-calls';
import type { ChangeSet } from '@shared/records/change-set';

/** A journal in memory behind `window.workbench`, refusing gaps as main does; `failure` makes the next appends fail. */
export interface MemoryJournal {
  readonly entries: ChangeSet[];
  readonly appends: number[];
  failure: CallFailure | null;
}

export function installMemoryJournal(): MemoryJournal {
  const journal: MemoryJournal = { entries: [], appends: [], failure: null };
  const answers: Partial<Record<CallName, (input: never) => unknown>> = {
    'journal.state': () => ({ lastSeq: journal.entries.length }),
    'journal.append': ({ changeSets }: { changeSets: ChangeSet[] }) => {
      journal.appends.push(changeSets.length);
      for (const changeSet of changeSets) {
        if (changeSet.seq > journal.entries.length + 1) throw new Error(`gap before ${changeSet.seq}`);
        if (changeSet.seq === journal.entries.length + 1) journal.entries.push(structuredClone(changeSet));
      }
      return { lastSeq: journal.entries.length };
    },
    'journal.read': ({ afterSeq }: { afterSeq: number }) => ({ changeSets: journal.entries.slice(afterSeq, afterSeq + 200) }),
  };
  const call = async (name: CallName, input: unknown) => {
    await Promise.resolve();
    if (name === 'journal.append' && journal.failure) return { ok: false, error: journal.failure };
    const answer = answers[name];
    if (!answer) throw new Error(`Not answered in this test: ${name}`);
    return { ok: true, value: answer(input as never) };
  };
  Reflect.set(window, 'workbench', { call, on: () => () => undefined });
  return journal;
}
