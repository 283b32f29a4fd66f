import type { Locator, Page } from 'playwright';
import { reviews } from '@shared/messages/zh-CN/reviews';

/** What a manager types into one review. */
export interface TypedReview {
  /** Score and note by KPI. */
  readonly manual: Readonly<Record<string, readonly [score: string, note: string]>>;
  readonly praise: string;
  readonly gaps: string;
  readonly advice: string;
}

/** The reviews page as a user meets it, in Chinese: people, scorecard, comments, signature. */
export class ReviewsPageModel {
  constructor(private readonly page: Page) {}

  async begin(month: string): Promise<void> {
    await this.press(reviews.openCycle.replace('{{month}}', month));
  }

  /** The form of a person; there only while it is theirs. */
  person(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async pick(name: string): Promise<void> {
    await this.page.getByRole('listitem').getByRole('button', { name }).click();
    await this.person(name).waitFor();
  }

  /** Goes to the next or previous person as the keyboard does. */
  async step(direction: 'next' | 'previous'): Promise<void> {
    await this.page.keyboard.press(direction === 'next' ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
  }

  /** Fills the form by keyboard alone: tabulator from field to field, in the order they stand. */
  async type({ manual, praise, gaps, advice }: TypedReview): Promise<void> {
    const [first = ''] = Object.keys(manual);
    await this.note(first).focus();
    for (const [kpi, [score, note]] of Object.entries(manual)) {
      await this.typeInto(this.note(kpi), note);
      await this.typeInto(this.score(kpi), score);
    }
    await this.typeInto(this.comment('praise'), praise);
    await this.typeInto(this.comment('gaps'), gaps);
    await this.typeInto(this.comment('advice'), advice, false);
  }

  note(kpi: string): Locator {
    return this.page.getByRole('textbox', { name: reviews.manualNote.replace('{{name}}', kpi), exact: true });
  }

  score(kpi: string): Locator {
    return this.page.getByRole('textbox', { name: reviews.manualScore.replace('{{name}}', kpi), exact: true });
  }

  comment(field: 'praise' | 'gaps' | 'advice'): Locator {
    return this.page.getByRole('textbox', { name: reviews[field], exact: true });
  }

  /** Every figure of the form that opens: total, grade, sections, and computed KPIs. */
  figures(): Locator {
    return this.page.getByRole('main').locator('button[data-why]');
  }

  /** Everything the scorecard says, and what the month pays: what a signature freezes. */
  async frozenPart(): Promise<string[]> {
    const pay = this.page.getByRole('region', { name: reviews.radar }).locator('section').filter({ hasText: reviews.commission });
    return [...(await this.card().innerText()).split('\n'), await pay.innerText()];
  }

  /** Signs the review in hand by keyboard; the form of the next person stands, or the same one if none is left. */
  async sign(name: string): Promise<void> {
    await this.signButton().and(this.page.locator(':enabled')).focus();
    await this.page.keyboard.press('Enter');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: reviews.signDo, exact: true }).focus();
    await this.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await this.signedList().getByRole('button', { name }).waitFor();
  }

  async reopen(): Promise<void> {
    await this.press(reviews.reopen);
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: reviews.reopen, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  signButton(): Locator {
    return this.page.getByRole('button', { name: reviews.sign, exact: true });
  }

  signedList(): Locator {
    return this.page.getByRole('region', { name: reviews.groupSigned, exact: true });
  }

  private card(): Locator {
    return this.page.getByRole('main').getByRole('table').first();
  }

  /** Types into the field that has the focus, which must be this one, and goes on to the next. */
  private async typeInto(field: Locator, text: string, goesOn = true): Promise<void> {
    await this.page.waitForFunction((element) => element === document.activeElement, await field.elementHandle());
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    if (goesOn) await this.page.keyboard.press('Tab');
  }

  private async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
