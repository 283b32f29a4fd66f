import type { HeadlessCommand } from '@shared/contracts/headless-command';
import { type Result, assertNever, err, ok } from '@shared/kernel/result';
import type { Language } from '@shared/messages/catalogue';
import { recordState } from '@renderer/data/keep-record';
import { translatorFor } from '@renderer/i18n/i18n';
import { openFacts } from '@renderer/ledger/open-facts';
import { call } from '@renderer/platform/workbench';
import { backupCommand } from './backup-command';
import type { CommandDesk, CommandPage } from './command-desk';
import { figuresCommand } from './figures-command';
import { importCommand } from './import-command';
import { packCommand } from './pack-command';
import { openRefusal } from './open-refusal';
import { restoreCommand } from './restore-command';
import { sampleCommand } from './sample-command';
import { verifyCommand } from './verify-command';

/** Takes the command, opens its workspace as a window would, carries it out and answers main. Throws only on a bug. */
export async function runHeadless(): Promise<void> {
  const taken = await call('command.take', {});
  if (!taken.ok) throw new Error(`${taken.error.code}: ${taken.error.detail}`);
  const outcome = await carryOut(taken.value);
  if (outcome.ok) await call('command.done', { result: JSON.parse(JSON.stringify(outcome.value)) });
  else await call('command.failed', { message: outcome.error });
}

async function carryOut(command: HeadlessCommand): Promise<Result<unknown, string>> {
  const page = await readPage();
  if (!page.ok) return page;
  // It fills a database that is not the workspace's yet, so it opens none.
  if (command.name === 'restore') return restoreCommand(page.value, command);
  const desk = await openDesk(page.value);
  if (!desk.ok) return desk;
  const outcome = await carryOutAt(desk.value, command);
  await recordState(desk.value.workspace);
  return outcome;
}

function carryOutAt(desk: CommandDesk, command: Exclude<HeadlessCommand, { name: 'restore' }>): Promise<Result<unknown, string>> {
  switch (command.name) {
    case 'import':
      return importCommand(desk, command);
    case 'figures':
      return figuresCommand(desk, command);
    case 'pack':
      return packCommand(desk, command);
    case 'sample':
      return sampleCommand(desk);
    case 'backup':
      return backupCommand(desk, command);
    case 'verify':
      return verifyCommand(desk);
    default:
      return assertNever(command);
  }
}

/** What a command knows before any facts are opened. */
async function readPage(): Promise<Result<CommandPage, string>> {
  const [info, preferences] = await Promise.all([call('app.info', {}), call('preferences.read', {})]);
  if (!info.ok) return err(`${info.error.code}: ${info.error.detail}`);
  const language: Language = preferences.ok ? preferences.value.language : 'zh-CN';
  const t = translatorFor(language);
  const { workspace: folder, appVersion } = info.value;
  return folder === null ? err(t('calls.workspace_none')) : ok({ folder, appVersion, language, t });
}

async function openDesk(page: CommandPage): Promise<Result<CommandDesk, string>> {
  const opened = await openFacts(page.folder);
  if (!opened.ok) return err(openRefusal(page, opened.error));
  const { workspace, ledger } = opened.value;
  return ok({ ...page, workspace, ledger });
}
