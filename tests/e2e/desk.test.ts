import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterEach, describe, expect, test } from 'vitest';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { runHeadless } from './launch/run-headless';
import { prepareMachine, type TestMachine } from './launch/test-machine';

const machines: TestMachine[] = [];
afterEach(() => {
  for (const machine of machines.splice(0)) machine.dispose();
});

async function machine(): Promise<TestMachine> {
  const prepared = await prepareMachine();
  machines.push(prepared);
  return prepared;
}

interface Bridge {
  call(name: string, input: unknown): Promise<{ ok: true; value: unknown } | { ok: false; error: { code: string; detail: string } }>;
}
const ask = (page: Page, name: string, input: unknown) => page.evaluate(([name, input]) => (window as unknown as { workbench: Bridge }).workbench.call(name, input), [name, input] as [string, unknown]);

async function openPath(page: Page): Promise<string | null> {
  const info = await ask(page, 'app.info', {});
  return info.ok ? ((info.value as { workspace: { path: string } | null }).workspace?.path ?? null) : null;
}

const boundsOf = ({ app }: LaunchedWorkbench) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds());

describe('workspaces of this machine', () => {
  test('the first start shows the doors; a workspace made there is open again at the next start', async () => {
    const here = await machine();
    const first = await launchWorkbench({ machine: here, workspace: null });
    expect(await openPath(first.page)).toBeNull();
    expect(await ask(first.page, 'journal.state', {})).toMatchObject({ ok: false, error: { code: 'workspace.none' } });
    const page = await first.nextPage(() => ask(first.page, 'workspace.create', { name: 'East', sample: false }));
    const folder = await openPath(page);
    expect(path.basename(folder!)).toBe('East');
    await expect.poll(() => first.app.windows().length).toBe(1);
    await first.close();

    const second = await launchWorkbench({ machine: here, workspace: null });
    expect(await openPath(second.page)).toBe(folder);
    expect(await ask(second.page, 'workspace.create', { name: 'East', sample: false })).toMatchObject({ ok: false, error: { code: 'workspace.exists' } });
    const doors = await second.nextPage(() => ask(second.page, 'workspace.close', {}));
    expect(await openPath(doors)).toBeNull();
    expect(await ask(doors, 'workspace.recent', {})).toEqual({ ok: true, value: [{ name: 'East', path: folder, sample: false, missing: false }] });
    const again = await second.nextPage(() => ask(doors, 'workspace.open', { recent: 0 }));
    expect(await openPath(again)).toBe(folder);
    await second.close();
  });

  test('two workspaces keep their databases apart, each inside its own folder', async () => {
    const here = await machine();
    const first = await launchWorkbench({ machine: here });
    await first.page.evaluate(() => localStorage.setItem('whose', 'first'));
    await first.close();
    const second = await launchWorkbench({ machine: here, workspace: path.join(here.home, 'other') });
    expect(await second.page.evaluate(() => localStorage.getItem('whose'))).toBeNull();
    await second.close();
    const again = await launchWorkbench({ machine: here });
    expect(await again.page.evaluate(() => localStorage.getItem('whose'))).toBe('first');
    await again.close();
    expect(existsSync(path.join(here.home, 'other/profile'))).toBe(true);
  });

  test('a workspace of a later version is refused before its database is opened, with the version to install', async () => {
    const here = await machine();
    await (await launchWorkbench({ machine: here })).close();
    const file = path.join(here.workspaceFolder, 'workspace.json');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), schemaVersion: 99, appVersion: '9.9.9' }));
    const refused = await launchWorkbench({ machine: here });
    expect(await openPath(refused.page)).toBeNull();
    await refused.kill();
    const run = await runHeadless(here, ['figures', '--workspace', here.workspaceFolder, '--json']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('9.9.9');
  });

  test('while a window holds a workspace, a command is told by whom; after SIGKILL it is free again', async () => {
    const here = await machine();
    const window = await launchWorkbench({ machine: here });
    const pid = window.app.process().pid!;
    const held = await runHeadless(here, ['figures', '--workspace', here.workspaceFolder, '--json']);
    expect(held).toMatchObject({ code: 1, stdout: '' });
    expect(held.stderr).toContain(String(pid));
    await window.kill();
    const again = await launchWorkbench({ machine: here });
    expect(await openPath(again.page)).toBe(here.workspaceFolder);
    await again.close();
    expect(existsSync(path.join(here.workspaceFolder, 'workspace.lock'))).toBe(false);
  });
});

describe('the window', () => {
  test('opens where and as large as it was left', async () => {
    const here = await machine();
    const first = await launchWorkbench({ machine: here });
    // A window still hidden takes its first place when it is shown: only a shown one can be left somewhere.
    await expect.poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible())).toBe(true);
    await first.page.getByRole('heading', { level: 1 }).waitFor();
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 120, y: 90, width: 1111, height: 777 }));
    // X answers in its own time: once the page itself has the new width, the window has it for good.
    await expect.poll(() => first.page.evaluate(() => window.outerWidth)).toBe(1111);
    await expect.poll(() => boundsOf(first)).toEqual({ x: 120, y: 90, width: 1111, height: 777 });
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
    await first.close();
    const second = await launchWorkbench({ machine: here });
    await expect.poll(() => boundsOf(second)).toEqual({ x: 120, y: 90, width: 1111, height: 777 });
    await second.close();
  });

  test('a place that no screen shows any more is not used', async () => {
    const here = await machine();
    await (await launchWorkbench({ machine: here })).close();
    writeFileSync(path.join(here.userData, 'window.json'), JSON.stringify({ x: 9_000, y: 9_000, width: 1_000, height: 700, maximized: false }));
    const second = await launchWorkbench({ machine: here });
    const { x, y } = await boundsOf(second);
    expect(x).toBeLessThan(1_920);
    expect(y).toBeLessThan(1_200);
    await second.close();
  });

  test('a second start brings the first window to the front instead of a second program', async () => {
    const here = await machine();
    const first = await launchWorkbench({ machine: here });
    const second = spawn(here.executable, [...here.words], { env: here.env, stdio: 'ignore' });
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    expect(first.app.windows()).toHaveLength(1);
    await first.close();
  });

  test('preferences are kept, and unreadable ones cost nothing but themselves', async () => {
    const here = await machine();
    const first = await launchWorkbench({ machine: here, workspace: null });
    expect(await ask(first.page, 'preferences.write', { language: 'en' })).toMatchObject({ ok: true, value: { language: 'en' } });
    await first.close();
    const second = await launchWorkbench({ machine: here, workspace: null });
    expect(await ask(second.page, 'preferences.read', {})).toMatchObject({ ok: true, value: { language: 'en' } });
    await second.close();
    writeFileSync(path.join(here.userData, 'preferences.json'), '{"language":');
    const third = await launchWorkbench({ machine: here, workspace: null });
    expect(await ask(third.page, 'preferences.read', {})).toMatchObject({ ok: true, value: { language: 'zh-CN' } });
    await third.close();
  });
});

describe('command line', () => {
  test('a wrong word is one clear line and exit code 2', async () => {
    const run = await runHeadless(await machine(), ['figures', '--perod', '2017']);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n').filter((line) => !line.includes(':ERROR:'))).toEqual([expect.stringContaining('--perod')]);
  });

  test('a file that is not there, and no workspace at all, are said and nothing is left behind', async () => {
    const here = await machine();
    const none = await runHeadless(here, ['figures', '--json']);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toContain('--workspace');
    const missing = await runHeadless(here, ['import', path.join(here.home, 'gone.csv'), '--workspace', here.workspaceFolder, '--json']);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain('gone.csv');
    expect(readdirSync(path.join(here.workspaceFolder, 'sources'))).toEqual([]);
  });
});
