import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatMoney } from '@renderer/i18n/formats';
import { fen } from '@shared/kernel/fen';
import { type LaunchedWorkbench, launchWorkbench } from './launch/launch-workbench';
import type { TestMachine } from './launch/test-machine';
import { DrillDrawer } from './page-models/drill-drawer';
import { PaletteModel } from './page-models/palette';
import { ReviewsPageModel } from './page-models/reviews-page';
import { machineWithSample } from './page-models/sample-workspace';
import { ShellModel } from './page-models/shell';

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

test('whatever is looked for is found and opened by keyboard alone, and every shortcut listed does what it says', async () => {
  const { page } = workbench;
  const shell = new ShellModel(page);
  const palette = new PaletteModel(shell);
  await shell.goTo('analysis', { period: '2026-09' });

  // A person by initials: the review of the month.
  const person = await palette.find('zw', 'people', '张伟');
  expect(await person.innerText()).toMatch(/张伟\s*zhāng wěi/);
  await palette.open(person);
  await shell.heading('reviews').waitFor();
  await new ReviewsPageModel(page).person('张伟').waitFor();

  // A customer by full pinyin: its rows come to the figure beside it.
  const customer = await palette.find('zhangwujichuang', 'customers', '漳武机床');
  const beside = await customer.innerText();
  await palette.open(customer);
  const { rows, sumFen } = await new DrillDrawer(page).read();
  expect(rows).toBeGreaterThan(0);
  expect(beside).toContain(formatMoney(fen(sumFen), 'zh-CN'));

  // A target, the group chosen by the tabulator: its node is picked there.
  await palette.find('sunan', 'targets', '苏南');
  await page.keyboard.press('Tab');
  await palette.chip('targets', 1).and(page.locator('[aria-pressed="true"]')).waitFor();
  await palette.open(palette.options('targets').first());
  await shell.heading('targets').waitFor();
  await page.getByRole('complementary').or(page.getByRole('region')).filter({ hasText: '苏南' }).first().waitFor();

  // The scope's own search knows initials too.
  await shell.scopeButton('华东大区').click();
  await page.getByRole('combobox', { name: shell.t('shell.scopeSearch'), exact: true }).fill('sn');
  await page.getByRole('option', { name: '苏南' }).waitFor();
  await page.keyboard.press('Escape');

  // Commands in English while the window is Chinese, and in Chinese while it is English.
  await palette.open(await palette.find('>allocate', 'commands', shell.t('palette.allocate')));
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await shell.heading('targets').waitFor();
  await palette.open(await palette.find('english', 'commands', 'English'));
  const english = new ShellModel(page, 'en');
  const inEnglish = new PaletteModel(english);
  await english.heading('targets').waitFor();
  await inEnglish.open(await inEnglish.find('前往分析', 'commands', 'Go to Analysis'));
  await english.heading('analysis').waitFor();

  // The sheet lists what the keys do.
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('heading', { name: english.t('palette.shortcuts'), exact: true }).waitFor();
  const lines = (await sheet.locator('dl > div').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' ').trim());
  expect(lines).toEqual(expect.arrayContaining(['Go to Reviews G then R', 'Period before [', 'Back Alt ←', 'Undo Ctrl Z', 'Search and command palette Ctrl K / /']));
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await english.heading('reviews').waitFor();
  await page.keyboard.press('[');
  await english.periodButton('2026-08').waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await english.periodButton('2026-09').waitFor();
  // What leads to a page also opens in a window of its own.
  const beforeWindow = await english.page.evaluate(() => location.hash);
  await inEnglish.find('陈思远', 'people', '陈思远');
  const other = await workbench.nextPage(() => page.keyboard.press('Control+Enter'));
  await new ShellModel(other, 'en').heading('reviews').waitFor();
  expect(await other.evaluate(() => location.hash)).toContain('person=');
  await other.close();
  expect(await page.evaluate(() => location.hash)).toBe(beforeWindow);
  await page.keyboard.press('/');
  await inEnglish.field.waitFor();
  await page.keyboard.type('gr[');
  expect(await inEnglish.field.inputValue()).toBe('gr[');
  await page.keyboard.press('Escape');
  await inEnglish.field.waitFor({ state: 'detached' });
  await english.heading('reviews').waitFor();
  await english.periodButton('2026-09').waitFor();
});
