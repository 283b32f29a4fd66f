import type { HeadlessCommand } from '@shared/contracts/headless-command';
import { type Result, assertNever, err, ok } from '@shared/kernel/result';
import type { Language } from '@shared/messages/catalogue';
import { codeKey } from '@shared/messages/message-key';
import { reconcileWithJournal } from '@renderer/data/reconcile';
import { openWorkspace } from '@renderer/data/workspace';
import { translatorFor } from '@renderer/i18n/i18n';
import { connectLedger } from '@renderer/ledger/ledger-client';
import { call } from '@renderer/platform/workbench';
import type { CommandDesk } from './command-desk';
import { figuresCommand } from './figures-command';
import { importCommand } from './import-command';
import { packCommand } from './pack-command';
import { sampleCommand } from './sample-command';

/** Takes the command, opens its workspace as a window would, carries it out and answers main. Throws only on a bug. */
export async function runHeadless(): Promise<void> {
  const taken = await call('command.take', {});
  if (!taken.ok) throw new Error(`${taken.error.code}: ${taken.error.detail}`);
  const outcome = await carryOut(taken.value);
  if (outcome.ok) await call('command.done', { result: JSON.parse(JSON.stringify(outcome.value)) });
  else await call('command.failed', { message: outcome.error });
}

async function carryOut(command: HeadlessCommand): Promise<Result<unknown, string>> {
  const desk = await openDesk();
  if (!desk.ok) return desk;
  switch (command.name) {
    case 'import':
      return importCommand(desk.value, command);
    case 'figures':
      return figuresCommand(desk.value, command);
    case 'pack':
      return packCommand(desk.value, command);
    case 'sample':
      return sampleCommand(desk.value);
    default:
      return assertNever(command);
  }
}

async function openDesk(): Promise<Result<CommandDesk, string>> {
  const [info, preferences] = await Promise.all([call('app.info', {}), call('preferences.read', {})]);
  if (!info.ok) return err(`${info.error.code}: ${info.error.detail}`);
  const language: Language = preferences.ok ? preferences.value.language : 'zh-CN';
  const t = translatorFor(language);
  const { workspace: folder, appVersion } = info.value;
  if (folder === null) return err(t('calls.workspace_none'));
  const workspace = await openWorkspace(folder);
  const reconciled = await reconcileWithJournal(workspace);
  if (!reconciled.ok) {
    const { error } = reconciled;
    return err('seq' in error ? t(codeKey('refusals', error.code), { seq: error.seq }) : `${t(codeKey('calls', error.code))} (${error.detail})`);
  }
  return ok({ workspace, ledger: await connectLedger(folder), folder, appVersion, language, t });
}
