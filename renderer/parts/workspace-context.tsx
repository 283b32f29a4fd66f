import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import type { Workspace } from '@renderer/data/workspace';
import type { LedgerClient } from '@renderer/ledger/ledger-client';
import { type ReactNode, createContext, use } from 'react';

/** The workspace this window stands on: its facts, its ledger worker and what main says about its folder. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly ledger: LedgerClient;
  readonly info: WorkspaceInfo;
  /** The figures' revision on opening, so that the first screen asks for them at once. */
  readonly firstRevision: number;
}

const Opened = createContext<OpenedWorkspace | null>(null);

export function WorkspaceProvider({ opened, children }: { readonly opened: OpenedWorkspace; readonly children: ReactNode }) {
  return <Opened value={opened}>{children}</Opened>;
}

function useOpened(): OpenedWorkspace {
  const opened = use(Opened);
  if (!opened) throw new Error('No workspace is open here');
  return opened;
}

/** For named commands and live reads: `useLiveQuery(() => workspace.db.people.toArray())`. */
export const useWorkspace = (): Workspace => useOpened().workspace;
/** The ledger's worker: figures, rows, imports. */
export const useLedger = (): LedgerClient => useOpened().ledger;
export const useFirstRevision = (): number => useOpened().firstRevision;
export const useWorkspaceInfo = (): WorkspaceInfo => useOpened().info;
