import type { Locator, Page } from 'playwright';
import { templates } from '@shared/messages/zh-CN/templates';

const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  Object.entries(params).reduce((filled, [name, value]) => filled.replace(`{{${name}}}`, String(value)), text);

/** The editor of scorecard templates as a user meets it, in Chinese. */
export class TemplatesPageModel {
  constructor(private readonly page: Page) {}

  /** Opens the tab; the first template is in hand. */
  async open(): Promise<void> {
    await this.page.getByText(templates.tabTemplates, { exact: true }).click();
    await this.row(1).waitFor();
  }

  /** Back to the reviews. */
  async leave(): Promise<void> {
    await this.page.getByText(templates.tabReviews, { exact: true }).click();
  }

  weight(kpi: string): Locator {
    return this.page.getByRole('textbox', { name: fill(templates.kpiWeight, { name: kpi }), exact: true });
  }

  reason(): Locator {
    return this.page.getByRole('textbox', { name: templates.reason, exact: true });
  }

  /** What stands in the way of saving, or that nothing does. */
  state(): Locator {
    return this.page.getByRole('status').last();
  }

  save(version: number): Locator {
    return this.page.getByRole('button', { name: fill(templates.saveAs, { version }), exact: true });
  }

  /** Every template as its list names it: name, version and state. */
  async list(): Promise<string[]> {
    const rows = await this.page.getByRole('region', { name: templates.list, exact: true }).getByRole('listitem').allInnerTexts();
    return rows.map((row) => row.split('\n').map((part) => part.trim()).filter((part) => part !== '').join(' '));
  }

  async copy(): Promise<void> {
    await this.page.getByRole('button', { name: templates.copy, exact: true }).click();
  }

  /** Changes a KPI's target in its dialog. */
  async setTarget(kpi: string, label: string, target: string): Promise<void> {
    await this.page.getByRole('button', { name: fill(templates.editKpi, { name: kpi }), exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: label, exact: true }).fill(target);
    await dialog.getByRole('button', { name: templates.done, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  private row(n: number): Locator {
    return this.page.getByRole('region', { name: templates.list, exact: true }).getByRole('listitem').nth(n - 1);
  }
}
