import { readdirSync, readFileSync } from 'node:fs';
import { _electron, type ElectronApplication, type Page, errors } from 'playwright';
import { prepareMachine, type TestMachine } from './test-machine';

export interface LaunchOptions {
  /** The machine to start on; given when a test starts the app a second time, else a fresh one that `close` removes. */
  readonly machine?: TestMachine;
  /** Folder of the workspace to open, made if missing; null = the doors (or what was open last). Default: the machine's own. */
  readonly workspace?: string | null;
  readonly args?: readonly string[];
}

export interface LaunchedWorkbench {
  readonly app: ElectronApplication;
  /** The workbench window; after `workspace.create/open/close` ask `nextPage`. */
  readonly page: Page;
  readonly machine: TestMachine;
  /** Console errors, uncaught errors and policy violations of every window so far. */
  readonly faults: readonly string[];
  /** From here on such faults are what the test wants. */
  expectFaults(pattern: RegExp): void;
  /** The window that replaces this one when `act` changes the workspace. */
  nextPage(act: () => Promise<unknown>): Promise<Page>;
  /** Ends the app and fails on any fault that was not expected. */
  close(): Promise<void>;
  /** SIGKILL to the whole process tree, as a power cut would; the machine stays. */
  kill(): Promise<void>;
}

/** Once in some hundred starts Playwright loses a window that comes while it attaches, and would wait for ever. */
const ATTEMPTS = 3;
const ATTACH_MS = 60_000;

/** Starts the app anew where Playwright could not attach to it; an app that does not start at all fails every time. */
async function attach(machine: TestMachine, words: string[]): Promise<ElectronApplication> {
  for (let left = ATTEMPTS; ; left--) {
    try {
      return await _electron.launch({ executablePath: machine.executable, args: words, env: machine.env, timeout: ATTACH_MS });
    } catch (error) {
      if (left === 1 || !(error instanceof errors.TimeoutError)) throw error;
      for (const pid of processTree(process.pid).slice(1)) if (environmentOf(pid).includes(machine.home)) killOne(pid);
    }
  }
}

/** Starts the built app in the real Electron, on a screen without a monitor. */
export async function launchWorkbench(options: LaunchOptions = {}): Promise<LaunchedWorkbench> {
  const machine = options.machine ?? (await prepareMachine());
  const workspace = options.workspace === undefined ? machine.workspaceFolder : options.workspace;
  const words = [...machine.words, ...(workspace === null ? [] : ['--workspace', workspace]), ...(options.args ?? [])];
  const app = await attach(machine, words);
  const faults: string[] = [];
  const expected: RegExp[] = [];
  const watch = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error.stack ?? error)));
  };
  app.on('window', watch);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const dispose = () => {
    if (!options.machine) machine.dispose();
  };
  return {
    app,
    page,
    machine,
    faults,
    expectFaults: (pattern) => expected.push(pattern),
    nextPage: async (act) => {
      const [next] = await Promise.all([app.waitForEvent('window', isWorkbench), act()]);
      await next.waitForLoadState('load');
      return next;
    },
    close: async () => {
      await app.close();
      dispose();
      const unexpected = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
      if (unexpected.length > 0) throw new Error(`Faults in the app's windows:\n${unexpected.join('\n')}`);
    },
    kill: async () => {
      const child = app.process();
      const ended = new Promise<void>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        child.once('exit', () => resolve());
      });
      for (const pid of processTree(child.pid!)) killOne(pid);
      await ended;
    },
  };
}

/** Not one of the hidden pages by which main restores or prints. */
async function isWorkbench(page: Page): Promise<boolean> {
  // A hidden page may be gone before it has been anywhere.
  await page.waitForURL(/\/\w+\.html/, { waitUntil: 'commit' }).catch(() => undefined);
  return page.url().includes('/index.html');
}

/** A process and all its descendants, the root first so that nobody is left to restart a child. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null; // It ended while we looked.
  }
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return ''; // It ended while we looked.
  }
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
