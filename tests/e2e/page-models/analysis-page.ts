import type { Page } from 'playwright';
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

  /** Opens a headline figure; null where it is – and opens nothing. */
  async openHeadline(headline: Headline): Promise<OpenedRows | null> {
    await this.settled();
    const figure = this.page.getByRole('button', { name: new RegExp(`^${ui.openRows.replace('{{figure}}', `${analysis[headline]} .*`)}$`) });
    if ((await figure.count()) === 0) return null;
    await figure.click();
    return this.drawer.read();
  }

  /** What is shown is what the address asks for. */
  private async settled(): Promise<void> {
    await this.page.getByTestId('analysis').and(this.page.locator('[aria-busy="false"]')).waitFor();
  }

  /** Names of the marks that a chart's panel opens, in order: months, stages, customers or people. */
  async marks(panel: RegExp): Promise<string[]> {
    await this.settled();
    return this.chart(panel).getByRole('rowheader').allInnerTexts();
  }

  /** Opens the rows of a mark by the keyboard: its button stands in the table behind the picture. */
  async openMark(panel: RegExp, name: string): Promise<OpenedRows> {
    await this.chart(panel).getByRole('button', { name: charts.openRowsOf.replace('{{name}}', name), exact: true }).focus();
    await this.page.keyboard.press('Enter');
    return this.drawer.read();
  }

  /** Stages of the funnel from the first to 赢单, and under each what it counts, as it is written. */
  async funnelStages(): Promise<string[]> {
    return this.funnel().getByRole('rowheader').allInnerTexts();
  }

  /** A figure of the funnel by its name, as it is written; null where there is none. */
  async funnelFigure(name: string): Promise<string | null> {
    const figure = this.funnelButton(name);
    return (await figure.count()) === 0 ? null : figure.innerText();
  }

  async openFunnel(name: string): Promise<OpenedRows> {
    await this.funnelButton(name).click();
    return this.drawer.read();
  }

  private funnel() {
    return this.page.getByRole('region', { name: funnel.title, exact: true });
  }

  private funnelButton(name: string) {
    const figure = `${name} `.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
    return this.funnel().getByRole('button', { name: new RegExp(`^${ui.openRows.replace('{{figure}}', `${figure}.+`)}$`) });
  }

  private chart(panel: RegExp) {
    return this.page.getByRole('region', { name: panel });
  }
}
