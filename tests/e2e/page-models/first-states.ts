import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { LaunchedWorkbench } from '../launch/launch-workbench';
import { projectRoot } from '../launch/test-machine';
import { press, type WindowState } from './reach';
import { ShellModel } from './shell';

/** From the doors to the first file of one's own, each state reached from the one before. */
export const firstStates: readonly WindowState[] = [
  { name: 'first, doors', reach: ({ page, t }) => page.getByRole('button', { name: t('start.create'), exact: true }).waitFor() },
  {
    name: 'first, whose it is',
    reach: async ({ page, t, language }, workbench) => {
      await page.getByRole('textbox', { name: t('start.organisation') }).fill(language === 'en' ? 'East region' : '华东大区');
      const next = await workbench.nextPage(() => press(page, t('start.create')));
      await next.getByRole('button', { name: t('start.begin'), exact: true }).waitFor();
      return new ShellModel(next, language);
    },
  },
  {
    name: 'first, no file yet',
    reach: async (shell) => {
      await shell.page.getByRole('textbox', { name: shell.t('start.actor') }).fill(shell.language === 'en' ? 'Min Lu' : '陆敏');
      await press(shell.page, shell.t('start.begin'));
      await shell.follow('data');
    },
  },
  ...(['targets', 'reviews', 'incentives', 'analysis', 'packs'] as const).map((noun): WindowState => ({
    name: `first, empty ${noun}`,
    reach: async (shell) => {
      await shell.follow(noun);
      await shell.page.getByRole('main').getByRole('button').first().waitFor();
    },
  })),
  {
    name: 'import, people',
    reach: async (shell, workbench) => {
      await shell.follow('data');
      await take(shell, workbench, [sampleFile('人员')]);
    },
  },
  {
    name: 'import, report',
    reach: async ({ page, t }) => {
      await page.getByRole('button', { name: new RegExp(`^${t('imports.commit', { count: 0 }).replace('0', '[\\d,]+').replace(/rows?/, 'rows?')}$`) }).click();
      await page.getByText(t('imports.reportNext'), { exact: true }).waitFor();
    },
  },
  { name: 'import, orders', reach: (shell, workbench) => take(shell, workbench, [sampleFile('金蝶销售订单_2026下')]) },
];

/** A file of the sample by the beginning of its name. */
function sampleFile(begins: string): string {
  const folder = path.join(projectRoot, 'dist/sample');
  const name = readdirSync(folder).find((each) => each.startsWith(begins));
  if (name === undefined) throw new Error(`The sample has no file ${begins}…`);
  return path.join(folder, name);
}

/** Answers the open dialog with these files and waits for the dry run of the first. */
async function take({ page, t }: ShellModel, { app }: LaunchedWorkbench, files: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
  }, [...files]);
  await page.getByRole('button', { name: new RegExp(`^(${t('imports.choose')}|${t('imports.chooseMore')}|${t('imports.importMore')})$`) }).first().click();
  await page.getByText(t('imports.trialDone')).waitFor();
}
