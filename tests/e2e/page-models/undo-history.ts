import type { Locator } from 'playwright';
import type { ShellModel } from './shell';

/** The list of what was done last, beside the undo button. */
export class UndoHistoryModel {
  constructor(private readonly shell: ShellModel) {}

  async open(): Promise<void> {
    await this.shell.page.getByRole('button', { name: this.shell.t('windows.historyOpen'), exact: true }).click();
    await this.list().waitFor();
  }

  /** Its lines, latest first. */
  steps(): Promise<string[]> {
    return this.list().getByRole('listitem').allInnerTexts();
  }

  /** Goes down to a step with the arrow key alone and takes it, as one without a mouse does. */
  async takeByKeyboard(place: number): Promise<void> {
    await this.list().getByRole('button').first().and(this.shell.page.locator(':focus')).waitFor();
    for (let at = 1; at < place; at++) await this.shell.page.keyboard.press('ArrowDown');
    await this.shell.page.keyboard.press('Enter');
    await this.list().waitFor({ state: 'detached' });
  }

  private list(): Locator {
    return this.shell.page.getByRole('list', { name: this.shell.t('windows.history') });
  }
}
