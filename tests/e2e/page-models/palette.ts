import type { Locator } from 'playwright';
import type { ShellModel } from './shell';

/** The command palette as a user meets it: by keyboard. */
export class PaletteModel {
  constructor(private readonly shell: ShellModel) {}

  get field(): Locator {
    return this.shell.page.getByRole('combobox', { name: this.shell.t('palette.open'), exact: true });
  }

  options(group: 'people' | 'customers' | 'targets' | 'commands'): Locator {
    return this.shell.page.getByRole('listbox', { name: this.shell.t('palette.results') }).getByRole('group', { name: this.shell.t(`palette.${group}`), exact: true }).getByRole('option');
  }

  chip(group: 'all' | 'people' | 'targets', count: number): Locator {
    return this.shell.page.getByRole('button', { name: this.shell.t('palette.chip', { group: this.shell.t(`palette.${group}`), count }), exact: true });
  }

  /** Opens it by its key and types; what is found stands there when a row of the group names it. */
  async find(text: string, group: Parameters<PaletteModel['options']>[0], name: string): Promise<Locator> {
    await this.shell.page.keyboard.press('Control+k');
    await this.field.fill(text);
    const option = this.options(group).filter({ hasText: name }).first();
    await option.waitFor();
    return option;
  }

  /** Goes down to a row and opens it. */
  async open(option: Locator): Promise<void> {
    for (let presses = 0; (await option.getAttribute('aria-selected')) !== 'true'; presses++) {
      if (presses > 50) throw new Error('The row is never reached');
      await this.shell.page.keyboard.press('ArrowDown');
    }
    await this.shell.page.keyboard.press('Enter');
    await this.field.waitFor({ state: 'detached' });
  }
}
