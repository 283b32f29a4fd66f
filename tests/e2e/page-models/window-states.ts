import { afterDialog, at, choose, closing, press, pressLike, type WindowState } from './reach';

const SEPTEMBER = { period: '2026-09' };
const OCTOBER = { period: '2026-10' };

/**
 * Every page of the sample workspace and what opens on it, each reached from the one before. A new page, dialog or drawer is
 * one more line here.
 */
export const windowStates: readonly WindowState[] = [
  { name: 'home', reach: at('home', OCTOBER, ({ page, t }) => page.getByRole('list', { name: t('home.unmatched') }).getByRole('button')) },
  { name: 'home, what else to do for a person', reach: ({ page, t }) => page.getByRole('button', { name: new RegExp(`^${t('home.moreFor', { name: '.*' })}$`) }).first().click() },
  {
    name: 'home, adding an action',
    reach: closing(async ({ page, t }) => {
      await pressLike(page, t('home.newAction'));
      await page.getByRole('dialog').waitFor();
    }),
  },
  { name: 'home, all actions', reach: afterDialog(async ({ page, t }) => {
    await press(page, t('home.allActions'));
    await page.getByRole('dialog').getByRole('table').waitFor();
  }) },
  { name: 'targets', reach: afterDialog(at('targets', OCTOBER, ({ page }) => page.getByRole('gridcell'))) },
  { name: 'targets, a node picked', reach: ({ page }) => page.getByRole('gridcell').first().click() },
  { name: 'targets, allocating', reach: ({ page, t }) => press(page, t('targets.allocate')) },
  { name: 'targets, committing', reach: afterDialog(({ page, t }) => press(page, t('targets.commit'))) },
  { name: 'targets, actuals', reach: afterDialog(choose((t) => t('targets.view'), (t) => t('targets.viewActual'), (page) => page.getByRole('gridcell'))) },
  {
    name: 'targets, rows of an actual',
    reach: async ({ page }) => {
      await page.getByRole('gridcell').nth(1).dblclick();
      await page.locator('[data-sum-fen]').waitFor();
    },
  },
  { name: 'targets, why a target', reach: afterDialog(async ({ page }) => {
    await page.getByRole('main').locator('b > button[data-why]').first().click();
    await page.locator('[data-figure]').waitFor();
  }) },
  {
    name: 'targets, an attainment picked',
    reach: afterDialog(async (shell, workbench) => {
      await choose((t) => t('targets.view'), (t) => t('targets.viewAttainment'), (page) => page.getByRole('gridcell').filter({ hasText: '%' }))(shell, workbench);
      // In a small window the reasons lie over it: the cell is picked all the same.
      await shell.page.getByRole('gridcell').filter({ hasText: '%' }).nth(2).dispatchEvent('click');
    }),
  },
  { name: 'targets without a plan', reach: at('targets', { period: '2027-01' }, ({ page, t }) => page.getByRole('button', { name: t('targets.createPlan', { year: 2027 }) })) },
  { name: 'the period menu', reach: (shell) => shell.periodButton('2027-01').click() },
  {
    name: 'reviews, a running one',
    reach: closing(async (shell) => {
      await shell.goTo('reviews', SEPTEMBER);
      await shell.page.getByRole('region', { name: shell.t('reviews.groupSigned') }).waitFor();
    }),
  },
  {
    name: 'reviews, a signed one',
    reach: async ({ page, t }) => {
      await page.getByRole('region', { name: t('reviews.groupSigned') }).getByRole('button').first().click();
      await page.getByRole('button', { name: t('reviews.reopen'), exact: true }).waitFor();
    },
  },
  { name: 'reviews, re-opening', reach: ({ page, t }) => press(page, t('reviews.reopen')) },
  { name: 'reviews, templates', reach: afterDialog(at('reviews', { ...SEPTEMBER, templates: 'first' }, ({ page, t }) => page.getByRole('region', { name: t('templates.list'), exact: true }))) },
  {
    name: 'reviews, a KPI of a template',
    reach: async ({ page, t }) => {
      await pressLike(page, t('templates.editKpi', { name: '.*' }));
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'reviews, a changed template',
    reach: afterDialog(async ({ page, t }) => {
      await page.getByRole('textbox', { name: new RegExp(`^${t('templates.kpiWeight', { name: '.*' }).replace(/[()]/g, '\\$&')}$`) }).first().fill('1');
      await page.getByText(t('templates.discard'), { exact: true }).waitFor();
    }),
  },
  { name: 'reviews not begun', reach: afterDialog(at('reviews', OCTOBER, ({ page }) => page.getByRole('main').getByRole('button'))) },
  { name: 'reviews of a quarter', reach: at('reviews', { period: '2026Q3' }, ({ page, t }) => page.getByText(t('reviews.monthOnly'), { exact: true })) },
  { name: 'incentives', reach: at('incentives', SEPTEMBER, ({ page, t }) => page.getByRole('table', { name: t('incentives.title'), exact: true })) },
  { name: 'incentives, changes after close', reach: choose((t) => t('incentives.tabsLabel'), (t) => t('incentives.tabLate'), (page) => page.getByRole('heading')) },
  { name: 'incentives, changing the plan', reach: ({ page, t }) => press(page, t('incentives.editPlan')) },
  { name: 'analysis', reach: afterDialog(at('analysis', OCTOBER, ({ page }) => page.locator('canvas'))) },
  { name: 'analysis, why an attainment', reach: async ({ page, t }) => {
    await page.getByRole('region', { name: t('analysis.title'), exact: true }).first().getByRole('button').nth(1).click();
    await page.locator('[data-sum-fen]').waitFor();
  } },
  { name: 'analysis, a part of a formula', reach: async ({ page }) => {
    await page.getByRole('dialog').locator('li button[data-why]').first().click();
    await page.locator('[data-figure="actual"]').waitFor();
  } },
  { name: 'analysis, filtering', reach: afterDialog(async ({ page, t }) => {
    await page.getByRole('button', { name: new RegExp(`^${t('analysis.filterBy', { name: t('analysis.dimension_channel'), values: '' })}`) }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: t('analysis.clearFilters'), exact: true }).waitFor();
  }) },
  { name: 'analysis, exporting', reach: closing(({ page, t }) => page.getByRole('button', { name: t('analysis.exportOf', { name: t('analysis.pareto') }), exact: true }).click()) },
  { name: 'analysis, saving a view', reach: closing(async ({ page, t }) => {
    await press(page, t('analysis.views'));
    await page.getByRole('menuitem', { name: t('analysis.saveView'), exact: true }).click();
    await page.getByRole('dialog').waitFor();
  }) },
  { name: 'analysis of a year', reach: afterDialog(at('analysis', { period: '2026' }, ({ page }) => page.locator('canvas'))) },
  { name: 'the scope menu', reach: ({ page, t }) => page.getByRole('button', { name: t('shell.scopePick', { name: '' }) }).first().click() },
  { name: 'the undo history', reach: closing(async ({ page, t }) => {
    await press(page, t('windows.historyOpen'));
    await page.getByRole('list', { name: t('windows.history') }).getByRole('button').first().waitFor();
  }) },
  { name: 'files held over the window', reach: closing(async ({ page, t }) => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['a'], 'a.csv'));
      document.dispatchEvent(new DragEvent('dragenter', { dataTransfer }));
      // Taken away again before the next state.
      document.addEventListener('keydown', () => document.dispatchEvent(new DragEvent('dragleave', { dataTransfer })), { once: true });
    });
    await page.getByText(t('windows.dropNext')).waitFor();
  }) },
  { name: 'packs', reach: closing(at('packs', SEPTEMBER, ({ page, t }) => page.getByText(new RegExp(`^(${t('packs.draft', { open: '\\d+' })}|${t('packs.final')})$`)))) },
  { name: 'data', reach: at('data', OCTOBER, ({ page, t }) => page.getByRole('button', { name: t('imports.choose'), exact: true })) },
  { name: 'data, batches', reach: choose((t) => t('imports.tabsLabel'), (t) => t('imports.tabBatches'), (page) => page.getByRole('table')) },
  {
    name: 'data, undoing a batch',
    reach: async ({ page, t }) => {
      await pressLike(page, t('imports.undoBatch', { name: '.*' }));
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'data, owners', reach: afterDialog(choose((t) => t('imports.tabsLabel'), (t) => t('imports.tabOwners'), (page) => page.getByRole('table'))) },
  { name: 'data, an owner cleared again, with the notice of it', reach: async ({ page, t }) => {
    // By its name: what is decided moves to another place in the list.
    const name = (await page.getByRole('table').getByRole('combobox').first().getAttribute('aria-label')) ?? '';
    for (const option of [2, 0]) {
      await page.getByRole('combobox', { name, exact: true }).first().click();
      await page.getByRole('option').nth(option).click();
      await page.getByRole('option').first().waitFor({ state: 'hidden' });
    }
    await page.getByRole('button', { name: t('windows.noticeUndo'), exact: true }).waitFor();
  } },
  { name: 'data, sources', reach: choose((t) => t('imports.tabsLabel'), (t) => t('sources.tab'), (page) => page.getByRole('table')) },
  { name: 'data, quality', reach: choose((t) => t('imports.tabsLabel'), (t) => t('quality.tab'), (page) => page.getByTestId('quality-owners')) },
  ...(['duplicates', 'unclassed', 'outliers'] as const).map((section): WindowState => ({
    name: `data, quality, ${section}`,
    reach: async ({ page, t }) => {
      const nav = page.getByRole('navigation', { name: t('quality.sections'), exact: true }).getByRole('button', { name: t(`quality.section_${section}`) });
      await nav.click();
      await nav.and(page.locator('[aria-current]')).waitFor();
    },
  })),
  {
    name: 'the palette',
    reach: async ({ page, t }) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: t('palette.open') }).fill('zhangw');
      await page.getByRole('group', { name: t('palette.customers') }).getByRole('option').first().waitFor();
    },
  },
  { name: 'the palette, nothing found', reach: ({ page, t }) => page.getByRole('combobox', { name: t('palette.open') }).fill('zzzz') },
  {
    name: 'the shortcuts',
    reach: afterDialog(async ({ page, t }) => {
      await page.keyboard.press('Control+/');
      await page.getByRole('dialog', { name: t('palette.shortcuts') }).waitFor();
    }),
  },
  { name: 'settings', reach: afterDialog((shell) => shell.settingsButton().click()) },
  {
    name: 'settings of the workspace',
    reach: async ({ page, t }) => {
      await press(page, t('start.settings'));
      await page.locator('[role="dialog"][aria-modal="true"]').waitFor();
      // The menu it was chosen from is a dialog too, on its way out.
      await page.locator('[role="dialog"]:not([aria-modal="true"])').waitFor({ state: 'detached' });
    },
  },
  { name: 'backups', reach: afterDialog(at('copies', OCTOBER, ({ page, t }) => page.getByRole('table', { name: t('copies.list') }))) },
  {
    name: 'backups, one made',
    reach: async ({ page, t }) => {
      await press(page, t('copies.makeNow'));
      await page.getByRole('button', { name: new RegExp(`^${t('copies.restoreOf', { when: '.*' })}$`) }).first().waitFor();
      // While it is made nothing else can be pressed.
      await page.getByRole('button', { name: t('copies.makeNow'), exact: true }).and(page.locator(':enabled')).waitFor();
    },
  },
  { name: 'backups, restoring', reach: ({ page, t }) => pressLike(page, t('copies.restoreOf', { when: '.*' })) },
  {
    name: 'backups, exporting',
    reach: afterDialog(async ({ page, t }) => {
      await press(page, t('copies.exportNow'));
      await page.getByRole('dialog').getByLabel(t('copies.passphrase'), { exact: true }).fill('four words');
    }),
  },
  { name: 'audit trail', reach: afterDialog(at('audit', OCTOBER, ({ page, t }) => page.getByRole('table', { name: t('audit.list') }).getByRole('button'))) },
  { name: 'audit trail, a change', reach: ({ page, t }) => page.getByRole('table', { name: t('audit.list') }).getByRole('button').first().click() },
  { name: 'workspaces', reach: at('workspaces', OCTOBER, ({ page, t }) => page.getByRole('list', { name: t('workspaces.list') }).getByRole('button')) },
  {
    name: 'workspaces, renaming',
    reach: async ({ page, t }) => {
      await pressLike(page, t('workspaces.actionsOf', { name: '.*' }));
      await page.getByRole('menuitem', { name: t('workspaces.rename'), exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'the sample, removing', reach: afterDialog(({ page, t }) => page.getByRole('region', { name: t('firstSteps.sampleTitle'), exact: true }).getByRole('button', { name: t('workspaces.removeSample'), exact: true }).click()) },
  { name: 'printing', reach: afterDialog(async ({ page, t }) => {
    await page.keyboard.press('Control+p');
    await page.getByRole('button', { name: t('printing.toFile'), exact: true }).waitFor();
  }) },
];
