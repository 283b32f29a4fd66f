import { useEffect, useMemo, useState } from 'react';
import { takeCopy } from '@renderer/ledger/backup/take-copy';
import type { PresentWorkspace } from '@renderer/parts/restore-dialog';
import { useLastSeq } from '@renderer/parts/use-last-seq';
import { useLedger, useWorkspace, useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { call } from '@renderer/platform/workbench';

/** The open workspace as a restore may replace it: by the name main knows now (it may have been renamed since the window opened). */
export function usePresent(): PresentWorkspace {
  const workspace = useWorkspace();
  const ledger = useLedger();
  const { name: opened } = useWorkspaceInfo();
  const [name, setName] = useState(opened);
  useEffect(() => {
    void call('app.info', {}).then((answer) => answer.ok && answer.value.workspace && setName(answer.value.workspace.name));
  }, []);
  const lastSeq = useLastSeq();
  return useMemo(() => ({ name, lastSeq: lastSeq ?? null, keep: () => takeCopy(workspace, ledger, { reason: 'restore', to: 'snapshots', passphrase: null }) }), [name, lastSeq, workspace, ledger]);
}
