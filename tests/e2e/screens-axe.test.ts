import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvBytes } from '../builders/csv-table';
import { buildPipeline } from '../builders/pipeline';
import { translatorFor } from '@renderer/i18n/i18n';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { controlsOutOfReach } from './page-models/out-of-reach';
import { press } from './page-models/reach';
import { machineWithSample } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';
import { windowStates } from './page-models/window-states';

const languages = ['zh-CN', 'en'] as const;
const OCTOBER = { period: '2026-10' };
const DIALOG = '[role="dialog"][aria-modal="true"]';
/** Some sixty states, each read twice: ends what hangs. */
const WALK_MS = 900_000;

/**
 * What axe finds wrong with the window as it stands, a line each: everything in light colours, and the contrasts in dark
 * ones. Colours do not depend on the language, so in English the contrasts are not measured again.
 */
async function violations(page: Page, language: (typeof languages)[number]): Promise<string[]> {
  // What lies under an open dialog was read before it was opened.
  const inDialog = (await page.locator(DIALOG).count()) > 0;
  const axe = () => {
    // Only what is wrong is described: to describe all that is right takes longer than to check it.
    const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    return inDialog ? builder.include(DIALOG) : builder;
  };
  if (language === 'en') return lines('light', (await axe().disableRules(['color-contrast']).analyze()).violations);
  await wear(page, 'light');
  const light = await axe().analyze();
  await wear(page, 'dark');
  const dark = await axe().withRules(['color-contrast']).analyze();
  await wear(page, 'light');
  return [...lines('light', light.violations), ...lines('dark', dark.violations)];
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];
const lines = (scheme: string, found: Violations): string[] =>
  found.flatMap(({ id, nodes }) => nodes.map((node) => `${scheme}, ${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? node.failureSummary ?? ''}`));

/** Changes the colours under an open menu or dialog, where the settings are out of reach; nothing is half way afterwards. */
async function wear(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((name) => document.documentElement.setAttribute('data-mantine-color-scheme', name), scheme);
  // What is measured after it is drawn (does it scroll?) is known two frames later.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running' || animation.effect?.getComputedTiming().iterations === Infinity));
}

describe('a filled workspace reads well', () => {
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

  test('on every page and in every dialog, in zh-CN', async () => expect(await walk('zh-CN', (page) => violations(page, 'zh-CN'))).toEqual({}), WALK_MS);

  test('in en at 200 % as well, where every control can still be brought into view', async () => {
    const { page } = workbench;
    const window = await workbench.app.browserWindow(page);
    await window.evaluate((browserWindow) => {
      browserWindow.setContentSize(1920, 1080);
      browserWindow.webContents.setZoomFactor(2);
    });
    await page.waitForFunction(() => innerWidth === 960 && innerHeight === 540);
    expect(await walk('en', async () => [...(await violations(page, 'en')), ...(await controlsOutOfReach(page))])).toEqual({});
    // The search finds what cannot be reached where there is something.
    await page.getByRole('main').evaluate((element) => element.append(Object.assign(document.createElement('button'), { textContent: 'far out', style: 'position: absolute; left: 2000px' })));
    expect(await controlsOutOfReach(page)).toEqual([expect.stringContaining('far out')]);
  }, WALK_MS);

  /** Goes through every state of the window; what is found wrong in each. */
  async function walk(language: (typeof languages)[number], look: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> {
    const { page } = workbench;
    const shell = new ShellModel(page, await shownLanguage(page));
    await shell.goTo('packs', OCTOBER);
    await shell.chooseLanguage(language);
    const found: Record<string, string[]> = {};
    for (const { name, reach } of windowStates) {
      await reach(shell, workbench);
      const wrong = await look(page);
      if (wrong.length > 0) found[name] = wrong;
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    return found;
  }
});

const shownLanguage = (page: Page) => page.evaluate(() => document.documentElement.lang as 'zh-CN' | 'en');

describe('before there is data', () => {
  test.each(languages)('the doors, the first question, the empty pages and a file in hand read well, in %s', async (language) => {
    const machine = await prepareMachine();
    const workbench = await launchWorkbench({ machine, workspace: null });
    const doors = new ShellModel(workbench.page);
    const found: Record<string, string[]> = {};
    const check = async (name: string, page: Page) => {
      const wrong = await violations(page, language);
      if (wrong.length > 0) found[name] = wrong;
    };
    await doors.chooseLanguage(language);
    await check('doors', doors.page);
    await doors.page.getByRole('textbox', { name: doors.t('start.organisation') }).fill('East');
    const page = await workbench.nextPage(() => press(doors.page, doors.t('start.create')));
    const shell = new ShellModel(page, language);
    await press(page, shell.t('start.begin'));
    await check('first question', page);
    await page.getByRole('textbox', { name: shell.t('start.actor') }).fill('Ines');
    await press(page, shell.t('start.begin'));
    for (const noun of ['home', 'targets', 'reviews', 'incentives', 'analysis', 'packs', 'data'] as const) {
      await shell.follow(noun);
      await check(`empty ${noun}`, page);
    }
    const file = path.join(machine.home, 'teams.csv');
    writeFileSync(file, csvBytes(buildPipeline().teams));
    await workbench.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, file);
    await press(page, shell.t('imports.choose'));
    await page.getByText(shell.t('imports.trialDone')).waitFor();
    await check('a file in hand', page);
    await workbench.close();
    machine.dispose();
    expect(found).toEqual({});
  });
});

test.each(languages)('a workspace that does not open reads well, in %s', async (language) => {
  const machine = await machineWithSample();
  rmSync(path.join(machine.workspaceFolder, 'profile/IndexedDB'), { recursive: true });
  mkdirSync(machine.userData, { recursive: true });
  writeFileSync(path.join(machine.userData, 'preferences.json'), JSON.stringify({ language, colorScheme: 'light', railFolded: false, lastRoute: '' }));
  const workbench = await launchWorkbench({ machine });
  const { page } = workbench;
  const t = translatorFor(language);
  await page.getByRole('heading', { name: t('recovery.recommended'), exact: true }).waitFor();
  const found: Record<string, string[]> = {};
  found['recovery'] = await violations(page, language);
  await press(page, t('recovery.discard'));
  await press(page, t('recovery.discardGoOn'));
  found['discarding'] = await violations(page, language);
  await workbench.close();
  machine.dispose();
  expect(found).toEqual({ recovery: [], discarding: [] });
});
