import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { lastSeqOf } from '@renderer/data/last-seq';
import { takeCopy } from '@renderer/ledger/backup/take-copy';
import type { PresentWorkspace } from '@renderer/parts/restore-dialog';
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
  const lastSeq = useLiveQuery(() => lastSeqOf(workspace.db), [workspace]);
  return useMemo(() => ({ name, lastSeq: lastSeq ?? null, keep: () => takeCopy(workspace, ledger, { reason: 'restore', to: 'snapshots', passphrase: null }) }), [name, lastSeq, workspace, ledger]);
}
