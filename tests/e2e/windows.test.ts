import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { analysis } from '@shared/messages/zh-CN/analysis';
import { imports } from '@shared/messages/zh-CN/imports';
import { ui } from '@shared/messages/zh-CN/ui';
import { keepStateSchema } from '@shared/contracts/keep-calls';
import { csvBytes } from '../builders/csv-table';
import { writePipeline } from '../builders/pipeline-files';
import { buildSmallTeam } from '../builders/small-team';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { answerOf } from './page-models/bridge';
import { renameOrganisation } from './page-models/change-settings';
import { DataPageModel } from './page-models/data-page';
import { importHeadless } from './page-models/headless';
import { ShellModel } from './page-models/shell';
import { UndoHistoryModel } from './page-models/undo-history';

const PERIOD = '2019-06';
const OWNER = 'Ada Birch';
const team = buildSmallTeam();

let machine: TestMachine;
let workbench: LaunchedWorkbench;
let first: ShellModel;
beforeAll(async () => {
  machine = await prepareMachine();
  const folder = path.join(machine.home, 'exports');
  mkdirSync(folder);
  await importHeadless(machine, writePipeline(folder, team));
  workbench = await launchWorkbench({ machine });
  first = new ShellModel(workbench.page);
  await first.goTo('analysis', { period: PERIOD });
});
afterAll(async () => {
  await workbench.close();
  machine.dispose();
});

/** The rail's foot says whose workspace it is. */
const organisationIn = (page: Page, name: string) => page.getByRole('complementary').getByText(name, { exact: true });
const wonIn = (page: Page) => page.getByRole('button', { name: new RegExp(`^${ui.openRows.replace('{{figure}}', `${analysis.wonValue} .*`)}$`) }).innerText();

/** One more deal, won in the month on screen. */
function oneMoreDeal(): string {
  const file = path.join(machine.home, 'one-more.csv');
  writeFileSync(file, csvBytes({ ...team.opportunities, rows: [['NEW1', OWNER, 'Delve', 'Alder 4 Ltd', 'Won', '2019-06-01', '2019-06-15', '7654321.00']] }));
  return file;
}

test('a second window begins where the first is; an edit, its undo, an import and the language of one are at once in the other; closing it ends nothing', async () => {
  const { page } = first;
  const second = new ShellModel(await workbench.nextPage(() => page.keyboard.press('Control+Shift+N')));
  await second.heading('analysis').waitFor();
  await second.periodButton(PERIOD).waitFor();
  const before = await wonIn(second.page);

  await renameOrganisation(page, '东方');
  await organisationIn(second.page, '东方').waitFor();
  await second.saved();
  await second.undo('修改设置').click();
  await first.redo('修改设置').waitFor();
  await organisationIn(page, '东方').waitFor({ state: 'detached' });

  const data = new DataPageModel(workbench.app, page);
  await data.open();
  await data.choose(oneMoreDeal());
  await data.dryRun();
  await data.commit();
  await expect.poll(() => wonIn(second.page)).not.toBe(before);
  await second.goTo('data');
  await data.open('batches');
  const elsewhere = new DataPageModel(workbench.app, second.page);
  await elsewhere.open('batches');
  await elsewhere.undoBatch('one-more.csv');
  await data.batchRow('one-more.csv').filter({ hasText: imports.stateUndoneShort }).waitFor();

  await second.chooseLanguage('en');
  await page.locator('html[lang="en"]').waitFor({ state: 'attached' });
  await page.getByRole('navigation', { name: second.t('shell.railLabel') }).waitFor();
  await second.chooseLanguage('zh-CN');
  await page.locator('html[lang="zh-CN"]').waitFor({ state: 'attached' });

  await second.page.close();
  await first.goTo('analysis', { period: PERIOD });
  await expect.poll(() => wonIn(page)).toBe(before);
});

test('the history takes three steps back at once by keyboard, and again; what is not undone there says where', async () => {
  const { page } = first;
  for (const name of ['甲', '乙', '丙']) await renameOrganisation(page, name);
  const history = new UndoHistoryModel(first);
  await history.open();
  expect((await history.steps()).find((text) => text.includes('opportunities.csv'))).toContain(first.t('windows.whereImport'));
  await history.takeByKeyboard(3);
  await organisationIn(page, '丙').waitFor({ state: 'detached' });
  await first.redo('修改设置').waitFor();
  await history.open();
  expect((await history.steps()).slice(0, 3).map((text) => text.includes(first.t('windows.undone')))).toEqual([true, true, true]);
  await history.takeByKeyboard(1);
  await organisationIn(page, '丙').waitFor();
});

test('a decision that was taken away comes back from its notice, once', async () => {
  const { page } = first;
  const data = new DataPageModel(workbench.app, page);
  await data.open('owners');
  await data.decideOwner(OWNER, 'Omar Quill');
  await page.getByLabel(imports.personFor.replace('{{owner}}', OWNER)).first().click();
  await page.getByRole('option', { name: imports.personAuto.replace('{{name}}', OWNER), exact: true }).click();
  await data.ownerRow(OWNER).getByText(imports.byDecision).waitFor({ state: 'detached' });
  await page.getByRole('alert').getByRole('button', { name: first.t('windows.noticeUndo'), exact: true }).click();
  await data.ownerRow(OWNER).getByText(imports.byDecision).waitFor();
});

test('restoring a copy in one window replaces what every window shows', async () => {
  const { snapshots } = keepStateSchema.parse(await answerOf(first.page, 'keep.state', {}));
  await renameOrganisation(first.page, '将被替换');
  const second = new ShellModel(await workbench.nextPage(() => first.page.keyboard.press('Control+Shift+N')));
  await organisationIn(second.page, '将被替换').waitFor();
  const shown = () => workbench.app.windows().filter((page) => !page.isClosed() && page.url().includes('/index.html'));
  await Promise.all([
    ...[first, second].map(({ page }) => page.waitForEvent('close')),
    answerOf(first.page, 'keep.restore', { copy: { snapshot: snapshots[0]!.id }, passphrase: null, into: 'here', confirmName: 'workspace' }),
  ]);
  await expect.poll(() => shown().length).toBe(2);
  for (const page of shown()) {
    await new ShellModel(page).settingsButton().waitFor();
    expect(await organisationIn(page, '将被替换').count()).toBe(0);
  }
  first = new ShellModel(shown()[0]!);
});

test('files dropped on any page are imported all of them, what is none is refused by name; unit and widths of panes are there after a restart', async () => {
  await first.goTo('targets', { period: PERIOD });
  const data = new DataPageModel(workbench.app, first.page);
  const picture = path.join(machine.home, 'picture.png');
  writeFileSync(picture, 'no table');
  await data.drop(oneMoreDeal(), picture, path.join(machine.home, 'exports', 'accounts.csv'));
  await first.heading('data').waitFor();
  expect(await first.page.getByRole('list', { name: imports.queueLabel }).getByRole('listitem').count()).toBe(2);
  await first.page.getByText(/picture\.png/).waitFor();

  await first.goTo('audit');
  const handle = first.page.getByRole('separator', { name: ui.paneWidth.replace('{{title}}', first.t('audit.title')) });
  const width = Number(await handle.getAttribute('aria-valuenow'));
  await handle.focus();
  await first.page.keyboard.press('ArrowLeft');
  await first.page.keyboard.press('ArrowLeft');
  await first.settingsButton().click();
  await first.page.getByRole('radiogroup', { name: first.t('windows.unit') }).getByText(ui.yuan, { exact: true }).click();
  await first.page.keyboard.press('Escape');
  await first.goTo('analysis', { period: PERIOD });
  expect(await wonIn(first.page)).toMatch(/^\d{2,3},\d{3}$/);
  await first.goTo('audit');
  await workbench.close();

  expect(JSON.parse(readFileSync(path.join(machine.userData, 'preferences.json'), 'utf8'))).toMatchObject({ moneyUnit: 'yuan' });
  workbench = await launchWorkbench({ machine });
  first = new ShellModel(workbench.page);
  expect(Number(await first.page.getByRole('separator', { name: ui.paneWidth.replace('{{title}}', first.t('audit.title')) }).getAttribute('aria-valuenow'))).toBe(width + 32);
  await first.goTo('analysis', { period: PERIOD });
  expect(await wonIn(first.page)).toMatch(/^\d{2,3},\d{3}$/);
});
