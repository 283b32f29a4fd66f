import type { Locator, Page } from 'playwright';
import { ui } from '@shared/messages/zh-CN/ui';
import { targets } from '@shared/messages/zh-CN/targets';

/** 'year', or a month's place in the fiscal year from 0. */
type GridColumn = 'year' | number;

export interface GridLine {
  readonly name: string;
  /** What the row is: a node's own number, Σ of its children, or the gap between them. */
  readonly kind: 'target' | 'sum' | 'gap';
  /** Exact 分 of the year and the twelve months; null where nothing stands. */
  readonly fen: readonly (number | null)[];
}

/** The targets page as a user meets it, in Chinese: plan, grid by keyboard, versions. */
export class TargetsPageModel {
  constructor(private readonly page: Page) {}

  /** Fills the form of a new plan or an allocation: the annual number in 万元 and how it is handed down. */
  async fillAllocation(wan: string, shares: 'lastYear' | 'equal', time: 'lastYear' | 'equal' | 'workingDays'): Promise<void> {
    await this.page.getByRole('textbox', { name: targets.annualTargetOf.replace('{{name}}', '').replace('{{unit}}', ui.wan) }).fill(wan);
    await this.choose(targets.sharesAcross, targets[`shares_${shares}`]);
    await this.choose(targets.timeShape, targets[`time_${time}`]);
  }

  async createPlan(year: number): Promise<void> {
    await this.press(targets.createPlan.replace('{{year}}', String(year)));
    await this.grid().waitFor();
  }

  /** Opens the dialog that hands a node's number down again; the node is the one in hand. */
  async openAllocation(name: string): Promise<void> {
    await this.press(targets.allocate);
    await this.page.getByRole('dialog', { name: targets.allocateTitle.replace('{{name}}', name) }).waitFor();
  }

  async allocate(): Promise<void> {
    await this.tryAllocate();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Asks for an allocation that will be refused; the dialog stays. */
  async tryAllocate(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: targets.allocateDo, exact: true }).click();
  }

  async commit(reason: string): Promise<void> {
    await this.press(targets.commit);
    await this.page.getByRole('textbox', { name: targets.commitReason }).fill(reason);
    await this.press(targets.commitDo);
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  grid(): Locator {
    return this.page.getByRole('grid');
  }

  cell(name: string, column: GridColumn, kind: GridLine['kind'] = 'target'): Locator {
    return this.row(name, kind).locator('td').nth(column === 'year' ? 0 : column + 1);
  }

  /** Brings the focus into the grid with the tabulator, as one without a mouse does. */
  async tabIntoGrid(): Promise<void> {
    for (let step = 0; step < 120; step++) {
      if (await this.grid().locator(':focus').count()) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('The tabulator never reaches the grid');
  }

  /** Walks from the focused cell to another with the arrows. */
  async walkTo(name: string, column: GridColumn): Promise<void> {
    const [fromRow, fromColumn] = await placeOf(this.grid().locator('td:focus'));
    const [toRow, toColumn] = await placeOf(this.cell(name, column));
    await this.pressTimes(toRow > fromRow ? 'ArrowDown' : 'ArrowUp', Math.abs(toRow - fromRow));
    await this.pressTimes(toColumn > fromColumn ? 'ArrowRight' : 'ArrowLeft', Math.abs(toColumn - fromColumn));
    await this.page.waitForFunction((cell) => cell === document.activeElement, await this.cell(name, column).elementHandle());
  }

  /** Types an amount in 万元 over the focused cell and keeps it. */
  async typeOver(wan: string): Promise<void> {
    await this.page.keyboard.type(wan);
    await this.page.keyboard.press('Enter');
  }

  /** Exact 分 of a cell. */
  async fenOf(name: string, column: GridColumn): Promise<number | null> {
    return fenOfTitle(await this.cell(name, column).getAttribute('title'));
  }

  /** The whole grid, exact to 分. */
  async lines(): Promise<GridLine[]> {
    const read = await this.grid().locator('tbody tr').evaluateAll((rows) =>
      rows.map((row) => ({ name: row.querySelector('th')?.textContent ?? '', kind: row.getAttribute('data-kind') ?? '', titles: [...row.querySelectorAll('td')].map((cell) => cell.getAttribute('title')) })),
    );
    return read.map(({ name, kind, titles }) => ({ name, kind: kind === 'sum' || kind === 'gap' ? kind : 'target', fen: titles.map(fenOfTitle) }));
  }

  /** Picks a node in the drawn tree; why its number is what it is stands beside. */
  async pick(name: string): Promise<void> {
    await this.page.getByRole('group', { name: targets.treeLabel }).getByRole('button', { name: new RegExp(`^${name}`) }).first().click();
    await this.why(name).waitFor();
  }

  /** The figures of the picked node that open, as they stand beside the grid. */
  figuresOfWhy(): Locator {
    return this.page.getByRole('region', { name: targets.why }).locator('button[data-why]');
  }

  /** The focused cell's figure in the bar over the grid: opens why it is what it is. */
  figureOfCell(): Locator {
    return this.page.getByRole('main').locator('b > button[data-why]').filter({ visible: true }).first();
  }

  /** What the gaps in the grid are: 未分解, 超额保险 or 不平. */
  gapNames(): Promise<string[]> {
    return this.grid().locator('tbody tr[data-kind="gap"] th').allInnerTexts();
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).first();
  }

  async show(view: 'Target' | 'Actual' | 'Attainment'): Promise<void> {
    await this.choose(targets.view, targets[`view${view}`]);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** The row of a node; its Σ and gap rows follow it. */
  private row(name: string, kind: GridLine['kind']): Locator {
    const own = this.grid().locator('tbody tr[data-kind="target"]').filter({ has: this.page.locator('th', { hasText: new RegExp(`^${name}$`) }) });
    return kind === 'target' ? own : own.locator(`xpath=following-sibling::tr[@data-kind="${kind}"][1]`);
  }

  private why(name: string): Locator {
    return this.page.getByRole('region', { name: targets.why }).getByText(new RegExp(`^${name}·`));
  }

  private async choose(group: string, option: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: group, exact: true }).getByText(option, { exact: true }).click();
  }

  private async pressTimes(key: string, times: number): Promise<void> {
    for (let press = 0; press < times; press++) await this.page.keyboard.press(key);
  }
}

function placeOf(cell: Locator): Promise<[row: number, column: number]> {
  return cell.evaluate((element) => {
    const row = element.parentElement as HTMLTableRowElement;
    return [row.rowIndex, (element as HTMLTableCellElement).cellIndex] as [number, number];
  });
}

/** `−1,234.50 元` → −123450; no title is no number. */
function fenOfTitle(title: string | null): number | null {
  if (title === null) return null;
  const digits = title.replaceAll('\u2212', '-').replaceAll(/[^\d-]/g, '');
  return Number(digits);
}
