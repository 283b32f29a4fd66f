import { drill } from '@shared/messages/zh-CN/drill';
import type { Page } from 'playwright';

/** The drawer that lists the rows a figure is made of. */
export class DrillPanel {
  constructor(private readonly page: Page) {}

  /** How many rows it says there are, and what it says they sum to. */
  async sum(): Promise<{ rows: number; sumFen: number }> {
    const line = this.page.getByTestId('drill-sum');
    const rows = Number(/[\d,]+/.exec(await line.locator('span').first().innerText())?.[0].replaceAll(',', ''));
    return { rows, sumFen: Number(await line.locator('[data-sum-fen]').getAttribute('data-sum-fen')) };
  }

  /** Cells of the rows in view: day, number, customer, product, person, channel or stage, amount, file, line; other facts have no product or no amount. */
  async rows(): Promise<string[][]> {
    const table = this.page.getByRole('table', { name: drill.list });
    await table.locator('tbody tr:not([aria-hidden]) td[data-column="number"]').filter({ hasNotText: '…' }).first().waitFor();
    return table.locator('tbody tr:not([aria-hidden])').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)));
  }

  async close(): Promise<void> {
    const drawer = this.page.getByRole('dialog');
    await drawer.getByRole('button', { name: '关闭' }).click();
    await drawer.waitFor({ state: 'hidden' });
  }
}
