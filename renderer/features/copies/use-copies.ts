import type { KeepState } from '@shared/contracts/keep-calls';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import type { Result } from '@shared/kernel/result';
import { useCallback, useEffect, useState } from 'react';
import { useTask } from '@renderer/parts/use-task';
import { call, onEvent } from '@renderer/platform/workbench';

export interface Copies {
  /** Null until main has answered. */
  readonly state: KeepState | null;
  /** What is under way; nothing else can be started meanwhile. */
  readonly running: string | null;
  readonly failure: CallFailure | null;
  /** Runs one thing, shows why it failed, and reads the state again. `done` hears of success. */
  readonly act: <T>(name: string, work: () => Promise<Result<T, CallFailure>>, done?: (value: T) => void) => void;
}

/** What main knows of this workspace's copies, and the one thing at a time that is done with them. */
export function useCopies(): Copies {
  const [state, setState] = useState<KeepState | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const { running, run } = useTask();
  const read = useCallback(
    () =>
      call('keep.state', {}).then((answer) => {
        if (answer.ok) setState(answer.value);
        else setFailure(answer.error);
      }),
    [],
  );
  useEffect(() => {
    void read();
    return onEvent('keep.disk', () => void read());
  }, [read]);
  const act = useCallback<Copies['act']>(
    (name, work, done) =>
      run(name, async () => {
        setFailure(null);
        const answer = await work();
        if (answer.ok) done?.(answer.value);
        else setFailure(answer.error);
        await read();
      }),
    [run, read],
  );
  return { state, running, failure, act };
}
