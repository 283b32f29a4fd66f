import type { Locator, Page } from 'playwright';
import type { LaunchedWorkbench } from '../launch/launch-workbench';
import type { Noun, ShellModel } from './shell';

/** How a user gets to a state of the window from the one before it. Answers the shell of another window where one has come. */
export type Reach = (shell: ShellModel, workbench: LaunchedWorkbench) => Promise<ShellModel | void>;

/** A state of the window that has something of its own to look at. */
export interface WindowState {
  readonly name: string;
  readonly reach: Reach;
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The first button whose whole name is this text, where `.*` stands for anything. */
export const pressLike = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name.replaceAll(/[()?]/g, String.raw`\$&`)}$`) }).first().click();

/** Leaves an open menu first, and the button that opened it. */
export const closing = (reach: Reach): Reach => async (shell, workbench) => {
  await shell.page.keyboard.press('Escape');
  await shell.page.locator(':focus').evaluateAll((elements) => elements.forEach((element) => element instanceof HTMLElement && element.blur()));
  return reach(shell, workbench);
};

/** Leaves an open dialog or drawer first. */
export const afterDialog = (reach: Reach): Reach =>
  closing(async (shell, workbench) => {
    await shell.page.getByRole('dialog').waitFor({ state: 'detached' });
    return reach(shell, workbench);
  });

/** Opens a page and waits for what fills it. */
export const at = (noun: Noun, place: { readonly period: string; readonly templates?: string }, filled: (shell: ShellModel) => Locator): Reach => async (shell) => {
  await shell.goTo(noun, place);
  await filled(shell).first().waitFor();
};

/** Takes one of a group of tabs and waits for what fills it. */
export const choose = (group: (t: ShellModel['t']) => string, option: (t: ShellModel['t']) => string, filled: (page: Page) => Locator): Reach => async ({ page, t }) => {
  await page.getByRole('radiogroup', { name: group(t), exact: true }).getByText(option(t), { exact: true }).click();
  await filled(page).first().waitFor();
};
