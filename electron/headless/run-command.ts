import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import log from 'electron-log/main';
import type { FileToken, HeadlessCommand } from '@shared/contracts/headless-command';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { err, type Result } from '@shared/kernel/result';
import { failureOf } from '../call-failure';
import type { Desk } from '../desk';
import { createHandlers, type ShowIn } from '../ipc/handlers';
import { serveCalls } from '../ipc/serve';
import { failureText } from '../main-text';
import { Keeper } from '../keep/keeper';
import { PackPrinter } from '../packs/pack-printer';
import { openHiddenPage } from '../window';
import type { OpenWorkspace } from '../workspace/open-workspace';
import { runInHiddenPage } from './command-run';
import { isFolder, restoreCommand, verifyFile } from './copy-commands';
import type { CommandLine, CommandRequest } from './parse-command-line';
import { passphraseFrom } from './passphrase';
import { resultText } from './result-text';

type Asked = Extract<CommandLine, { kind: 'command' }>;

/** Carries out one command in a hidden page and prints its result on stdout, or one line on stderr. Answers the exit code. */
export async function runCommand(desk: Desk, asked: Asked): Promise<number> {
  const keeper = new Keeper(desk, app.getVersion());
  const printer = new PackPrinter(() => openHiddenPage(desk, 'print', null));
  serveCalls(createHandlers(desk, keeper, printer, noWindows), desk.pages, (call, error) => log.error('call', call, error));
  const outcome = await carryOut(desk, keeper, asked);
  await desk.closeAll();
  if (!outcome.ok) {
    await print(process.stderr, outcome.error);
    return 1;
  }
  await print(process.stdout, asked.json ? JSON.stringify(outcome.value) : resultText(outcome.value));
  return 0;
}

/** A command has no windows beside its page. */
const noWindows: ShowIn = { replace: () => undefined, alone: (_page, _workspace, work) => work(), beside: () => undefined, otherPages: () => [], pagesBeside: () => [] };

/** The result as the page gave it: plain JSON, parsed by the call table. */
type PlainResult = Parameters<typeof resultText>[0];

async function carryOut(desk: Desk, keeper: Keeper, asked: Asked): Promise<Result<PlainResult, string>> {
  const { command: request } = asked;
  const passphrase = 'passphraseFromStdin' in request && request.passphraseFromStdin ? await passphraseFrom(process.stdin) : null;
  if (passphrase === '') return err(desk.text()('passphraseEmpty'));
  if (request.name === 'restore') return restoreCommand(desk, request, passphrase);
  if (request.name === 'verify' && !(await isFolder(request.path))) return verifyFile(desk, request.path, passphrase);
  const workspace = await workspaceFor(desk, request.name === 'verify' ? { ...asked, workspace: request.path } : asked);
  if (!workspace.ok) return workspace;
  if (workspace.value.trouble !== null) return say(desk, workspace.value.trouble);
  const session = desk.sessionFor(workspace.value);
  const files: FileToken[] = [];
  for (const file of request.name === 'import' ? request.files : []) {
    try {
      files.push(await desk.files.tokens.issue(session, path.resolve(file)));
    } catch (error) {
      return err(desk.text()('fileNotRead', { path: file, reason: failureOf(error).detail }));
    }
  }
  const out = 'out' in request ? request.out : null;
  const packFolder = path.join(workspace.value.info.path, 'packs');
  const writesPack = request.name === 'pack' || request.name === 'sample';
  if (writesPack || out !== null) await mkdir(out === null ? packFolder : path.dirname(path.resolve(out)), { recursive: true }).catch((error: unknown) => log.warn('folder of the result:', error));
  const ran = await runInHiddenPage(desk, workspace.value, commandFor(request, files, passphrase), {
    packFile: (name) => (out === null ? path.join(packFolder, `${name}.pdf`) : path.resolve(out)),
    backupFile: request.name === 'backup' ? path.resolve(request.out) : null,
  });
  if (!ran.ok || request.name !== 'verify') return ran as Result<PlainResult, string>;
  const faults = await keeper.faultsIn(workspace.value);
  return faults.length > 0 ? err(faults.join('; ')) : (ran as Result<PlainResult, string>);
}

function commandFor(request: Exclude<CommandRequest, { name: 'restore' }>, files: FileToken[], passphrase: string | null): HeadlessCommand {
  switch (request.name) {
    case 'import':
      return { name: 'import', files, as: request.as, moves: request.moves, answers: request.answers };
    case 'figures':
      return request;
    case 'pack':
      return { name: 'pack', period: request.period, scope: request.scope, language: request.language };
    case 'sample':
      return { name: 'sample' };
    case 'backup':
      return { name: 'backup', passphrase };
    case 'verify':
      return { name: 'verify' };
  }
}

const say = (desk: Desk, failure: CallFailure) => err(failureText(failure, desk.preferences.read().language));

/** The named folder; else the sample's own for `sample`, the last one used, and for an import a new one. */
async function workspaceFor(desk: Desk, { command, workspace }: Asked): Promise<Result<OpenWorkspace, string>> {
  const text = desk.text();
  const [recent] = desk.recent.read().workspaces;
  const sample = command.name === 'sample';
  const name = sample ? text('sampleWorkspace') : workspace === null ? text('ownWorkspace') : path.basename(path.resolve(workspace));
  const own = path.join(desk.workspacesFolder, name);
  const folder = workspace ?? (sample ? own : (recent?.path ?? (command.name === 'import' ? own : null)));
  if (folder === null) return err(text('noWorkspaceYet'));
  const opened = await desk.open(folder, sample || command.name === 'import' ? { name, sample } : null);
  if (opened.ok) return opened;
  return err(`${failureText(opened.error, desk.preferences.read().language)}: ${path.resolve(folder)}`);
}

/** Answers when the stream has taken it all: a pipe may be slow and the program is about to end. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(`${text}\n`, () => resolve());
  });
}
