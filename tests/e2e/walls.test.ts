import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';

let workbench: LaunchedWorkbench;

beforeAll(async () => {
  workbench = await launchWorkbench();
  // What these tests try is refused, and Chromium says so on the console.
  workbench.expectFaults(/ERR_BLOCKED_BY_CLIENT|Content Security Policy|status of 4(04|16)|Not allowed to (load|navigate)|net::ERR/);
});
afterAll(() => workbench.close());

/** Asks main from the page as any script there could. */
const ask = (name: string, input: unknown) => workbench.page.evaluate(([name, input]) => (window as unknown as { workbench: { call(name: string, input: unknown): Promise<unknown> } }).workbench.call(name, input), [name, input] as [string, unknown]);
const refusedAs = (code: string) => ({ ok: false, error: { code } });

describe('the window and its workspace', () => {
  test('main says which workspace is open, and its database lies inside the folder', async () => {
    const info = await ask('app.info', {});
    expect(info).toMatchObject({ ok: true, value: { workspace: { path: workbench.machine.workspaceFolder, sample: false } } });
    const { databaseName } = (info as { value: { workspace: { databaseName: string } } }).value.workspace;
    const stores = await workbench.page.evaluate(
      (name) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open(`${name}-probe`);
          opening.onsuccess = () => {
            opening.result.close();
            indexedDB.deleteDatabase(`${name}-probe`);
            resolve(1);
          };
          opening.onerror = () => reject(new Error(String(opening.error)));
        }),
      databaseName,
    );
    expect(stores).toBe(1);
    expect(existsSync(path.join(workbench.machine.workspaceFolder, 'profile/IndexedDB/app_workbench_0.indexeddb.leveldb'))).toBe(true);
    expect(statSync(path.join(workbench.machine.workspaceFolder, 'profile')).mode & 0o777).toBe(0o700);
  });

  test('the page is isolated: no node, no electron, one frozen bridge', async () => {
    const found = await workbench.page.evaluate(() => {
      const bridge = (window as unknown as { workbench: object }).workbench;
      return { names: Object.keys(bridge).sort(), frozen: Object.isFrozen(bridge), globals: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window) };
    });
    expect(found).toEqual({ names: ['call', 'on'], frozen: true, globals: [] });
  });
});

describe('calls that are refused', () => {
  test('an unknown call', async () => {
    expect(await ask('file.readAnything', { path: '/etc/passwd' })).toMatchObject(refusedAs('call.forbidden'));
    expect(await ask('__proto__', {})).toMatchObject(refusedAs('call.forbidden'));
  });

  test('calls of the print page and of the command line', async () => {
    expect(await ask('print.take', {})).toMatchObject(refusedAs('call.forbidden'));
    expect(await ask('command.done', { result: null })).toMatchObject(refusedAs('call.forbidden'));
  });

  test('wrong types, missing and surplus fields', async () => {
    expect(await ask('app.info', null)).toMatchObject(refusedAs('call.malformed'));
    expect(await ask('app.info', { extra: 1 })).toMatchObject(refusedAs('call.malformed'));
    expect(await ask('journal.read', { afterSeq: '1' })).toMatchObject(refusedAs('call.malformed'));
    expect(await ask('journal.append', { changeSets: [{ seq: 1 }] })).toMatchObject(refusedAs('call.malformed'));
    expect(await ask('source.open', { sha256: '../../../etc/passwd' })).toMatchObject(refusedAs('call.malformed'));
  });

  test('a token nobody was given, and a path in its place', async () => {
    expect(await ask('source.keep', { token: '00000000-0000-4000-8000-000000000000' })).toMatchObject(refusedAs('call.unknownToken'));
    expect(await ask('source.keep', { token: '/etc/passwd' })).toMatchObject(refusedAs('call.malformed'));
  });

  test('200 MB in one call', async () => {
    const answer = await workbench.page.evaluate(() => (window as unknown as { workbench: { call(name: string, input: unknown): Promise<unknown> } }).workbench.call('file.save', { suggestedName: 'x', bytes: new Uint8Array(200 * 1024 * 1024) }));
    expect(answer).toMatchObject(refusedAs('call.tooLarge'));
  });

  test('10,000 calls at once: most are refused, and the page can go on afterwards', async () => {
    const codes = await workbench.page.evaluate(async () => {
      const bridge = (window as unknown as { workbench: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> } }).workbench;
      const answers = await Promise.all(Array.from({ length: 10_000 }, () => bridge.call('app.info', {})));
      return answers.map((answer) => (answer.ok ? 'ok' : answer.error?.code));
    });
    expect(codes.filter((code) => code === 'call.tooMany').length).toBeGreaterThan(5_000);
    expect(new Set(codes)).toEqual(new Set(['ok', 'call.tooMany']));
    await expect.poll(() => ask('app.info', {})).toMatchObject({ ok: true });
  });

  test('a change-set of another workspace', async () => {
    const id = '01900000-0000-7000-8000-000000000000';
    const changeSet = { id, seq: 1, workspaceId: id, deviceId: id, hlc: `${'0'.repeat(15)}-000000-${id}`, at: '2026-01-01T00:00:00.000Z', actor: 'x', kind: 'edit', label: { key: 'x', params: {} }, inverseOf: null, changes: [], batch: null };
    expect(await ask('journal.append', { changeSets: [changeSet] })).toMatchObject(refusedAs('call.malformed'));
  });

  test('a gap in the journal', async () => {
    const info = (await ask('app.info', {})) as { value: { workspace: { id: string; deviceId: string } } };
    const { id, deviceId } = info.value.workspace;
    const { value } = (await ask('journal.state', {})) as { value: { lastSeq: number } };
    const changeSet = { id: '01900000-0000-7000-8000-000000000001', seq: value.lastSeq + 5, workspaceId: id, deviceId, hlc: `${'0'.repeat(15)}-000000-${deviceId}`, at: '2026-01-01T00:00:00.000Z', actor: 'x', kind: 'edit', label: { key: 'x', params: {} }, inverseOf: null, changes: [], batch: null };
    expect(await ask('journal.append', { changeSets: [changeSet] })).toMatchObject(refusedAs('journal.gap'));
  });

  test('a page that main did not open, and a frame inside one', async () => {
    const answers = await workbench.app.evaluate(async ({ BrowserWindow, app }) => {
      const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true } });
      await stranger.loadURL('data:text/html,<iframe srcdoc="inner"></iframe>');
      const code = `workbench.call('app.info', {}).then((answer) => answer.ok ? 'ok' : answer.error.code)`;
      const outer: unknown = await stranger.webContents.executeJavaScript(code);
      const frame = stranger.webContents.mainFrame.frames[0];
      const inner: unknown = await frame?.executeJavaScript(code);
      stranger.destroy();
      return [outer, inner];
    });
    expect(answers).toEqual(['call.forbidden', 'call.forbidden']);
  });
});

describe('app:// and the network', () => {
  const status = (url: string, init?: RequestInit) => workbench.page.evaluate(([url, init]) => fetch(url, init).then((answer) => answer.status, (error: unknown) => String(error)), [url, init] as const);

  test.each(['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/..%5c..%5cpackage.json', '//etc/passwd', '/assets/../../main/main.cjs', '/assets', '/.built', '/file/../index.html%2f'])('%s is not a file of the app', async (url) => {
    expect(await status(`app://workbench${url}`)).toBe(404);
  });

  test('only GET, only this host', async () => {
    expect(await status('app://workbench/index.html', { method: 'POST' })).toBe(404);
    expect(await status('app://elsewhere/index.html')).toMatch(/TypeError/);
  });

  test('the policy stands on every file, with a fresh nonce on each page', async () => {
    const policies = await workbench.page.evaluate(async () => {
      const read = async (url: string) => (await fetch(url)).headers.get('content-security-policy') ?? '';
      return [await read('/index.html'), await read('/index.html'), await read('/print.html')];
    });
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}';/);
      expect(policy).not.toContain('unsafe-inline');
      expect(policy).not.toContain('http');
    }
    expect(new Set(policies).size).toBe(3);
  });

  test('nothing of the outside is fetched, framed or run', async () => {
    expect(await status('https://example.invalid/')).toMatch(/TypeError/);
    expect(await status('http://127.0.0.1:80/')).toMatch(/TypeError/);
    expect(await status('file:///etc/passwd')).toMatch(/TypeError/);
    const inline = await workbench.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = 1';
      document.body.append(script);
      script.remove();
      return 'intruder' in window;
    });
    expect(inline).toBe(false);
    // Later, because Playwright lifts the policy while its own code runs.
    const evaluated = await workbench.page.evaluate(`new Promise((resolve) => setTimeout(() => {
      try { resolve(eval('1 + 1')); } catch (error) { resolve(error.name); }
    }, 0))`);
    expect(evaluated).toBe('EvalError');
  });

  test('requests past the policy are cancelled by main as well', async () => {
    const outcome = await workbench.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const { session } = window!.webContents;
      return new Promise<string>((resolve) => {
        session.webRequest.onErrorOccurred((details) => resolve(`${details.url} ${details.error}`));
        window!.webContents.downloadURL('https://example.invalid/tool.exe');
      });
    });
    expect(outcome).toMatch(/example\.invalid.* net::ERR_BLOCKED_BY_CLIENT/);
  });

  test('permissions, navigation and new windows are denied', async () => {
    const denied = await workbench.page.evaluate(async () => {
      const states = await Promise.all((['geolocation', 'notifications', 'camera'] as PermissionName[]).map(async (name) => (await navigator.permissions.query({ name })).state));
      return { states, opened: window.open('https://example.invalid/') === null };
    });
    expect(denied).toEqual({ states: ['denied', 'denied', 'denied'], opened: true });
    const before = workbench.page.url();
    await workbench.page.evaluate(() => {
      location.href = 'https://example.invalid/';
    });
    await workbench.page.evaluate(() => {
      location.href = 'data:text/html,gone';
    });
    expect(workbench.page.url()).toBe(before);
    expect(workbench.app.windows()).toHaveLength(1);
  });
});

describe('chosen files', () => {
  test('are read in slices by token, and only by the page that chose them', async () => {
    const file = path.join(workbench.machine.home, 'orders.csv');
    writeFileSync(file, '0123456789');
    await workbench.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, file);
    const chosen = (await ask('import.choose', {})) as { value: { files: { token: string; name: string; bytes: number }[] } };
    const [token] = chosen.value.files;
    expect(token).toMatchObject({ name: 'orders.csv', bytes: 10 });
    const slice = await workbench.page.evaluate(async (token) => {
      const read = async (range: string) => {
        const answer = await fetch(`/file/${token}`, { headers: { Range: range } });
        return [answer.status, answer.headers.get('content-range'), await answer.text()];
      };
      return [await read('bytes=2-4'), await read('bytes=8-99'), await read('bytes=10-11'), await read('bytes=1-2,4-5')];
    }, token!.token);
    expect(slice).toEqual([
      [206, 'bytes 2-4/10', '234'],
      [206, 'bytes 8-9/10', '89'],
      [416, null, ''],
      [416, null, ''],
    ]);
    const kept = (await ask('source.keep', { token: token!.token })) as { value: { sha256: string } };
    expect(readFileSync(path.join(workbench.machine.workspaceFolder, 'sources', kept.value.sha256), 'utf8')).toBe('0123456789');
    writeFileSync(file, 'changed meanwhile');
    expect(await ask('source.keep', { token: token!.token })).toMatchObject(refusedAs('file.changed'));
    // Opened again it is another file: the old token is forgotten, and a listed file is taken by its id alone.
    const again = (await ask('import.retake', { token: token!.token })) as { value: { bytes: number } };
    expect(again.value.bytes).toBe('changed meanwhile'.length);
    expect(await ask('source.keep', { token: token!.token })).toMatchObject(refusedAs('call.unknownToken'));
    expect(await ask('import.takeFile', { file: token!.token })).toMatchObject(refusedAs('call.unknownToken'));
    expect(await ask('import.takeFile', { file })).toMatchObject(refusedAs('call.malformed'));
  });
});
