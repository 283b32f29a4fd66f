import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import { Suspense, lazy, useEffect, useState } from 'react';
import { keepJournal } from '@renderer/data/journal';
import { forgetExpired } from '@renderer/data/forget-expired';
import { keepRecording, recordState } from '@renderer/data/keep-record';
import { noteFailures } from '@renderer/data/note-failures';
import type { ReconcileFailure } from '@renderer/data/reconcile-failure';
import type { LedgerClient } from '@renderer/ledger/ledger-client';
import { openFacts } from '@renderer/ledger/open-facts';
import { readFiguresRevision } from '@renderer/parts/use-figures-revision';
import { type OpenedWorkspace, WorkspaceProvider } from '@renderer/parts/workspace-context';
import { call } from '@renderer/platform/workbench';
import { ErrorBoundary } from '@renderer/ui/error-boundary';
import { AppVersion } from './app-version';
import { KeepWatch } from './keep-watch';
import { SetUpGate } from './set-up-gate';
import { ShellFrame } from './shell-frame';

/** Hardly ever needed: its code waits until then. */
const RecoveryPage = lazy(() => import('@renderer/features/recovery/recovery-page').then((module) => ({ default: module.RecoveryPage })));

type Opening = { readonly stage: 'opening' } | { readonly stage: 'open'; readonly opened: OpenedWorkspace } | { readonly stage: 'refused'; readonly failure: ReconcileFailure };

interface OpenWindowProps {
  readonly info: WorkspaceInfo;
  /** The worker as it was started with the page; null where main has found trouble. */
  readonly ledger: Promise<LedgerClient> | null;
  readonly appVersion: string;
}

/** A window with a workspace: opens its facts, makes database and journal agree, starts the ledger's worker. */
export function OpenWindow({ info, ledger: started, appVersion }: OpenWindowProps) {
  const [state, setState] = useState<Opening>({ stage: 'opening' });
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let left = false;
    async function open(): Promise<void> {
      const facts = await openFacts(info, started);
      if (left) return;
      if (!facts.ok) return setState({ stage: 'refused', failure: facts.error });
      const { workspace, ledger } = facts.value;
      const firstRevision = await readFiguresRevision(workspace.db);
      const stops = [keepJournal(workspace), keepRecording(workspace), noteFailures(workspace)];
      stop = () => stops.forEach((each) => each());
      setState({ stage: 'open', opened: { workspace, ledger, info, firstRevision } });
      requestIdleCallback(() => void recordState(workspace).then(() => forgetExpired(workspace)).catch(setFault));
    }
    open().catch(setFault);
    return () => {
      left = true;
      stop?.();
    };
  }, [info, started]);

  return (
    <ErrorBoundary resetKey={info.id} onError={(message) => void call('log.write', { level: 'error', message: message.slice(0, 20_000) })}>
      <AppVersion value={appVersion}>
        <Opened info={info} state={state} fault={fault} />
      </AppVersion>
    </ErrorBoundary>
  );
}

function Opened({ info, state, fault }: { readonly info: WorkspaceInfo; readonly state: Opening; readonly fault: unknown }) {
  if (fault !== null) throw fault;
  if (state.stage === 'opening') return <ShellFrame />;
  if (state.stage === 'refused') return <Suspense fallback={<ShellFrame />}><RecoveryPage info={info} failure={state.failure} /></Suspense>;
  return (
    <WorkspaceProvider opened={state.opened}>
      <SetUpGate />
      <KeepWatch />
    </WorkspaceProvider>
  );
}
