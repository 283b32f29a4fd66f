import { AxeBuilder } from '@axe-core/playwright';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { csvBytes } from '../builders/csv-table';
import { buildPipeline } from '../builders/pipeline';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { machineWithSample } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';

const looks = (['zh-CN', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).map((scheme) => ({ language, scheme })));
const OCTOBER = { period: '2026-10' };

/** What axe finds wrong with the window as it stands, a line each; no animation half way. */
async function violations(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running' || animation.effect?.getComputedTiming().iterations === Infinity));
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? node.failureSummary ?? ''}`));
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Every state of the window that has something of its own to read: a name, and how a user gets there. */
const states: readonly (readonly [string, (shell: ShellModel) => Promise<unknown>])[] = [
  ['targets', (shell) => shell.goTo('targets', OCTOBER)],
  ['targets, a node picked', ({ page }) => page.getByRole('gridcell').first().click()],
  ['targets, allocating', ({ page, t }) => press(page, t('targets.allocate'))],
  ['targets, committing', async ({ page, t }) => {
    await closeDialog(page);
    await press(page, t('targets.commit'));
  }],
  ['targets, actuals', async ({ page, t }) => {
    await closeDialog(page);
    await page.getByRole('radiogroup', { name: t('targets.view') }).getByText(t('targets.viewActual'), { exact: true }).click();
  }],
  ['targets, rows of an actual', ({ page }) => page.getByRole('gridcell').nth(1).dblclick().then(() => page.locator('[data-sum-fen]').waitFor())],
  ['targets without a plan', async (shell) => {
    await closeDialog(shell.page);
    await shell.goTo('targets', { period: '2024-11' });
  }],
  ['the period menu', (shell) => shell.periodButton('2024-11').click()],
  ['reviews', async (shell) => {
    await shell.page.keyboard.press('Escape');
    await shell.goTo('reviews', { period: '2026-09' });
  }],
  ['reviews, re-opening', ({ page, t }) => page.getByRole('button', { name: t('reviews.groupSigned') }).or(page.getByRole('region', { name: t('reviews.groupSigned') }).getByRole('button').first()).first().click().then(() => press(page, t('reviews.reopen')))],
  ['reviews not begun', async (shell) => {
    await closeDialog(shell.page);
    await shell.goTo('reviews', OCTOBER);
  }],
  ['reviews of a quarter', (shell) => shell.goTo('reviews', { period: '2026Q3' })],
  ['incentives', (shell) => shell.goTo('incentives', OCTOBER)],
  ['incentives, changing the plan', ({ page, t }) => press(page, t('incentives.editPlan'))],
  ['analysis', async (shell) => {
    await closeDialog(shell.page);
    await shell.goTo('analysis', OCTOBER);
  }],
  ['the scope menu', ({ page, t }) => page.getByRole('button', { name: t('shell.scopePick', { name: '' }) }).first().click()],
  ['packs', async (shell) => {
    await shell.page.keyboard.press('Escape');
    await shell.goTo('packs', OCTOBER);
  }],
  ['data', (shell) => shell.goTo('data', OCTOBER)],
  ['data, batches', ({ page, t }) => page.getByRole('radiogroup', { name: t('imports.tabsLabel') }).getByText(t('imports.tabBatches'), { exact: true }).click()],
  ['data, owners', ({ page, t }) => page.getByRole('radiogroup', { name: t('imports.tabsLabel') }).getByText(t('imports.tabOwners'), { exact: true }).click()],
  ['settings', (shell) => shell.settingsButton().click()],
];

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

  test.each(looks)('on every page and in every dialog, $language, $scheme', async ({ language, scheme }) => {
    const shell = new ShellModel(workbench.page, await shownLanguage(workbench.page));
    await shell.goTo('packs', OCTOBER);
    await shell.chooseLanguage(language);
    await shell.chooseScheme(scheme);
    const found: Record<string, string[]> = {};
    for (const [name, reach] of states) {
      await reach(shell);
      const wrong = await violations(shell.page);
      if (wrong.length > 0) found[name] = wrong;
    }
    await shell.page.keyboard.press('Escape');
    expect(found).toEqual({});
  });
});

const shownLanguage = (page: Page) => page.evaluate(() => document.documentElement.lang as 'zh-CN' | 'en');

describe.each(looks)('before there is data, $language, $scheme', ({ language, scheme }) => {
  test('the doors, the first question, the empty pages and a file in hand read well', async () => {
    const machine = await prepareMachine();
    const workbench = await launchWorkbench({ machine, workspace: null });
    const doors = new ShellModel(workbench.page);
    const found: Record<string, string[]> = {};
    const check = async (name: string, page: Page) => {
      const wrong = await violations(page);
      if (wrong.length > 0) found[name] = wrong;
    };
    await doors.chooseLanguage(language);
    await doors.chooseScheme(scheme);
    await check('doors', doors.page);
    await doors.page.getByRole('textbox', { name: doors.t('start.organisation') }).fill('East');
    const page = await workbench.nextPage(() => press(doors.page, doors.t('start.create')));
    const shell = new ShellModel(page, language);
    await press(page, shell.t('start.begin'));
    await check('first question', page);
    await page.getByRole('textbox', { name: shell.t('start.actor') }).fill('Ines');
    await press(page, shell.t('start.begin'));
    for (const noun of ['targets', 'reviews', 'incentives', 'analysis', 'packs', 'data'] as const) {
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
