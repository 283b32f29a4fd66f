import type { WorkspaceInfo } from '@shared/contracts/workbench-calls';
import type { Language } from '@shared/messages/catalogue';
import type { Workspace } from '@renderer/data/workspace';
import type { Translate } from '@renderer/i18n/i18n';
import type { LedgerClient } from '@renderer/ledger/ledger-client';

/** What every headless command works with. */
export interface CommandDesk {
  readonly workspace: Workspace;
  readonly ledger: LedgerClient;
  readonly folder: WorkspaceInfo;
  readonly appVersion: string;
  readonly language: Language;
  readonly t: Translate;
}
