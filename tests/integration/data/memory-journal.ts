import type { RecordedState } from '@shared/contracts/keep-calls';
import type { CallFailure, CallName, CallOutput } from '@shared/contracts/workbench-calls';
import type { ChangeSet } from '@shared/records/change-set';

/** A journal in memory behind `window.workbench`, refusing gaps as main does; `failure` makes the next appends fail. */
export interface MemoryJournal {
  readonly entries: ChangeSet[];
  readonly appends: number[];
  failure: CallFailure | null;
  /** What main answers to `recovery.state`, and keeps of `keep.record`. */
  recovery: CallOutput<'recovery.state'>;
  readonly logged: string[];
  onRecord: (recorded: RecordedState) => void;
}

/** A window's calls as main answers them: a test adds what it needs, or replaces an answer. */
export type FakeAnswers = Partial<Record<CallName, (input: never) => unknown>>;

/** Thrown by an answer to refuse the call. */
export class FakeRefusal extends Error {
  constructor(readonly failure: CallFailure) {
    super(failure.code);
  }
}

export function installMemoryJournal(more: FakeAnswers = {}): MemoryJournal {
  const journal: MemoryJournal = { entries: [], appends: [], failure: null, recovery: { trouble: null, recorded: null }, logged: [], onRecord: () => undefined };
  const answers: FakeAnswers = {
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
    'recovery.state': () => journal.recovery,
    'keep.record': (recorded: RecordedState) => {
      journal.recovery = { ...journal.recovery, recorded };
      journal.onRecord(recorded);
      return {};
    },
    'log.write': ({ message }: { message: string }) => {
      journal.logged.push(message);
      return {};
    },
    ...more,
  };
  const call = async (name: CallName, input: unknown) => {
    await Promise.resolve();
    if (name === 'journal.append' && journal.failure) return { ok: false, error: journal.failure };
    const answer = answers[name];
    if (!answer) throw new Error(`Not answered in this test: ${name}`);
    try {
      return { ok: true, value: await answer(input as never) };
    } catch (cause) {
      if (cause instanceof FakeRefusal) return { ok: false, error: cause.failure };
      throw cause;
    }
  };
  Reflect.set(window, 'workbench', { call, on: () => () => undefined });
  return journal;
}
