import type { SnapshotInfo } from '@shared/contracts/keep-calls';
import type { CallFailure, WorkspaceInfo } from '@shared/contracts/workbench-calls';
import type { Result } from '@shared/kernel/result';
import { useCallback, useEffect, useState } from 'react';
import type { RewriteFailure } from '@renderer/data/rewrite-journal';
import { rewriteJournal } from '@renderer/data/rewrite-journal';
import { unreadableReason } from '@renderer/data/unreadable-reason';
import { openWorkspace } from '@renderer/data/workspace';
import { useTask } from '@renderer/parts/use-task';
import { call } from '@renderer/platform/workbench';

export type WayFailure = RewriteFailure | { readonly code: 'database.unreadable'; readonly detail: string };

export interface Recovery {
  /** Copies that can be used, newest first; null until main has answered. */
  readonly copies: readonly SnapshotInfo[] | null;
  readonly running: string | null;
  readonly failure: WayFailure | null;
  readonly act: (name: string, work: () => Promise<Result<unknown, WayFailure>>) => void;
  /** Writes the journal anew from the database, if that can be opened and lacks nothing. */
  readonly rewrite: () => Promise<Result<unknown, WayFailure>>;
}

/** The ways out of a workspace that does not open. Main reopens the window when one of them succeeds. */
export function useRecovery(info: WorkspaceInfo): Recovery {
  const [copies, setCopies] = useState<readonly SnapshotInfo[] | null>(null);
  const [failure, setFailure] = useState<WayFailure | null>(null);
  const { running, run } = useTask();
  // Not known is not «none»: a rebuild from nothing is only offered when main has said that there is no copy.
  const read = useCallback(
    () =>
      call('keep.state', {}).then((state) => {
        if (state.ok) setCopies(state.value.snapshots.filter(({ fault }) => fault === null));
        else setFailure(state.error);
      }),
    [],
  );
  useEffect(() => void read(), [read]);
  const act = useCallback<Recovery['act']>(
    (name, work) =>
      run(name, async () => {
        setFailure(null);
        const answer = await work();
        if (answer.ok) return;
        setFailure(answer.error);
        // A copy that proved unsound is no longer offered.
        await read();
      }),
    [run, read],
  );
  const rewrite = useCallback(() => rewriteFrom(info), [info]);
  return { copies, running, failure, act, rewrite };
}

async function rewriteFrom(info: WorkspaceInfo): Promise<Result<unknown, WayFailure>> {
  const [journal, state] = await Promise.all([call('journal.state', {}), call('recovery.state', {})]);
  if (!journal.ok) return journal;
  if (!state.ok) return state;
  try {
    const { db } = await openWorkspace(info);
    const written = await rewriteJournal(db, Math.max(journal.value.lastSeq, state.value.recorded?.seq ?? 0));
    if (!written.ok) db.close();
    return written;
  } catch (cause) {
    const detail = unreadableReason(cause);
    if (detail === null) throw cause;
    return { ok: false, error: { code: 'database.unreadable', detail } };
  }
}

/** As `CallFailure` where it is one: its code has words of its own. */
export const isCallFailure = (failure: WayFailure): failure is CallFailure => failure.code !== 'database.unreadable' && failure.code !== 'journal.lost';
