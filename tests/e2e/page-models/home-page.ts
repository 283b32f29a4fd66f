import type { Locator, Page } from 'playwright';
import type { CloseState, CloseStep } from '@shared/domain/home/month-close';
import { home } from '@shared/messages/zh-CN/home';
import { pressByKey, tabTo } from './keyboard';

/** The first page as a user meets it, in Chinese and without a mouse: the month's close, people at risk, actions. */
export class HomePageModel {
  constructor(private readonly page: Page) {}

  /** How far each step is, once all of it is known. */
  async steps(): Promise<Record<CloseStep, CloseState>> {
    await this.page.getByRole('list', { name: home.closeList }).and(this.page.locator('[aria-busy="false"]')).waitFor();
    await this.page.getByText(home.checking, { exact: true }).first().waitFor({ state: 'detached' });
    const read = await this.page.locator('[data-step]').evaluateAll((items) => items.map((item) => [item.getAttribute('data-step'), item.getAttribute('data-state')]));
    return Object.fromEntries(read) as Record<CloseStep, CloseState>;
  }

  /** Follows a step that is to be done. */
  async follow(step: CloseStep): Promise<void> {
    await pressByKey(this.page, this.page.locator(`[data-step="${step}"]`).getByRole('button'));
  }

  closed(): Locator {
    return this.page.getByText(home.closed, { exact: true });
  }

  /** Titles of the actions that are due. */
  due(): Promise<string[]> {
    return this.list().getByRole('listitem').locator(':scope > button').allInnerTexts();
  }

  async addAction(title: string): Promise<void> {
    await pressByKey(this.page, this.page.getByRole('main').getByRole('button', { name: home.newAction, exact: true }).first());
    const dialog = this.page.getByRole('dialog');
    await tabTo(this.page, dialog.getByRole('textbox', { name: home.actionTitle }));
    await this.page.keyboard.type(title);
    await this.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await this.action(title).waitFor();
  }

  /** Puts an action off by the first choice of its menu: to tomorrow. */
  async putOff(title: string): Promise<void> {
    await pressByKey(this.page, this.page.getByRole('button', { name: home.moreFor.replace('{{name}}', title), exact: true }));
    await this.page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem');
    await this.page.keyboard.press('Enter');
  }

  async finish(title: string): Promise<void> {
    await pressByKey(this.page, this.page.getByRole('button', { name: home.stepOf.replace('{{step}}', home.markDone).replace('{{title}}', title), exact: true }));
  }

  /** When an action is due, as its line says. */
  dueOf(title: string): Promise<string> {
    return this.action(title).locator('[class*="dueMark"]').innerText();
  }

  private list(): Locator {
    return this.page.getByRole('list', { name: home.actions });
  }

  private action(title: string): Locator {
    return this.list().getByRole('listitem').filter({ hasText: title });
  }
}
