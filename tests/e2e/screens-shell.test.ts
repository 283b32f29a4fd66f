import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Preferences, preferencesSchema } from '@shared/contracts/preferences';
import { imports } from '@shared/messages/zh-CN/imports';
import { ui } from '@shared/messages/zh-CN/ui';
import { writePipeline } from '../builders/pipeline-files';
import { buildSmallTeam } from '../builders/small-team';
import { launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { figuresHeadless, importHeadless } from './page-models/headless';
import { answerOf } from './page-models/bridge';
import { machineLike } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';

const CHINESE = /[\u3400-\u9fff\uff01-\uff1f]+/;

/** Chinese words that are read or heard on the page, besides what the data is called. */
async function chineseOn(page: Page, data: string): Promise<string[]> {
  const words = await page.evaluate(() =>
    [document.title, document.body.innerText, ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) => ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''))].join('\n'),
  );
  return [...new Set(words.match(new RegExp(CHINESE, 'g')))].filter((word) => !data.includes(word));
}

const readPreferences = async (page: Page): Promise<Preferences> => {
  const answer = await answerOf(page, 'preferences.read', {});
  return preferencesSchema.parse(answer);
};

describe('with data', () => {
  let imported: TestMachine;
  let organisation: string;
  beforeAll(async () => {
    imported = await prepareMachine();
    const folder = path.join(imported.home, 'exports');
    mkdirSync(folder);
    await importHeadless(imported, writePipeline(folder, buildSmallTeam()));
    organisation = (await figuresHeadless(imported, '2019-06')).nodes[0]!.name;
  });
  afterAll(() => imported.dispose());

  test('language and colours change at once and are there again at the next start, with the page that was open', async () => {
    const machine = await machineLike(imported);
    const first = await launchWorkbench({ machine });
    const shell = new ShellModel(first.page);
    await shell.goTo('analysis', { period: '2019-06' });
    const paper = () => first.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await shell.chooseScheme('light');
    const light = await paper();
    await shell.chooseScheme('dark');
    expect(await paper()).not.toBe(light);
    await shell.chooseLanguage('en');
    await shell.heading('analysis').waitFor();
    await shell.periodButton('2019-06').waitFor();
    expect(await first.page.evaluate(() => document.documentElement.lang)).toBe('en');
    await shell.follow('packs');
    await first.close();

    const second = await launchWorkbench({ machine });
    const again = new ShellModel(second.page, 'en');
    await again.heading('packs').waitFor();
    await again.periodButton('2019-06').waitFor();
    expect(await second.page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await second.close();
    machine.dispose();
  });

  test('no word of the other language is left when it changes: on every page, in charts, in an open dialog, in the menu of the program', async () => {
    const machine = await machineLike(imported);
    const workbench = await launchWorkbench({ machine });
    const { app, page } = workbench;
    const shell = new ShellModel(page);
    const data = [organisation, JSON.stringify(buildSmallTeam())].join(' ');
    await shell.goTo('analysis', { period: '2019-06' });
    const trend = () => page.locator('canvas').first().evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const menus = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.flatMap(({ label, submenu }) => [label, ...(submenu?.items.map((item) => item.label) ?? [])]) ?? []);
    await page.locator('canvas').first().waitFor();
    const chineseTrend = await trend();
    expect((await menus()).join('')).toMatch(CHINESE);
    await shell.chooseLanguage('en');
    expect((await menus()).join('')).not.toMatch(CHINESE);
    await expect.poll(trend).not.toBe(chineseTrend);
    for (const noun of ['home', 'targets', 'analysis', 'packs', 'data'] as const) {
      await shell.follow(noun);
      await expect.poll(() => chineseOn(page, data)).toEqual([]);
    }
    // Another window may change it while a dialog is open in this one.
    await shell.chooseLanguage('zh-CN');
    await shell.settingsButton().click();
    await page.getByRole('button', { name: shell.t('start.settings'), exact: true }).click();
    const dialog = page.locator('[role="dialog"][aria-modal="true"]');
    await dialog.waitFor();
    await page.locator('[role="dialog"]:not([aria-modal="true"])').waitFor({ state: 'detached' });
    expect(await chineseOn(page, data)).not.toEqual([]);
    await app.evaluate(({ BrowserWindow }, preferences) => BrowserWindow.getAllWindows()[0]?.webContents.send('workbench:event', 'preferences.changed', preferences), { ...(await readPreferences(page)), language: 'en' });
    await expect.poll(() => chineseOn(page, data)).toEqual([]);
    expect(await dialog.isVisible()).toBe(true);
    await workbench.close();
    machine.dispose();
  });

  test('period and scope go along to every page, step back with the history, and stand again at the next start', async () => {
    const machine = await machineLike(imported);
    const first = await launchWorkbench({ machine });
    const shell = new ShellModel(first.page);
    await shell.goTo('analysis', { period: '2019-06' });
    await shell.stepPeriod('previous');
    await shell.periodButton('2019-05').waitFor();
    await shell.chooseScope(organisation, 'Coast');
    for (const noun of ['targets', 'reviews', 'incentives', 'analysis', 'packs', 'data'] as const) {
      await shell.follow(noun);
      await shell.periodButton('2019-05').waitFor();
      await shell.scopeButton('Coast').waitFor();
    }
    await first.page.getByRole('button', { name: shell.t('shell.back'), exact: true }).click();
    await shell.heading('packs').waitFor();
    await first.close();

    const second = await launchWorkbench({ machine });
    const again = new ShellModel(second.page);
    await again.heading('packs').waitFor();
    await again.periodButton('2019-05').waitFor();
    await again.scopeButton('Coast').waitFor();
    expect(await second.page.evaluate(() => location.hash)).toContain('period=2019-05');
    await second.close();
    machine.dispose();
  });

  test('a fault on one page stays on that page, says so with details, and is gone after another try', async () => {
    const machine = await machineLike(imported);
    const workbench = await launchWorkbench({ machine });
    const { page } = workbench;
    workbench.expectFaults(/the disk does not answer/);
    const shell = new ShellModel(page);
    await shell.goTo('analysis', { period: '2019-06' });
    // From here on the engine cannot read the month's reviews, as from a damaged file. (Counting all tables, which the window
    // does when it is idle, is another matter: a database that cannot be counted is the whole window's.)
    await page.evaluate(() => {
      const sound = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'objectStore')!;
      const open = sound.value as (this: IDBTransaction, name: string) => IDBObjectStore;
      IDBTransaction.prototype.objectStore = function (this: IDBTransaction, name: string) {
        if (name === 'reviewCycles' && this.objectStoreNames.length < 10) throw new Error('the disk does not answer');
        return open.call(this, name);
      };
      Object.assign(window, { mend: () => Object.defineProperty(IDBTransaction.prototype, 'objectStore', sound) });
    });
    await page.getByRole('link', { name: shell.t('shell.reviews'), exact: true }).click();
    const alert = page.getByRole('alert');
    await alert.getByRole('heading', { name: ui.errorTitle }).waitFor();
    expect(await alert.innerText()).toContain('the disk does not answer');
    await shell.follow('analysis');
    expect(await alert.count()).toBe(0);
    await page.getByRole('link', { name: shell.t('shell.reviews'), exact: true }).click();
    await alert.waitFor();
    await page.evaluate(() => (window as unknown as { mend(): void }).mend());
    await alert.getByRole('button', { name: ui.retry, exact: true }).click();
    await shell.heading('reviews').waitFor();
    expect(await alert.count()).toBe(0);
    await workbench.close();
    machine.dispose();
  });
});

test('an empty workspace leads: every page says what is missing and goes to where it comes from', async () => {
  const machine = await prepareMachine();
  const workbench = await launchWorkbench({ machine });
  const { page } = workbench;
  const shell = new ShellModel(page);
  await page.getByRole('textbox', { name: shell.t('start.actor') }).fill('陆敏');
  await page.getByRole('button', { name: shell.t('start.begin'), exact: true }).click();
  const leads = [
    ['targets', shell.t('targets.noPeople'), shell.t('targets.importPeople')],
    ['reviews', shell.t('reviews.noPeople'), shell.t('reviews.importPeople')],
    ['incentives', shell.t('incentives.noPeople'), shell.t('incentives.importPeople')],
    ['analysis', shell.t('analysis.noData'), shell.t('analysis.importData')],
    ['packs', shell.t('packs.noData'), shell.t('packs.importData')],
  ] as const;
  for (const [noun, missing, next] of leads) {
    await shell.follow(noun);
    await page.getByText(missing, { exact: true }).waitFor();
    await page.getByRole('main').getByRole('button', { name: next, exact: true }).click();
    await page.getByText(imports.emptyTitle, { exact: true }).waitFor();
  }
  expect(await page.getByRole('button', { name: imports.choose, exact: true }).isEnabled()).toBe(true);
  await workbench.close();
  machine.dispose();
});
