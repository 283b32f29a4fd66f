import { copies } from '@shared/messages/zh-CN/copies';
import { ui } from '@shared/messages/zh-CN/ui';
import type { ElectronApplication, Locator, Page } from 'playwright';

const pattern = (text: string) => new RegExp(`^${text.replaceAll(/\{\{\w+\}\}/g, '.*')}$`);

/** Answers the next dialogs of the shell, as a user would; null = cancels. */
export async function answerDialogs(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve(chosen === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, filePath);
}

/** The backups page as a user meets it, in Chinese. */
export class CopiesPageModel {
  constructor(
    private readonly app: ElectronApplication,
    readonly page: Page,
  ) {}

  async open(): Promise<void> {
    await this.page.evaluate(() => location.assign('#/copies'));
    await this.page.getByRole('heading', { level: 1, name: copies.title, exact: true }).waitFor();
    await this.page.getByRole('table', { name: copies.list }).waitFor();
  }

  /** The list, newest first, as text. */
  rows(): Locator {
    return this.page.getByRole('table', { name: copies.list }).locator('tbody tr').filter({ has: this.page.getByRole('button') });
  }

  async makeNow(): Promise<void> {
    await this.page.getByRole('button', { name: copies.makeNow, exact: true }).click();
    await this.page.getByText(pattern(copies.made)).or(this.page.getByText(copies.unchanged)).first().waitFor();
  }

  async drill(): Promise<string> {
    await this.page.getByRole('button', { name: copies.drillRun, exact: true }).click();
    const outcome = this.page.getByText(pattern(copies.drillOk)).or(this.page.getByText(pattern(copies.drillBad)));
    await outcome.first().waitFor();
    return outcome.first().innerText();
  }

  /** Writes the present state to a file, protected by a passphrase. */
  async exportNow(file: string, passphrase: string): Promise<void> {
    await answerDialogs(this.app, file);
    await this.page.getByRole('button', { name: copies.exportNow, exact: true }).click();
    await this.dialog().getByLabel(copies.passphrase, { exact: true }).fill(passphrase);
    await this.dialog().getByLabel(copies.passphraseAgain, { exact: true }).fill(passphrase);
    await this.press(copies.exportAction);
    await this.page.getByText(copies.exported, { exact: true }).waitFor();
  }

  /** Chooses the second place and waits until everything has been copied there. */
  async chooseSecondPlace(folder: string): Promise<void> {
    await answerDialogs(this.app, folder);
    await this.page.getByRole('button', { name: copies.secondChoose, exact: true }).click();
    await this.page.getByText(pattern(copies.secondLast)).waitFor();
  }

  /** Writes one snapshot to a file of its own, without a passphrase. */
  async exportRow(row: Locator, file: string): Promise<void> {
    await answerDialogs(this.app, file);
    await row.locator('button[aria-haspopup="menu"]').click();
    await this.page.getByRole('menuitem', { name: copies.exportOne, exact: true }).click();
    await this.press(copies.exportAction);
    await this.page.getByText(copies.exported, { exact: true }).waitFor();
  }

  /** Opens the restore dialog of a row. */
  async chooseRow(row: Locator): Promise<void> {
    await row.getByRole('button', { name: pattern(copies.restoreOf) }).click();
    await this.dialog().waitFor();
  }

  /** Chooses a file to restore; one with a passphrase then asks for it. */
  async chooseFile(file: string): Promise<void> {
    await answerDialogs(this.app, file);
    await this.page.getByRole('button', { name: copies.fromFile, exact: true }).click();
    await this.dialog().waitFor();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.dialog().getByLabel(copies.passphraseOf, { exact: true }).fill(passphrase);
    await this.press(copies.unlock);
  }

  async into(where: 'here' | 'folder'): Promise<void> {
    await this.dialog().getByText(where === 'here' ? copies.whereHere : copies.whereFolder, { exact: true }).click();
  }

  restoreButton(where: 'here' | 'folder'): Locator {
    return this.dialog().getByRole('button', { name: where === 'here' ? copies.restoreHere : copies.restoreFolder, exact: true });
  }

  typedName(name: string): Locator {
    return this.dialog().getByLabel(copies.typeName.replace('{{name}}', name), { exact: true });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async cancel(): Promise<void> {
    await this.press(ui.cancel);
    await this.dialog().waitFor({ state: 'detached' });
  }

  private press(name: string): Promise<void> {
    return this.dialog().getByRole('button', { name, exact: true }).click();
  }
}
