import type { Locator, Page } from 'playwright';
import { incentives } from '@shared/messages/zh-CN/incentives';

export interface PayRow {
  readonly name: string;
  readonly baseFen: number;
  readonly marginalFen: number;
  readonly wholeAmountFen: number;
  readonly paidFen: number;
}

/** One person's statement, exact to 分. */
interface ShownStatement {
  readonly payFen: number;
  readonly bands: readonly { readonly baseFen: number; readonly payFen: number }[];
  readonly lines: readonly { readonly amountFen: number; readonly payFen: number }[];
}

/** The incentives page as a user meets it, in Chinese: both modes per person, a statement, the plan's bands. */
export class IncentivesPageModel {
  constructor(private readonly page: Page) {}

  /** The total row first. */
  async rows(): Promise<PayRow[]> {
    const cells = await cellsOf(this.people().locator('tbody tr'));
    return cells.map(([name = '', , base, marginal, whole, , paid]) => ({ name, baseFen: fenOf(base), marginalFen: fenOf(marginal), wholeAmountFen: fenOf(whole), paidFen: fenOf(paid) }));
  }

  /** Opens a person's statement by keyboard. */
  async open(name: string): Promise<ShownStatement> {
    await this.people().locator('tbody tr').filter({ hasText: name }).focus();
    await this.page.keyboard.press('Enter');
    const pane = this.page.getByRole('region', { name: incentives.statement.replace('{{name}}', name), exact: true });
    await pane.waitFor();
    const bands = await cellsOf(pane.getByRole('table', { name: incentives.bands, exact: true }).locator('tbody tr'));
    const lines = await cellsOf(pane.getByRole('table').last().locator('tbody tr'));
    return {
      payFen: fenOf(await pane.locator('header b').innerText()),
      bands: bands.map(([, , , base, pay]) => ({ baseFen: fenOf(base), payFen: fenOf(pay) })),
      lines: lines.filter((cells) => cells.length > 1).map(([, , , amount, , pay]) => ({ amountFen: fenOf(amount), payFen: fenOf(pay) })),
    };
  }

  /** What signed months have become since: name, closed month, change of the base and of the pay, and when it was settled. */
  async lateChanges(): Promise<{ name: string; month: string; baseFen: number; payFen: number; settled: string }[]> {
    await this.page.getByRole('radiogroup', { name: incentives.tabsLabel, exact: true }).getByText(incentives.tabLate, { exact: true }).click();
    const table = this.page.getByRole('table', { name: incentives.lateChanges, exact: true });
    await table.or(this.page.getByText(incentives.lateNone)).first().waitFor();
    const cells = await cellsOf(table.locator('tbody tr'));
    return cells.map(([name = '', month = '', , base, pay, settled = '']) => ({ name, month, baseFen: fenOf(base), payFen: fenOf(pay), settled }));
  }

  /** Changes the plan: bands as 元 and percent, and how it pays; the whole dialog by its labels. */
  async changePlan(mode: 'marginal' | 'wholeAmount', bands: readonly (readonly [fromYuan: string, ratePercent: string])[]): Promise<void> {
    await this.page.getByRole('button', { name: incentives.editPlan, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radiogroup', { name: incentives.mode }).getByText(incentives[mode], { exact: true }).click();
    for (const [index, [from, rate]] of bands.entries()) {
      const label = (text: string) => text.replace('{{n}}', String(index + 1));
      if ((await dialog.getByLabel(label(incentives.bandRate)).count()) === 0) await dialog.getByRole('button', { name: incentives.addBand }).click();
      if (index > 0) await dialog.getByLabel(label(incentives.bandFromYuan)).fill(from);
      await dialog.getByLabel(label(incentives.bandRate)).fill(rate);
    }
    await dialog.getByRole('button', { name: incentives.save, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** The amounts of a person in the list, each opening why it is what it is. */
  figuresOf(name: string): Locator {
    return this.people().locator('tbody tr').filter({ hasText: name }).locator('button[data-why]');
  }

  people(): Locator {
    return this.page.getByRole('table', { name: incentives.title, exact: true });
  }
}

const cellsOf = (rows: Locator): Promise<string[][]> => rows.evaluateAll((list) => list.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));

/** `−1,234.50` → −123450. */
const fenOf = (text = ''): number => Number(text.replaceAll('\u2212', '-').replaceAll(/[^\d-]/g, ''));
