import type { Locator, Page } from 'playwright';
import { analysis } from '@shared/messages/zh-CN/analysis';
import { charts } from '@shared/messages/zh-CN/charts';
import { funnel } from '@shared/messages/zh-CN/funnel';
import { ui } from '@shared/messages/zh-CN/ui';
import { DrillDrawer, type OpenedRows } from './drill-drawer';

type Headline = 'netSales' | 'wonValue' | 'attainment' | 'returns' | 'winRate' | 'cycle';

/** The analysis page as a user meets it, in Chinese: headline figures and the marks of its charts. */
export class AnalysisPageModel {
  private readonly drawer: DrillDrawer;

  constructor(private readonly page: Page) {
    this.drawer = new DrillDrawer(page);
  }

  headlines(): Locator {
    return this.page.getByRole('region', { name: analysis.title, exact: true }).first().getByRole('button');
  }

  /** Opens a headline figure; null where it opens nothing. */
  async openHeadline(headline: Headline): Promise<OpenedRows | null> {
    await this.settled();
    const figure = this.page.getByRole('button', { name: new RegExp(`^${ui.openRows.replace('{{figure}}', `${analysis[headline]} .*`)}$`) });
    if ((await figure.count()) === 0) return null;
    await figure.click();
    return this.drawer.read();
  }

  /** The marks that a chart's panel opens, in order: months, stages, customers or people. Their buttons stand in the table behind the picture. */
  markButtons(panel: RegExp): Locator {
    return this.page.getByRole('region', { name: panel }).getByRole('rowheader').getByRole('button');
  }

  /** What is shown is what the address asks for. */
  private async settled(): Promise<void> {
    await this.page.getByTestId('analysis').and(this.page.locator('[aria-busy="false"]')).waitFor();
  }

  async marks(panel: RegExp): Promise<string[]> {
    await this.settled();
    return this.markButtons(panel).allInnerTexts();
  }

  /** The figures of the funnel that say why: of the cohort, and of what stands open. */
  funnelFigures(): Locator {
    return this.page.getByRole('region', { name: funnel.title, exact: true }).locator('tbody button[data-why]');
  }

  /** Opens a mark by the keyboard. */
  async openMark(panel: RegExp, name: string): Promise<OpenedRows> {
    await this.markButtons(panel).and(this.page.getByRole('button', { name: charts.openRowsOf.replace('{{name}}', name), exact: true })).focus();
    await this.page.keyboard.press('Enter');
    return this.drawer.read();
  }
}
