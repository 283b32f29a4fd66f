import { existsSync, readFileSync } from 'node:fs';
import type { ElectronApplication, Locator, Page } from 'playwright';
import type { Translate } from '@renderer/i18n/i18n';
import { vi } from 'vitest';

/** Filters, views and exports of the analysis page as a user meets them. */
export class AnalysisFiltersModel {
  constructor(
    private readonly app: ElectronApplication,
    private readonly page: Page,
    private readonly t: Translate,
  ) {}

  /** The button of a dimension: its name begins so, whatever is picked. */
  pick(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${this.t('analysis.filterBy', { name, values: '' })}`) });
  }

  async pickByMouse(name: string, ...values: readonly string[]): Promise<void> {
    await this.pick(name).click();
    for (const value of values) await this.page.getByRole('option', { name: value, exact: true }).click();
    await this.page.keyboard.press('Escape');
  }

  /** Opens the list, looks for the value and takes it, all by keys. */
  async pickByKeyboard(name: string, value: string): Promise<void> {
    await this.pick(name).focus();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('combobox', { name: this.t('analysis.filterSearch', { name }) }).waitFor();
    await this.page.keyboard.type(value);
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
  }

  clear(): Locator {
    return this.page.getByRole('button', { name: this.t('analysis.clearFilters'), exact: true });
  }

  views(shown?: string): Locator {
    return this.page.getByRole('button', { name: shown === undefined ? this.t('analysis.views') : this.t('analysis.viewShown', { name: shown }), exact: true });
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name, exact: true });
  }

  async saveView(name: string): Promise<void> {
    await this.views().click();
    await this.menuItem(this.t('analysis.saveView')).click();
    await this.page.getByLabel(this.t('analysis.viewName'), { exact: true }).fill(name);
    await this.page.keyboard.press('Enter');
    await this.views(name).waitFor();
  }

  /** Exports a panel into a file and gives what was written. */
  async exported(panel: string, kind: 'picture' | 'table', to: string): Promise<Buffer> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, to);
    await this.page.getByRole('button', { name: this.t('analysis.exportOf', { name: panel }), exact: true }).click();
    await this.menuItem(this.t(kind === 'picture' ? 'analysis.exportPicture' : 'analysis.exportTable')).click();
    await this.page.getByText(this.t(kind === 'picture' ? 'analysis.pictureSaved' : 'analysis.tableSaved'), { exact: true }).first().waitFor();
    // The notice may be that of a file before.
    await vi.waitUntil(() => existsSync(to), { timeout: 60_000 });
    return readFileSync(to);
  }
}
