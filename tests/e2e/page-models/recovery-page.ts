import { recovery } from '@shared/messages/zh-CN/recovery';
import type { Locator, Page } from 'playwright';

/** The recovery screen as a user meets it, in Chinese. */
export class RecoveryPageModel {
  constructor(private readonly page: Page) {}

  async shown(name: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: recovery.title.replace('{{name}}', name) }).waitFor();
  }

  reason(): Promise<string> {
    return this.page.getByRole('alert', { name: recovery.reasonLabel }).innerText();
  }

  /** The filled button of the recommended way. */
  recommended(): Locator {
    return this.page.getByRole('region', { name: recovery.recommended, exact: true }).getByRole('button');
  }

  copies(): Locator {
    return this.page.getByRole('table', { name: recovery.copies }).locator('tbody tr').filter({ has: this.page.getByRole('button') });
  }

  async press(way: 'exportRaw' | 'openOther' | 'discard'): Promise<void> {
    await this.page.getByRole('button', { name: recovery[way], exact: true }).click();
  }

  said(text: string): Locator {
    return this.page.getByText(text, { exact: true });
  }

  /** The dialog of the last way: its first confirmation, then the button behind the typed name. */
  async understand(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: recovery.discardGoOn, exact: true }).click();
  }

  async typeName(name: string, typed: string): Promise<void> {
    await this.page.getByRole('dialog').getByLabel(recovery.typeName.replace('{{name}}', name), { exact: true }).fill(typed);
  }

  discardNow(): Locator {
    return this.page.getByRole('dialog').getByRole('button', { name: recovery.discardNow, exact: true });
  }
}
