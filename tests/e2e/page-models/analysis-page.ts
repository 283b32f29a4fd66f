import type { Locator, Page } from 'playwright';
import { analysis } from '@shared/messages/zh-CN/analysis';
import { charts } from '@shared/messages/zh-CN/charts';

/** The analysis page as a user meets it, in Chinese: headline figures and the marks of its charts. */
export class AnalysisPageModel {
  constructor(private readonly page: Page) {}

  headlines(): Locator {
    return this.page.getByRole('region', { name: analysis.title, exact: true }).first().getByRole('button');
  }

  /** The marks that a chart's panel opens, in order: months, stages, customers or people. Their buttons stand in the table behind the picture. */
  marks(panel: RegExp): Locator {
    return this.page.getByRole('region', { name: panel }).getByRole('rowheader').getByRole('button');
  }

  /** Opens a mark by the keyboard. */
  async openMark(panel: RegExp, name: string): Promise<void> {
    await this.marks(panel).and(this.page.getByRole('button', { name: charts.openRowsOf.replace('{{name}}', name), exact: true })).focus();
    await this.page.keyboard.press('Enter');
  }
}
