import type { FileToken } from '@shared/contracts/headless-command';
import type { SheetPlace, SourceMapping } from '@shared/contracts/import-run';
import type { CallFailureCode } from '@shared/contracts/workbench-calls';
import { type Result, err, ok } from '@shared/kernel/result';
import type { ImportObject } from '@shared/records/import-object';
import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { drainJournal } from '@renderer/data/journal';
import { takeCopy } from '@renderer/ledger/backup/take-copy';
import { useLedger, useWorkspace } from '@renderer/parts/workspace-context';
import { call } from '@renderer/platform/workbench';
import { type ImportFile, type ImportFlow, currentFile, emptyFlow, importFlow } from './import-flow';

/** Typing on in a mapping should not start a run per key. */
const SETTLE_MS = 250;

export interface ImportActions {
  readonly choose: () => void;
  /** Takes a file that a recent folder lists, without a dialog. */
  readonly takeRecent: (file: { readonly file: string; readonly name: string }) => void;
  /** Opens a file of the queue again as it is now. */
  readonly retake: (file: FileToken) => void;
  /** Files that came by themselves, dropped onto the window. */
  readonly take: (files: readonly FileToken[]) => void;
  readonly select: (token: string) => void;
  readonly remove: (token: string) => void;
  readonly readAs: (token: string, object: ImportObject) => void;
  readonly lookAt: (token: string, place: SheetPlace) => void;
  readonly map: (token: string, mapping: SourceMapping) => void;
  readonly stopTrial: () => void;
  readonly commit: (file: ImportFile) => void;
  readonly cancel: (file: ImportFile) => void;
  /** What is in the workspace has changed: dry runs are due again. */
  readonly recheck: () => void;
  /** Files are recognised otherwise now: those that nobody has mapped by hand are looked at again. */
  readonly lookAgain: () => void;
}

/**
 * The import draft of this window: recognises the file in hand, dry-runs it after every change of its mapping, and writes it
 * when asked: source kept, batch committed, journal drained, in this order. A bug in the worker reaches the page's boundary.
 */
export function useImportFlow(onUnread: (name: string, code: CallFailureCode) => void): { flow: ImportFlow; actions: ImportActions } {
  const ledger = useLedger();
  const workspace = useWorkspace();
  const [flow, dispatch] = useReducer(importFlow, emptyFlow);
  const [fault, setFault] = useState<{ error: unknown } | null>(null);
  if (fault !== null) throw fault.error;
  const attempts = useRef(0);
  const running = useRef(false);

  const settle = useCallback((work: Promise<void>) => void work.catch((error: unknown) => setFault({ error })), []);

  const inspect = useCallback(
    async (file: FileToken, as: ImportObject | null, place: SheetPlace | null) => {
      dispatch({ type: 'inspectStarted', token: file.token });
      dispatch({ type: 'inspected', token: file.token, result: await ledger.inspect(file, as, place) });
    },
    [ledger],
  );

  const tryOut = useCallback(
    async (file: FileToken, mapping: SourceMapping) => {
      // One run at a time: an older one, of a mapping that no longer stands, gives way.
      if (running.current) await ledger.cancelImport(null);
      const { token } = file;
      const attempt = ++attempts.current;
      const startedAt = performance.now();
      running.current = true;
      dispatch({ type: 'trialStarted', token, attempt });
      const result = await ledger.dryRun(file, mapping, (progress) => dispatch({ type: 'trialProgressed', token, attempt, progress }));
      if (attempt === attempts.current) running.current = false;
      dispatch({ type: 'trialEnded', token, attempt, result, tookMs: performance.now() - startedAt });
    },
    [ledger],
  );
  const tryOutSoon = useDebouncedCallback((file: FileToken, mapping: SourceMapping) => settle(tryOut(file, mapping)), SETTLE_MS);

  const file = currentFile(flow);
  useEffect(() => {
    if (file?.state.at === 'queued') settle(inspect(file.token, file.state.as, file.state.place));
    if (file?.state.at === 'mapped' && file.state.trial.at === 'due') tryOutSoon(file.token, file.state.mapping);
  }, [file, inspect, settle, tryOutSoon]);

  /** Keeps the source, then a copy of what there is before the import, so that it can be had back whole. Answers the source's hash. */
  const prepare = useCallback(
    async (token: string): Promise<Result<string, CallFailureCode>> => {
      const kept = await call('source.keep', { token });
      if (!kept.ok) return err(kept.error.code);
      const copied = await takeCopy(workspace, ledger, { reason: 'import', to: 'snapshots', passphrase: null });
      return copied.ok ? ok(kept.value.sha256) : err(copied.error.code);
    },
    [ledger, workspace],
  );
  const commit = useCallback(
    async ({ token: { token }, state }: ImportFile) => {
      if (state.at !== 'mapped' || state.trial.at !== 'done') return;
      const { runId } = state.trial.dryRun;
      const startedAt = performance.now();
      dispatch({ type: 'commitStarted', token });
      const prepared = await prepare(token);
      const result = prepared.ok
        ? await ledger.commitImport({ runId, sha256: prepared.value }, (progress) => dispatch({ type: 'commitProgressed', token, progress }))
        : prepared;
      dispatch({ type: 'commitEnded', token, result, tookMs: performance.now() - startedAt });
      // The worker has no way to the journal; whether it is on disk is what the top bar shows.
      if (result.ok) await drainJournal(workspace);
    },
    [ledger, prepare, workspace],
  );

  const choose = useCallback(async () => {
    const chosen = await call('import.choose', {});
    if (!chosen.ok) throw new Error(`${chosen.error.code}: ${chosen.error.detail}`);
    const { files, unread } = chosen.value;
    dispatch({ type: 'filesChosen', files });
    for (const { name, code } of unread) onUnread(name, code);
  }, [onUnread]);
  const takeRecent = useCallback(
    async ({ file, name }: { readonly file: string; readonly name: string }) => {
      const taken = await call('import.takeFile', { file });
      if (taken.ok) dispatch({ type: 'filesChosen', files: [taken.value] });
      else onUnread(name, taken.error.code);
    },
    [onUnread],
  );
  const retake = useCallback(
    async ({ token, name }: FileToken) => {
      const again = await call('import.retake', { token });
      if (again.ok) dispatch({ type: 'fileRetaken', token, file: again.value });
      else onUnread(name, again.error.code);
    },
    [onUnread],
  );

  const actions = useMemo<ImportActions>(
    () => ({
      choose: () => settle(choose()),
      takeRecent: (listed) => settle(takeRecent(listed)),
      retake: (held) => settle(retake(held)),
      take: (files) => dispatch({ type: 'filesChosen', files }),
      select: (token) => dispatch({ type: 'fileSelected', token }),
      remove: (token) => dispatch({ type: 'fileRemoved', token }),
      readAs: (token, object) => dispatch({ type: 'objectChosen', token, object }),
      lookAt: (token, place) => dispatch({ type: 'placeChosen', token, place }),
      map: (token, mapping) => dispatch({ type: 'mappingChanged', token, mapping }),
      stopTrial: () => settle(ledger.cancelImport(null)),
      commit: (chosen) => settle(commit(chosen)),
      cancel: ({ token: { token }, state }) => {
        if (state.at !== 'committing') return;
        dispatch({ type: 'cancelAsked', token });
        settle(ledger.cancelImport(state.dryRun.runId));
      },
      recheck: () => dispatch({ type: 'workspaceChanged' }),
      lookAgain: () => dispatch({ type: 'sourcesChanged' }),
    }),
    [choose, commit, ledger, retake, settle, takeRecent],
  );
  return { flow, actions };
}
