import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import { useEffect, useState } from 'react';
import { keepJournal } from '@renderer/data/journal';
import { type ReconcileFailure, reconcileWithJournal } from '@renderer/data/reconcile';
import { openWorkspace } from '@renderer/data/workspace';
import { connectLedger } from '@renderer/ledger/ledger-client';
import { useMessages } from '@renderer/i18n/use-messages';
import { type OpenedWorkspace, WorkspaceProvider } from '@renderer/parts/workspace-context';
import { call } from '@renderer/platform/workbench';
import { ErrorBoundary } from '@renderer/ui/error-boundary';
import { ErrorPage } from '@renderer/ui/error-page';
import { AppVersion } from './app-version';
import { SetUpGate } from './set-up-gate';
import { ShellFrame } from './shell-frame';

type Opening = { readonly stage: 'opening' } | { readonly stage: 'open'; readonly opened: OpenedWorkspace } | { readonly stage: 'refused'; readonly failure: ReconcileFailure };

interface OpenWindowProps {
  readonly info: WorkspaceInfo;
  readonly appVersion: string;
}

/** A window with a workspace: opens its facts, makes database and journal agree, starts the ledger's worker. */
export function OpenWindow({ info, appVersion }: OpenWindowProps) {
  const [state, setState] = useState<Opening>({ stage: 'opening' });
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let left = false;
    async function open(): Promise<void> {
      // The worker starts while the journal is read.
      const ledger = connectLedger(info);
      const workspace = await openWorkspace(info);
      const reconciled = await reconcileWithJournal(workspace);
      if (left) return;
      if (!reconciled.ok) return setState({ stage: 'refused', failure: reconciled.error });
      stop = keepJournal(workspace);
      setState({ stage: 'open', opened: { workspace, ledger: await ledger, info } });
    }
    open().catch(setFault);
    return () => {
      left = true;
      stop?.();
    };
  }, [info]);

  return (
    <ErrorBoundary resetKey={info.id} onError={(message) => void call('log.write', { level: 'error', message: message.slice(0, 20_000) })}>
      <AppVersion value={appVersion}>
        <Opened state={state} fault={fault} />
      </AppVersion>
    </ErrorBoundary>
  );
}

function Opened({ state, fault }: { readonly state: Opening; readonly fault: unknown }) {
  const { t } = useMessages();
  if (fault !== null) throw fault;
  if (state.stage === 'opening') return <ShellFrame />;
  if (state.stage === 'refused') {
    const { failure } = state;
    return <ErrorPage title={t('shell.openFailed')} next={t('shell.openFailedNext')} details={JSON.stringify(failure, null, 1)} retryLabel={t('shell.reopen')} onRetry={() => location.reload()} />;
  }
  return (
    <WorkspaceProvider opened={state.opened}>
      <SetUpGate />
    </WorkspaceProvider>
  );
}
