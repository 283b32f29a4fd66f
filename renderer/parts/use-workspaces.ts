import type { CallOutput } from '@shared/contracts/workbench-calls';
import { useCallback, useEffect, useState } from 'react';
import { call } from '@renderer/platform/workbench';

export type KnownWorkspace = CallOutput<'workspace.recent'>[number];

/** Workspaces this machine knows, newest first (null until main has answered), and how to read them again. */
export function useWorkspaces(): { known: readonly KnownWorkspace[] | null; reload: () => Promise<void> } {
  const [known, setKnown] = useState<readonly KnownWorkspace[] | null>(null);
  const reload = useCallback(() => readKnown().then(setKnown), []);
  useEffect(() => {
    let left = false;
    void readKnown().then((found) => left || setKnown(found));
    return () => {
      left = true;
    };
  }, []);
  return { known, reload };
}

async function readKnown(): Promise<readonly KnownWorkspace[]> {
  const answer = await call('workspace.recent', {});
  return answer.ok ? answer.value : [];
}
