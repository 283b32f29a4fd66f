import type { CallName, EventName, WorkbenchEvents } from '@shared/contracts/workbench-calls';
import type { WebContents } from 'electron';
import type { CommandRun } from './headless/command-run';
import type { OpenWorkspace } from './workspace/open-workspace';

/** What a page is for decides which calls it may make. */
export type PageRole = 'workbench' | 'command' | 'print';

export interface Page {
  readonly role: PageRole;
  readonly contents: WebContents;
  readonly workspace: OpenWorkspace | null;
  /** What a hidden page was opened to do; null for windows. */
  readonly run: CommandRun | null;
  /** Resolves once `workspace` is known: until then the page's calls wait. Null = it is. */
  readonly opening: Promise<unknown> | null;
}

/** What a command page may ask besides reading: it gathers, restores and replays, but never opens dialogs or switches. */
const commandCalls: ReadonlySet<CallName> = new Set<CallName>(['keep.begin', 'keep.add', 'keep.finish', 'keep.cancel', 'keep.record', 'recovery.state']);

/** What opens a dialog, or comes from one: only a window with a person before it. */
const windowCalls: ReadonlySet<CallName> = new Set<CallName>(['import.choose', 'import.choosePreset', 'import.folders', 'import.takeFile', 'import.forgetFolder', 'import.retake', 'source.save', 'file.save', 'window.open', 'page.print']);

export function mayCall(role: PageRole, name: CallName): boolean {
  if (name === 'app.info' || name === 'log.write' || name === 'preferences.read') return true;
  if (role === 'print') return name.startsWith('print.');
  if (name.startsWith('print.')) return false;
  if (role === 'command') {
    if (name.startsWith('keep.') || name.startsWith('recovery.')) return commandCalls.has(name);
    return !name.startsWith('workspace.') && !windowCalls.has(name);
  }
  return !name.startsWith('command.');
}

/** Every page main has opened, by its web contents; a page that is not here may ask for nothing. */
export class Pages {
  private readonly byId = new Map<number, Page>();

  add(page: Page): void {
    const { id } = page.contents;
    this.byId.set(id, page);
    page.contents.once('destroyed', () => this.byId.delete(id));
  }

  /** The workspace that a page was opened for is open now. */
  settle(contents: WebContents, workspace: OpenWorkspace): void {
    const page = this.of(contents);
    if (page) this.byId.set(contents.id, { ...page, workspace, opening: null });
  }

  of(contents: WebContents): Page | null {
    return this.byId.get(contents.id) ?? null;
  }
}

export function sendEvent<E extends EventName>(contents: WebContents, event: E, payload: WorkbenchEvents[E]): void {
  if (!contents.isDestroyed()) contents.send('workbench:event', event, payload);
}
