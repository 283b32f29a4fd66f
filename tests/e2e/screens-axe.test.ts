import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvBytes } from '../builders/csv-table';
import { buildPipeline } from '../builders/pipeline';
import { translatorFor } from '@renderer/i18n/i18n';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { machineWithSample } from './page-models/sample-workspace';
import { type Noun, ShellModel } from './page-models/shell';

const languages = ['zh-CN', 'en'] as const;
const OCTOBER = { period: '2026-10' };

/**
 * What axe finds wrong with the window as it stands, a line each: everything in light colours, and the contrasts in dark
 * ones. Colours do not depend on the language, so in English the contrasts are not measured again.
 */
async function violations(page: Page, language: (typeof languages)[number]): Promise<string[]> {
  // Only what is wrong is described: to describe all that is right takes longer than to check it.
  const axe = () => new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
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

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

type Reach = (shell: ShellModel) => Promise<unknown>;

/** Leaves an open menu first. */
const closing = (reach: Reach): Reach => async (shell) => {
  await shell.page.keyboard.press('Escape');
  await reach(shell);
};

/** Leaves an open dialog or drawer first. */
const afterDialog = (reach: Reach): Reach =>
  closing(async (shell) => {
    await shell.page.getByRole('dialog').waitFor({ state: 'detached' });
    await reach(shell);
  });

/** Opens a page and waits for what fills it. */
const at = (noun: Noun, place: { readonly period: string; readonly templates?: string }, filled: (shell: ShellModel) => Locator): Reach => async (shell) => {
  await shell.goTo(noun, place);
  await filled(shell).first().waitFor();
};

const choose = (group: (t: ShellModel['t']) => string, option: (t: ShellModel['t']) => string, filled: (page: Page) => Locator): Reach => async ({ page, t }) => {
  await page.getByRole('radiogroup', { name: group(t), exact: true }).getByText(option(t), { exact: true }).click();
  await filled(page).first().waitFor();
};

/** Every state of the window that has something of its own to read: its name, and how a user gets there from the one before. */
const states: readonly (readonly [string, Reach])[] = [
  ['home', at('home', OCTOBER, ({ page, t }) => page.getByRole('list', { name: t('home.unmatched') }).getByRole('button'))],
  ['home, what else to do for a person', ({ page, t }) => page.getByRole('button', { name: new RegExp(`^${t('home.moreFor', { name: '.*' })}$`) }).first().click()],
  ['home, adding an action', closing(async ({ page, t }) => {
    await page.getByRole('main').getByRole('button', { name: t('home.newAction'), exact: true }).first().click();
    await page.getByRole('dialog').waitFor();
  })],
  ['home, all actions', afterDialog(async ({ page, t }) => {
    await press(page, t('home.allActions'));
    await page.getByRole('dialog').getByRole('table').waitFor();
  })],
  ['targets', afterDialog(at('targets', OCTOBER, ({ page }) => page.getByRole('gridcell')))],
  ['targets, a node picked', ({ page }) => page.getByRole('gridcell').first().click()],
  ['targets, allocating', ({ page, t }) => press(page, t('targets.allocate'))],
  ['targets, committing', afterDialog(({ page, t }) => press(page, t('targets.commit')))],
  ['targets, actuals', afterDialog(choose((t) => t('targets.view'), (t) => t('targets.viewActual'), (page) => page.getByRole('gridcell')))],
  ['targets, rows of an actual', async ({ page }) => {
    await page.getByRole('gridcell').nth(1).dblclick();
    await page.locator('[data-sum-fen]').waitFor();
  }],
  ['targets, why a target', afterDialog(async ({ page }) => {
    await page.getByRole('main').locator('b > button[data-why]').first().click();
    await page.locator('[data-figure]').waitFor();
  })],
  ['targets without a plan', afterDialog(at('targets', { period: '2027-01' }, ({ page, t }) => page.getByRole('button', { name: t('targets.createPlan', { year: 2027 }) })))],
  ['the period menu', (shell) => shell.periodButton('2027-01').click()],
  ['reviews', closing(at('reviews', { period: '2026-09' }, ({ page, t }) => page.getByRole('region', { name: t('reviews.groupSigned') })))],
  ['reviews, re-opening', async ({ page, t }) => {
    await page.getByRole('region', { name: t('reviews.groupSigned') }).getByRole('button').first().click();
    await press(page, t('reviews.reopen'));
  }],
  ['reviews, templates', closing(at('reviews', { period: '2026-09', templates: 'first' }, ({ page, t }) => page.getByRole('region', { name: t('templates.list'), exact: true })))],
  ['reviews, a KPI of a template', async ({ page, t }) => {
    await page.getByRole('button', { name: new RegExp(`^${t('templates.editKpi', { name: '.*' })}$`) }).first().click();
    await page.getByRole('dialog').waitFor();
  }],
  ['reviews, a changed template', afterDialog(async ({ page, t }) => {
    await page.getByRole('textbox', { name: new RegExp(`^${t('templates.kpiWeight', { name: '.*' }).replace(/[()]/g, '\\$&')}$`) }).first().fill('1');
    await page.getByText(t('templates.discard'), { exact: true }).waitFor();
  })],
  ['reviews not begun', afterDialog(at('reviews', OCTOBER, ({ page }) => page.getByRole('main').getByRole('button')))],
  ['reviews of a quarter', at('reviews', { period: '2026Q3' }, ({ page, t }) => page.getByText(t('reviews.monthOnly'), { exact: true }))],
  ['incentives', at('incentives', OCTOBER, ({ page, t }) => page.getByRole('table', { name: t('incentives.title'), exact: true }))],
  ['incentives, changes after close', choose((t) => t('incentives.tabsLabel'), (t) => t('incentives.tabLate'), (page) => page.getByRole('heading'))],
  ['incentives, changing the plan', ({ page, t }) => press(page, t('incentives.editPlan'))],
  ['analysis', afterDialog(at('analysis', OCTOBER, ({ page }) => page.locator('canvas')))],
  ['analysis, why an attainment', async ({ page, t }) => {
    await page.getByRole('region', { name: t('analysis.title'), exact: true }).first().getByRole('button').nth(1).click();
    await page.locator('[data-sum-fen]').waitFor();
  }],
  ['analysis, a part of a formula', async ({ page }) => {
    await page.getByRole('dialog').locator('li button[data-why]').first().click();
    await page.locator('[data-figure="actual"]').waitFor();
  }],
  ['analysis, filtering', afterDialog(async ({ page, t }) => {
    await page.getByRole('button', { name: new RegExp(`^${t('analysis.filterBy', { name: t('analysis.dimension_channel'), values: '' })}`) }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: t('analysis.clearFilters'), exact: true }).waitFor();
  })],
  ['analysis, exporting', closing(({ page, t }) => page.getByRole('button', { name: t('analysis.exportOf', { name: t('analysis.pareto') }), exact: true }).click())],
  ['analysis, saving a view', closing(async ({ page, t }) => {
    await press(page, t('analysis.views'));
    await page.getByRole('menuitem', { name: t('analysis.saveView'), exact: true }).click();
    await page.getByRole('dialog').waitFor();
  })],
  ['the scope menu', afterDialog(({ page, t }) => page.getByRole('button', { name: t('shell.scopePick', { name: '' }) }).first().click())],
  ['the undo history', closing(async ({ page, t }) => {
    await press(page, t('windows.historyOpen'));
    await page.getByRole('list', { name: t('windows.history') }).getByRole('button').first().waitFor();
  })],
  ['files held over the window', closing(async ({ page, t }) => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['a'], 'a.csv'));
      document.dispatchEvent(new DragEvent('dragenter', { dataTransfer }));
      // Taken away again before the next state.
      document.addEventListener('keydown', () => document.dispatchEvent(new DragEvent('dragleave', { dataTransfer })), { once: true });
    });
    await page.getByText(t('windows.dropNext')).waitFor();
  })],
  ['packs', closing(at('packs', OCTOBER, ({ page, t }) => page.getByRole('list', { name: t('packs.contents') })))],
  ['data', at('data', OCTOBER, ({ page, t }) => page.getByRole('button', { name: t('imports.choose'), exact: true }))],
  ['data, batches', choose((t) => t('imports.tabsLabel'), (t) => t('imports.tabBatches'), (page) => page.getByRole('table'))],
  ['data, undoing a batch', async ({ page, t }) => {
    await page.getByRole('button', { name: new RegExp(`^${t('imports.undoBatch', { name: '.*' })}$`) }).first().click();
    await page.getByRole('dialog').waitFor();
  }],
  ['data, owners', afterDialog(choose((t) => t('imports.tabsLabel'), (t) => t('imports.tabOwners'), (page) => page.getByRole('table')))],
  ['data, an owner cleared again, with the notice of it', async ({ page, t }) => {
    for (const option of [2, 0]) {
      await page.getByRole('table').getByRole('combobox').first().click();
      await page.getByRole('option').nth(option).click();
    }
    await page.getByRole('button', { name: t('windows.noticeUndo'), exact: true }).waitFor();
  }],
  ['data, sources', choose((t) => t('imports.tabsLabel'), (t) => t('sources.tab'), (page) => page.getByRole('table'))],
  ['data, quality', choose((t) => t('imports.tabsLabel'), (t) => t('quality.tab'), (page) => page.getByTestId('quality-owners'))],
  ['data, likely duplicates', ({ page, t }) => page.getByRole('navigation', { name: t('quality.sections'), exact: true }).getByRole('button', { name: t('quality.section_duplicates') }).click()],
  ['data, customers without class', ({ page, t }) => page.getByRole('navigation', { name: t('quality.sections'), exact: true }).getByRole('button', { name: t('quality.section_unclassed') }).click()],
  ['the palette', async ({ page, t }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: t('palette.open') }).fill('zhangw');
    await page.getByRole('group', { name: t('palette.customers') }).getByRole('option').first().waitFor();
  }],
  ['the palette, nothing found', ({ page, t }) => page.getByRole('combobox', { name: t('palette.open') }).fill('zzzz')],
  ['the shortcuts', afterDialog(async ({ page, t }) => {
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: t('palette.shortcuts') }).waitFor();
  })],
  ['settings', afterDialog((shell) => shell.settingsButton().click())],
  ['settings of the workspace', async ({ page, t }) => {
    await press(page, t('start.settings'));
    await page.locator('[role="dialog"][aria-modal="true"]').waitFor();
    // The menu it was chosen from is a dialog too, on its way out.
    await page.locator('[role="dialog"]:not([aria-modal="true"])').waitFor({ state: 'detached' });
  }],
];

/** The same of backups, the audit trail and the workspaces. */
const keepingStates: typeof states = [
  ['backups', at('copies', OCTOBER, ({ page, t }) => page.getByRole('table', { name: t('copies.list') }))],
  ['backups, one made', async ({ page, t }) => {
    await press(page, t('copies.makeNow'));
    await page.getByRole('button', { name: new RegExp(`^${t('copies.restoreOf', { when: '.*' })}$`) }).first().waitFor();
  }],
  ['backups, restoring', ({ page, t }) => page.getByRole('button', { name: new RegExp(`^${t('copies.restoreOf', { when: '.*' })}$`) }).first().click()],
  ['backups, exporting', afterDialog(async ({ page, t }) => {
    await press(page, t('copies.exportNow'));
    await page.getByRole('dialog').getByLabel(t('copies.passphrase'), { exact: true }).fill('four words');
  })],
  ['audit trail', afterDialog(at('audit', OCTOBER, ({ page, t }) => page.getByRole('table', { name: t('audit.list') }).getByRole('button')))],
  ['workspaces', at('workspaces', OCTOBER, ({ page, t }) => page.getByRole('list', { name: t('workspaces.list') }).getByRole('button'))],
  ['workspaces, renaming', async ({ page, t }) => {
    await page.getByRole('button', { name: new RegExp(`^${t('workspaces.actionsOf', { name: '.*' })}$`) }).first().click();
    await page.getByRole('menuitem', { name: t('workspaces.rename'), exact: true }).click();
    await page.getByRole('dialog').waitFor();
  }],
  ['the sample, removing', afterDialog(({ page, t }) => page.getByRole('region', { name: t('firstSteps.sampleTitle'), exact: true }).getByRole('button', { name: t('workspaces.removeSample'), exact: true }).click())],
  ['printing', afterDialog(async ({ page, t }) => {
    await page.keyboard.press('Control+p');
    await page.getByRole('button', { name: t('printing.toFile'), exact: true }).waitFor();
  })],
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

  test.each(languages)('on every page and in every dialog, in %s', async (language) => expect(await wrongIn(states, language)).toEqual({}));

  test.each(languages)('on the pages of safe-keeping, in %s', async (language) => expect(await wrongIn(keepingStates, language)).toEqual({}));

  /** Walks through the states; what axe finds wrong with each. */
  async function wrongIn(walk: typeof states, language: (typeof languages)[number]): Promise<Record<string, string[]>> {
    const shell = new ShellModel(workbench.page, await shownLanguage(workbench.page));
    await shell.goTo('packs', OCTOBER);
    await shell.chooseLanguage(language);
    const found: Record<string, string[]> = {};
    for (const [name, reach] of walk) {
      await reach(shell);
      const wrong = await violations(shell.page, language);
      if (wrong.length > 0) found[name] = wrong;
    }
    await shell.page.keyboard.press('Escape');
    await shell.page.getByRole('dialog').waitFor({ state: 'detached' });
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
