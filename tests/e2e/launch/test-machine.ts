import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { findElectron } from '../../../electron/dev/find-electron.mjs';
import { machineSwitches } from '../../../electron/dev/run-electron.mjs';
import { startVirtualDisplay } from '../../../electron/dev/virtual-display.mjs';

export const projectRoot = path.resolve(import.meta.dirname, '../../..');

/** A machine of its own for one test: an empty home, remembered settings and screen, removed together. */
export interface TestMachine {
  readonly executable: string;
  /** Words before ours: switches this machine needs and the app folder. */
  readonly words: readonly string[];
  readonly env: Record<string, string>;
  readonly userData: string;
  readonly home: string;
  /** A path that does not exist yet, for a workspace. */
  readonly workspaceFolder: string;
  dispose(): void;
}

export async function prepareMachine(): Promise<TestMachine> {
  const home = mkdtempSync(path.join(tmpdir(), 'workbench-'));
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  const userData = path.join(home, 'user-data');
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('VITEST') && entry[0] !== 'NODE_OPTIONS');
  return {
    executable: findElectron().executable,
    words: [...machineSwitches(), projectRoot],
    env: { ...Object.fromEntries(inherited), HOME: home, WORKBENCH_USER_DATA: userData, ...(display ? { DISPLAY: display.display } : {}) },
    userData,
    home,
    workspaceFolder: path.join(home, 'workspace'),
    dispose: () => {
      display?.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
