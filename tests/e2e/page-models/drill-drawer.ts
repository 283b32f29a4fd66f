import type { Locator, Page } from 'playwright';
import { drill } from '@shared/messages/zh-CN/drill';

/** A figure as the drawer «why this number» has it. */
export interface OpenedFigure {
  /** What stands on the button that opened it. */
  readonly text: string;
  /** Key of its definition, its exact value (null = not known), and how it is written large. */
  readonly figure: string;
  readonly value: number | null;
  readonly shown: string;
  /** Its rows and what they sum to; null where it rests on none. */
  readonly rows: number | null;
  readonly sumFen: number | null;
}

/** What the rows of a figure come to. */
export interface OpenedRows {
  readonly rows: number;
  readonly sumFen: number;
}

/** The drawer that says why a figure is what it is and lists its rows, in Chinese. */
export class DrillDrawer {
  constructor(private readonly page: Page) {}

  /** What the drawer says its rows come to, and closes it. */
  async read(): Promise<OpenedRows> {
    const sum = this.dialog().locator('[data-sum-fen]');
    await sum.waitFor();
    const rows = await this.dialog().getByText(new RegExp(`^${drill.rows.replace('{{count}}', '[\\d,]+')}$`)).innerText();
    const answer = { rows: Number(rows.replaceAll(/\D/g, '')), sumFen: Number(await sum.getAttribute('data-sum-fen')) };
    await this.close();
    return answer;
  }

  /** Opens figures one after the other, the drawer staying open between them, and closes it. */
  async openEach(figures: Locator, by: 'click' | 'dblclick' = 'click'): Promise<OpenedFigure[]> {
    const opened = await figures.evaluateAll(async (elements, event) => {
      const answers: OpenedFigure[] = [];
      for (const element of elements) {
        for (const seen of document.querySelectorAll('[data-figure], [data-sum-fen]')) seen.setAttribute('data-seen', '');
        element.dispatchEvent(new MouseEvent(event, { bubbles: true }));
        answers.push(await new Promise<OpenedFigure>((resolve) => {
          const observer = new MutationObserver(() => look());
          const look = () => {
            const why = document.querySelector<HTMLElement>('[role="dialog"] [data-figure]:not([data-seen])');
            const sum = document.querySelector<HTMLElement>('[role="dialog"] [data-sum-fen]:not([data-seen])');
            if (!why || (!sum && !why.closest('[data-alone]'))) return;
            observer.disconnect();
            const { figure = '', value = '' } = why.dataset;
            const count = sum?.closest('[data-testid="drill-sum"]')?.querySelector('span')?.textContent ?? '';
            resolve({
              text: element.textContent ?? '', figure, value: value === '' ? null : Number(value), shown: why.textContent ?? '',
              rows: sum ? Number(count.replaceAll(/\D/g, '')) : null, sumFen: sum ? Number(sum.dataset['sumFen']) : null,
            });
          };
          observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
          look();
        }));
      }
      return answers;
    }, by);
    if (opened.length > 0) await this.close();
    return opened;
  }

  /** Opens a part of the formula in hand, as a user does. */
  async openPart(name: string): Promise<void> {
    await this.dialog().getByRole('listitem').getByRole('button', { name: new RegExp(`^${name} `) }).click();
    await this.title(name).waitFor();
  }

  /** Goes back to what the part was opened from, by keyboard. */
  async goBack(to: string): Promise<void> {
    await this.dialog().getByRole('button', { name: drill.back.replace('{{name}}', to), exact: true }).focus();
    await this.page.keyboard.press('Enter');
    await this.title(to).waitFor();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog().waitFor({ state: 'detached' });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  private title(name: string): Locator {
    return this.dialog().getByRole('region', { name: drill.why.replace('{{name}}', name), exact: true });
  }
}
