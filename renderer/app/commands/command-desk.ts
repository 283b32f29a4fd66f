import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import type { Language } from '@shared/messages/catalogue';
import type { Workspace } from '@renderer/data/workspace';
import type { Translate } from '@renderer/i18n/i18n';
import type { LedgerClient } from '@renderer/ledger/ledger-client';

/** What the hidden page knows before any facts are opened. */
export interface CommandPage {
  readonly folder: WorkspaceInfo;
  readonly appVersion: string;
  readonly language: Language;
  readonly t: Translate;
}

/** What every headless command works with that needs the workspace's facts. */
export interface CommandDesk extends CommandPage {
  readonly workspace: Workspace;
  readonly ledger: LedgerClient;
}
