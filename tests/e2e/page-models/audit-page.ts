import { audit } from '@shared/messages/zh-CN/audit';
import type { Locator, Page } from 'playwright';

/** The audit page as a user meets it, in Chinese. */
export class AuditPageModel {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.evaluate(() => location.assign('#/audit'));
    await this.page.getByRole('heading', { level: 1, name: audit.title, exact: true }).waitFor();
    await this.rows().first().waitFor();
  }

  /** Lines in view, newest first. */
  rows(): Locator {
    return this.page.getByRole('table', { name: audit.list }).getByRole('row').filter({ has: this.page.getByRole('button') });
  }

  count(lines: number): Locator {
    return this.page.getByText(audit.count.replace('{{count}}', String(lines)), { exact: true });
  }

  async pick(row: Locator): Promise<void> {
    await row.getByRole('button').click();
  }

  /** A field of the picked change: its text before and after, as they stand side by side. */
  field(name: string): Locator {
    return this.page.getByRole('complementary').last().locator('dl > div').filter({ has: this.page.getByText(name, { exact: true }) }).locator('dd');
  }

  detail(): Locator {
    return this.page.getByRole('complementary').last();
  }

  async search(text: string): Promise<void> {
    await this.page.getByLabel(audit.search, { exact: true }).fill(text);
  }

  async choose(filter: 'person' | 'kind' | 'table', option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: audit[filter], exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async clear(): Promise<void> {
    await this.page.getByRole('button', { name: audit.clear, exact: true }).click();
  }

  async exportList(): Promise<void> {
    await this.page.getByRole('button', { name: audit.export, exact: true }).click();
    await this.page.getByText(audit.exported, { exact: true }).waitFor();
  }
}
