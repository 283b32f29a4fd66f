import { readFileSync } from 'node:fs';
import type { ElectronApplication, Locator, Page } from 'playwright';
import type { Translate } from '@renderer/i18n/i18n';

/** Files on their way in and out of the data page as a user meets them, in the language of the window. */
export class ImportFilesModel {
  constructor(
    private readonly app: ElectronApplication,
    private readonly page: Page,
    readonly t: Translate,
  ) {}

  /** Answers the next save dialog with a path, does what opens it, and gives what was written once the page says so. */
  async saved(to: string, act: () => Promise<void>, said: string | RegExp): Promise<Buffer> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, to);
    await act();
    await this.page.getByText(said).first().waitFor();
    return readFileSync(to);
  }

  exportRejected(): Locator {
    return this.page.getByRole('button', { name: this.t('importFiles.exportRejected'), exact: true }).first();
  }

  exportRejectedOf(name: string): Locator {
    return this.page.getByRole('button', { name: this.t('importFiles.exportRejectedOf', { name }), exact: true }).first();
  }

  saveSourceOf(name: string): Locator {
    return this.page.getByRole('button', { name: this.t('importFiles.saveSourceOf', { name }), exact: true }).first();
  }

  /** A file that a recent folder lists. */
  recent(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name.replace('.', '\\.')}`) });
  }

  retake(): Locator {
    return this.page.getByRole('button', { name: this.t('importFiles.retake'), exact: true });
  }

  /** Asks to undo a batch; answers what the dialog says it will do. */
  async undoSays(name: string): Promise<string[]> {
    await this.page.getByRole('button', { name: this.t('imports.undoBatch', { name }), exact: true }).first().click();
    const lines = this.page.getByRole('dialog').getByRole('listitem');
    await lines.first().waitFor();
    return lines.allInnerTexts();
  }

  async confirmUndo(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: this.t('imports.undoConfirm'), exact: true }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Brings the focus to something with the tabulator, as one without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let step = 0; step < 150; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('The tabulator never reaches it');
  }
}
