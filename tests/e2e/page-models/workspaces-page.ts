import { workspaces } from '@shared/messages/zh-CN/workspaces';
import type { Locator, Page } from 'playwright';

const named = (text: string, name: string) => text.replaceAll('{{name}}', name);

/** The workspaces page as a user meets it, in Chinese. */
export class WorkspacesPageModel {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.evaluate(() => location.assign('#/workspaces'));
    await this.page.getByRole('heading', { level: 1, name: workspaces.title, exact: true }).waitFor();
    await this.rows().first().waitFor();
  }

  rows(): Locator {
    return this.page.getByRole('list', { name: workspaces.list }).getByRole('listitem');
  }

  row(name: string): Locator {
    return this.rows().filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async enter(name: string): Promise<void> {
    await this.row(name).getByRole('button').first().click();
  }

  async act(name: string, action: 'rename' | 'move' | 'duplicate' | 'reveal' | 'removeSample' | 'forget'): Promise<void> {
    await this.row(name).getByRole('button', { name: named(workspaces.actionsOf, name), exact: true }).click();
    await this.page.getByRole('menuitem', { name: workspaces[action], exact: true }).click();
  }

  async rename(from: string, to: string): Promise<void> {
    await this.act(from, 'rename');
    await this.answer(to, workspaces.rename);
    await this.row(to).waitFor();
  }

  async duplicate(name: string, copy: string): Promise<void> {
    await this.act(name, 'duplicate');
    await this.answer(copy, workspaces.duplicate);
    await this.row(copy).waitFor();
  }

  async forget(name: string): Promise<void> {
    await this.act(name, 'forget');
    await this.page.getByRole('dialog').getByRole('button', { name: workspaces.forget, exact: true }).click();
    await this.row(name).waitFor({ state: 'detached' });
  }

  async openFolder(): Promise<void> {
    await this.page.getByRole('button', { name: workspaces.openFolder, exact: true }).click();
  }

  /** What the page says about something that was not done. */
  refusal(): Locator {
    return this.page.getByRole('main').getByRole('alert');
  }

  said(text: string): Locator {
    return this.page.getByText(text, { exact: true });
  }


  private async answer(name: string, action: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(workspaces.name, { exact: true }).fill(name);
    await dialog.getByRole('button', { name: action, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
