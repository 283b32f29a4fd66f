import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import log from 'electron-log/main';
import type { FileToken, HeadlessCommand } from '@shared/contracts/headless-command';
import type { CallFailure } from '@shared/contracts/workbench-calls';
import { err, ok, type Result } from '@shared/kernel/result';
import { failureOf } from '../call-failure';
import type { Desk } from '../desk';
import { createHandlers } from '../ipc/handlers';
import { serveCalls } from '../ipc/serve';
import { failureText } from '../main-text';
import { PackPrinter } from '../packs/pack-printer';
import { openHiddenPage } from '../window';
import type { OpenWorkspace } from '../workspace/open-workspace';
import type { CommandLine, CommandRequest } from './parse-command-line';
import { resultText } from './result-text';

type Asked = Extract<CommandLine, { kind: 'command' }>;

/** Carries out one command in a hidden page and prints its result on stdout, or one line on stderr. Answers the exit code. */
export async function runCommand(desk: Desk, asked: Asked): Promise<number> {
  const outcome = await carryOut(desk, asked);
  await desk.closeAll();
  if (!outcome.ok) {
    await print(process.stderr, outcome.error);
    return 1;
  }
  await print(process.stdout, asked.json ? JSON.stringify(outcome.value) : resultText(outcome.value));
  return 0;
}

/** The result as the page gave it: plain JSON, parsed by the call table. */
type PlainResult = Parameters<typeof resultText>[0];

async function carryOut(desk: Desk, asked: Asked): Promise<Result<PlainResult, string>> {
  const say = (failure: CallFailure) => err(failureText(failure, desk.preferences.read().language));
  const workspace = await workspaceFor(desk, asked);
  if (!workspace.ok) return workspace;
  const { command: request } = asked;
  const session = desk.sessionFor(workspace.value);
  const files: FileToken[] = [];
  for (const file of request.name === 'import' ? request.files : []) {
    try {
      files.push(await desk.files.tokens.issue(session, path.resolve(file)));
    } catch (error) {
      return err(desk.text()('fileNotRead', { path: file, reason: failureOf(error).detail }));
    }
  }
  const packFolder = path.join(workspace.value.info.path, 'packs');
  const out = request.name === 'pack' || request.name === 'sample' ? request.out : null;
  await mkdir(out === null ? packFolder : path.dirname(path.resolve(out)), { recursive: true }).catch((error: unknown) => log.warn('folder of the pack:', error));
  return new Promise((resolve) => {
    const printer = new PackPrinter(() => openHiddenPage(desk, 'print', null));
    const run = {
      command: commandFor(request, files),
      packFile: (name: string) => (out === null ? path.join(packFolder, `${name}.pdf`) : path.resolve(out)),
      done: (result: unknown) => resolve(ok(result as PlainResult)),
      failed: (message: string) => {
        log.error('command failed:', message);
        resolve(err(message.split('\n', 1)[0] ?? message));
      },
    };
    const handlers = createHandlers(desk, printer, () => undefined, run);
    serveCalls(handlers, desk.pages, (call, error) => log.error('call', call, error));
    const { webContents } = openHiddenPage(desk, 'command', workspace.value);
    webContents.once('render-process-gone', (_event, { reason }) => resolve(err(desk.text()('pageGone', { reason }))));
    webContents.once('did-fail-load', (_event, _code, reason) => resolve(say({ code: 'call.failed', detail: reason })));
    webContents.once('preload-error', (_event, _path, error) => resolve(say(failureOf(error))));
    webContents.on('console-message', (_event, _level, message) => log.info('command page:', message));
  });
}

function commandFor(request: CommandRequest, files: FileToken[]): HeadlessCommand {
  switch (request.name) {
    case 'import':
      return { name: 'import', files, as: request.as };
    case 'figures':
      return request;
    case 'pack':
      return { name: 'pack', period: request.period, scope: request.scope, language: request.language };
    case 'sample':
      return { name: 'sample' };
  }
}

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
