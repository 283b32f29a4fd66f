import type { Preferences } from '@shared/contracts/preferences';
import type { CallOutput } from '@shared/contracts/workbench-calls';
import { olderSchemaOf } from '@renderer/data/migrations/older-schema';
import { type LedgerClient, connectLedger } from '@renderer/ledger/ledger-client';
import { call } from '@renderer/platform/workbench';

/** What a window needs to know before it can show anything. */
export interface StartUp {
  readonly info: CallOutput<'app.info'>;
  readonly preferences: Preferences;
  /** The ledger of the open workspace, its columns on the way; null without a workspace, and where main has found trouble. */
  readonly ledger: Promise<LedgerClient> | null;
}

/**
 * Asks main for it and starts the ledger's worker, while the screens' code is still being read. Main answers only after it
 * has locked and checked the workspace; a database that it has found trouble with is not touched, and one of an older schema is copied first (see openFacts).
 */
export async function beginStartUp(): Promise<StartUp> {
  const [info, preferences, recovery] = await Promise.all([call('app.info', {}), call('preferences.read', {}), call('recovery.state', {})]);
  if (!info.ok) throw new Error(`${info.error.code}: ${info.error.detail}`);
  if (!preferences.ok) throw new Error(`${preferences.error.code}: ${preferences.error.detail}`);
  const { workspace } = info.value;
  const isSound = recovery.ok && !recovery.value.trouble;
  const isOlder = workspace !== null && isSound && (await olderSchemaOf(workspace.databaseName)) !== null;
  return { info: info.value, preferences: preferences.value, ledger: workspace && isSound && !isOlder ? openLedger(workspace, preferences.value.lastRoute) : null };
}

/** The worker reads its records for the first screen's question at once; when the screen asks, only the answer is left to do. */
async function openLedger(workspace: Parameters<typeof connectLedger>[0], lastRoute: string): Promise<LedgerClient> {
  const ledger = await connectLedger(workspace);
  const place = new URLSearchParams((location.hash || lastRoute).split('?')[1]);
  void ledger.figures({ period: place.get('period'), scope: place.get('scope') });
  return ledger;
}
