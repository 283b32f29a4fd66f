import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { changes } from '@shared/messages/zh-CN/changes';
import { packs } from '@shared/messages/zh-CN/packs';
import { reviews } from '@shared/messages/zh-CN/reviews';
import { targets } from '@shared/messages/zh-CN/targets';
import { ui } from '@shared/messages/zh-CN/ui';
import { writePipeline } from '../builders/pipeline-files';
import { buildSmallTeam, SMALL_TEAM } from '../builders/small-team';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import { prepareMachine, type TestMachine } from './launch/test-machine';
import { importHeadless } from './page-models/headless';
import { HomePageModel } from './page-models/home-page';
import { pressByKey, tabTo } from './page-models/keyboard';
import { ReviewsPageModel } from './page-models/reviews-page';
import { ShellModel } from './page-models/shell';

const PERIOD = '2019-06';
const TITLE = '回访 Alder';

/** The workspace of two small offices, on the first page of a month that nobody has closed yet. */
async function openHome(): Promise<{ machine: TestMachine; workbench: LaunchedWorkbench; shell: ShellModel; home: HomePageModel }> {
  const machine = await prepareMachine();
  const folder = path.join(machine.home, 'exports');
  mkdirSync(folder);
  await importHeadless(machine, writePipeline(folder, buildSmallTeam()));
  const workbench = await launchWorkbench({ machine });
  const shell = new ShellModel(workbench.page);
  await shell.goTo('home', { period: PERIOD });
  return { machine, workbench, shell, home: new HomePageModel(workbench.page) };
}

test('a month is closed by keyboard alone, from the first page and back to it until nothing is left; an action is put off, done, and back again', async () => {
  const { machine, workbench, shell, home } = await openHome();
  const { page } = workbench;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const back = () => pressByKey(page, shell.entry('home')).then(() => shell.heading('home').waitFor());
  expect(await home.steps()).toMatchObject({ facts: 'done', owners: 'done', targets: 'todo', gaps: 'waiting', reviews: 'todo', pack: 'waiting' });

  await home.follow('targets');
  await tabTo(page, page.getByRole('textbox', { name: targets.annualTargetOf.replace('{{name}}', '').replace('{{unit}}', ui.wan) }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('120');
  await page.keyboard.press('Enter');
  await pressByKey(page, button(targets.commit));
  await tabTo(page, page.getByRole('textbox', { name: targets.commitReason }));
  await page.keyboard.type('年度目标');
  await pressByKey(page, button(targets.commitDo));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await back();
  await expect.poll(() => home.steps()).toMatchObject({ targets: 'done', gaps: 'done', reviews: 'todo' });

  await home.follow('reviews');
  await pressByKey(page, button(reviews.openCycle.replace('{{month}}', shell.periodName(PERIOD))));
  const form = new ReviewsPageModel(page);
  for (const name of Object.values(SMALL_TEAM).flat()) {
    await pressByKey(page, page.getByRole('listitem').getByRole('button', { name }));
    await form.person(name).waitFor();
    await tabTo(page, form.note('工作态度'));
    await form.type({ manual: { 工作态度: ['80', '到会'], 客户满意度: ['90', '回访'], 学习成长: ['70', '考试'] }, praise: '稳', gaps: '新客少', advice: '多走访' });
    // Leaving the last field keeps it, and the signature can be given.
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, form.signButton().and(page.locator(':enabled')));
    await form.sign(name);
  }
  await back();
  await expect.poll(() => home.steps()).toMatchObject({ reviews: 'done', lateChanges: 'done', pack: 'todo' });

  const file = path.join(machine.home, 'pack.pdf');
  await workbench.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await home.follow('pack');
  await pressByKey(page, button(packs.export));
  await page.getByRole('table', { name: packs.history }).getByText('pack.pdf', { exact: true }).waitFor();
  expect(existsSync(file)).toBe(true);
  await back();
  await home.closed().waitFor();
  expect(new Set(Object.values(await home.steps()))).toEqual(new Set(['done']));

  await home.addAction(TITLE);
  expect(await home.due()).toEqual([TITLE]);
  const agreed = await home.dueOf(TITLE);
  await home.putOff(TITLE);
  await expect.poll(() => home.dueOf(TITLE)).not.toBe(agreed);
  await home.finish(TITLE);
  await expect.poll(() => home.due()).toEqual([]);
  await shell.undo(changes.action_done.replace('{{title}}', TITLE)).waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => home.due()).toEqual([TITLE]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => home.dueOf(TITLE)).toBe(agreed);
  await workbench.close();
  machine.dispose();
});
