import type { Page } from 'playwright';
import { drill } from '@shared/messages/zh-CN/drill';

export interface OpenedRows {
  readonly rows: number;
  readonly sumFen: number;
}

/** The drawer that lists the rows of a figure, in Chinese. */
export class DrillDrawer {
  constructor(private readonly page: Page) {}

  /** What the drawer says its rows come to, and closes it. */
  async read(): Promise<OpenedRows> {
    const drawer = this.page.getByRole('dialog');
    const sum = drawer.locator('[data-sum-fen]');
    await sum.waitFor();
    const rows = await drawer.getByText(new RegExp(`^${drill.rows.replace('{{count}}', '[\\d,]+')}$`)).innerText();
    const answer = { rows: Number(rows.replaceAll(/\D/g, '')), sumFen: Number(await sum.getAttribute('data-sum-fen')) };
    await this.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    return answer;
  }
}
