import { callNames } from '@shared/contracts/call-names';
import type { FileToken } from '@shared/contracts/headless-command';
import { type CallName, workbenchCalls } from '@shared/contracts/workbench-calls';
import { ok } from '@shared/kernel/result';
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import path from 'node:path';
import { z } from 'zod';
import { APP_ORIGIN } from '../app-protocol';
import { type Answer, failureOf, refuse } from '../call-failure';
import { importable } from '../files/importable';
import { mayCall, type Page, type Pages, sendEvent } from '../pages';
import { CallRate, INPUT_LIMIT, measureInput } from './call-limits';

type Calls = typeof workbenchCalls;
export type Parsed<N extends CallName> = z.output<Calls[N]['input']>;
export type Reply<N extends CallName> = Answer<z.input<Calls[N]['output']>>;
/** A missing handler or one that answers something else is a type error. */
export type CallHandlers = { readonly [N in CallName]: (input: Parsed<N>, page: Page) => Reply<N> | Promise<Reply<N>> };

const known: ReadonlySet<unknown> = new Set(callNames);
const isCallName = (name: unknown): name is CallName => known.has(name);

/**
 * The one door between pages and main: checks who asks, how often and how much, parses input and output against the call
 * table, and turns whatever is thrown into `{code, detail}`.
 */
export function serveCalls(handlers: CallHandlers, pages: Pages, onBug: (call: string, error: unknown) => void): void {
  const rates = new WeakMap<WebContents, CallRate>();
  ipcMain.handle('workbench:call', async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    await pages.of(event.sender)?.opening;
    const page = trustedPage(event, pages);
    if (!page || !isCallName(name) || !mayCall(page.role, name)) return refuse('call.forbidden', page ? 'not for this page' : 'unknown page');
    const rate = rates.get(event.sender) ?? new CallRate(Date.now());
    rates.set(event.sender, rate);
    if (!rate.take(Date.now())) return refuse('call.tooMany');
    if (measureInput(input) > INPUT_LIMIT) return refuse('call.tooLarge');
    try {
      return await carryOut(name, input, page, handlers);
    } catch (error) {
      onBug(name, error);
      return { ok: false, error: failureOf(error) };
    }
  });
}

/** More files than this at once is a folder let go by mistake. */
const MOST_DROPPED = 200;
const droppedSchema = z.array(z.string().min(1).max(4_096).refine((file) => path.isAbsolute(file))).max(10_000);

/** Files let go over a window, told by preload: the page hears of tokens, as if they had been chosen in a dialog. */
export function serveDrops(pages: Pages, issue: (page: Page, file: string) => Promise<FileToken>, onUnread: (error: unknown) => void): void {
  ipcMain.handle('workbench:drop', async (event, given: unknown) => {
    const page = trustedPage(event, pages);
    const paths = droppedSchema.safeParse(given);
    if (page?.role !== 'workbench' || !paths.success) return;
    const files: FileToken[] = [];
    const unread: string[] = [];
    const refused: string[] = [];
    for (const file of paths.data.slice(0, MOST_DROPPED)) {
      if (!importable(path.basename(file))) {
        refused.push(path.basename(file));
        continue;
      }
      try {
        files.push(await issue(page, file));
      } catch (error) {
        onUnread(error);
        unread.push(path.basename(file));
      }
    }
    sendEvent(page.contents, 'files.dropped', { files, unread, refused });
  });
}

/** The asking page, if it is a main frame of ours that main itself opened. (`origin` is "null" for app://, so the parts are compared.) */
function trustedPage(event: IpcMainInvokeEvent, pages: Pages): Page | null {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null) return null;
  return frame.url.startsWith(`${APP_ORIGIN}/`) ? pages.of(event.sender) : null;
}

async function carryOut<N extends CallName>(name: N, input: unknown, page: Page, handlers: CallHandlers): Promise<Answer<unknown>> {
  const parsed = workbenchCalls[name].input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    // The path and the kind of fault only: values may be personal.
    return refuse('call.malformed', `${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}`);
  }
  const answer = await handlers[name](parsed.data as Parsed<N>, page);
  return answer.ok ? ok(workbenchCalls[name].output.parse(answer.value)) : answer;
}
