import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import type { TestMachine } from './launch/test-machine';
import { controlsOutOfReach } from './page-models/out-of-reach';
import { machineWithSample } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';
import { windowStates } from './page-models/window-states';

let machine: TestMachine;
let workbench: LaunchedWorkbench;
beforeAll(async () => {
  machine = await machineWithSample();
  workbench = await launchWorkbench({ machine });
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

test('at 200 % every control of every page and dialog can be brought into view, also with the longer words of English', async () => {
  const { app, page } = workbench;
  const shell = new ShellModel(page);
  await shell.goTo('packs', { period: '2026-10' });
  await shell.chooseLanguage('en');
  const window = await app.browserWindow(page);
  await window.evaluate((browserWindow) => {
    browserWindow.setContentSize(1920, 1080);
    browserWindow.webContents.setZoomFactor(2);
  });
  await page.waitForFunction(() => innerWidth === 960 && innerHeight === 540);
  const found: Record<string, string[]> = {};
  for (const { name, reach } of windowStates) {
    await reach(shell, workbench);
    const lost = await controlsOutOfReach(page);
    if (lost.length > 0) found[name] = lost;
  }
  expect(found).toEqual({});
  // The search finds what cannot be reached where there is something.
  await page.getByRole('main').evaluate((element) => element.append(Object.assign(document.createElement('button'), { textContent: 'far out', style: 'position: absolute; left: 2000px' })));
  expect(await controlsOutOfReach(page)).toEqual([expect.stringContaining('far out')]);
});
