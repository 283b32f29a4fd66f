import { imports } from '@shared/messages/zh-CN/imports';
import { windows } from '@shared/messages/zh-CN/windows';
import { issues } from '@shared/messages/zh-CN/issues';
import { ui } from '@shared/messages/zh-CN/ui';
import type { ElectronApplication, Locator, Page } from 'playwright';

export type Outcome = 'added' | 'changed' | 'unchanged' | 'rejected';

/** The data page as a user meets it, in Chinese: import, batches, owners. */
export class DataPageModel {
  constructor(
    private readonly app: ElectronApplication,
    private readonly page: Page,
  ) {}

  async open(tab: 'import' | 'batches' | 'owners' = 'import'): Promise<void> {
    await this.page.evaluate((search) => location.assign(`#/data${search}`), tab === 'import' ? '' : `?tab=${tab}`);
    await this.page.getByRole('heading', { level: 1, name: imports.title }).waitFor();
  }

  /** Answers the open dialog with these files; the first of them is in hand afterwards. */
  async choose(...paths: string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    }, paths);
    await this.page.getByRole('button', { name: new RegExp(`^(${imports.choose}|${imports.chooseMore}|${imports.chooseOther})$`) }).first().click();
  }

  /** Lets files go over the window, as dragged from the file manager. */
  async drop(...files: string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const at = { x: 400, y: 300, data: { items: [], files, dragOperationsMask: 1 } };
    await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at });
    await this.page.getByText(windows.dropNext).waitFor();
    await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at });
    await session.send('Input.dispatchDragEvent', { type: 'drop', ...at });
    await session.detach();
  }

  /** The sheet that is read, as the picker shows it; null before one was chosen. */
  async sheet(): Promise<string> {
    return this.page.getByLabel(imports.sheetLabel, { exact: true }).first().inputValue();
  }

  async chooseSheet(option: string): Promise<void> {
    await this.page.getByLabel(imports.sheetLabel, { exact: true }).first().click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async chooseHeaderRow(option: RegExp): Promise<void> {
    await this.page.getByLabel(imports.headerRowLabel, { exact: true }).first().click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** Every file in the queue and how far it is. */
  async queue(): Promise<string[]> {
    return this.page.getByRole('list', { name: imports.queueLabel }).locator('li > button:first-child').allInnerTexts();
  }

  async take(name: string): Promise<void> {
    await this.page.getByRole('list', { name: imports.queueLabel }).getByRole('button', { name: new RegExp(name) }).first().click();
  }

  /** Waits for the dry run of the mapping as it stands. */
  async dryRun(): Promise<Record<Outcome, number>> {
    await this.page.getByText(imports.trialDone).waitFor();
    return this.outcomes();
  }

  async outcomes(): Promise<Record<Outcome, number>> {
    const count = async (outcome: Outcome) => Number((await this.page.getByTestId(`outcome-${outcome}`).locator('dd').first().innerText()).replaceAll(',', ''));
    return { added: await count('added'), changed: await count('changed'), unchanged: await count('unchanged'), rejected: await count('rejected') };
  }

  /** What the head says the file is. */
  recognition(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The field that a column of the file is mapped to, in Chinese. */
  async fieldOf(header: string): Promise<string> {
    return this.fieldSelect(header).inputValue();
  }

  async map(header: string, field: string): Promise<void> {
    await this.fieldSelect(header).click();
    await this.page.getByRole('option', { name: field, exact: true }).click();
  }

  /** Answers a question of a column: 月/日/年, 日/月/年, or the decimal mark. */
  async answer(header: string, choice: string): Promise<void> {
    await this.page.getByRole('group', { name: header, exact: true }).getByText(choice, { exact: true }).click();
  }

  async commit(): Promise<void> {
    await this.commitButton().click();
    await this.page.getByText(imports.reportNext, { exact: true }).waitFor();
  }

  /** Starts the commit and cancels it as soon as the foot shows this stage; answers when the screen says that nothing was kept. */
  async commitAndCancel(stage: string = imports.keeping): Promise<void> {
    await this.pressWhen(stage, imports.cancelKeepNothing);
    await this.commitButton().click();
    await this.page.getByText(issues.import_cancelled).waitFor();
  }

  /** Chooses files and stops the dry run of the first as soon as it can be stopped. */
  async chooseAndStop(...paths: string[]): Promise<void> {
    await this.pressWhen(imports.trialRunning, imports.cancel);
    await this.choose(...paths);
    await this.page.getByText(issues.file_cancelled).waitFor();
  }

  async retry(): Promise<void> {
    await this.page.getByRole('button', { name: ui.retry, exact: true }).click();
  }

  /** Lets go of the file in hand; nothing of it is booked. */
  async discard(): Promise<void> {
    await this.page.getByRole('button', { name: imports.cancel, exact: true }).click();
    await this.page.getByText(imports.emptyTitle).or(this.page.getByText(imports.reportNext, { exact: true })).waitFor();
  }

  async nextFile(): Promise<void> {
    await this.page.getByRole('button', { name: imports.nextFileOpen, exact: true }).click();
  }

  /** A column of the file with sample, evidence and verdict. */
  mappingRow(header: string): Locator {
    return this.page.getByRole('table', { name: imports.mapping }).locator('tbody tr').filter({ has: this.page.getByText(header, { exact: true }) });
  }

  /** What is asked about a column, or how it was decided. */
  question(header: string): Locator {
    return this.page.getByRole('group', { name: header, exact: true });
  }

  /** Line, column, reason and amount of every rejected row. */
  async rejected(): Promise<string[][]> {
    return this.rejectedRows().evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)));
  }

  /** Source total, booked total and difference of a field, as shown. */
  async totalsOf(field: string): Promise<string[]> {
    const row = this.totals().filter({ has: this.page.getByText(field, { exact: true }) });
    return (await row.locator('td').allInnerTexts()).slice(1);
  }

  rejectedRows(): Locator {
    return this.page.getByRole('table', { name: imports.rejectedRows }).locator('tbody tr');
  }

  totals(): Locator {
    return this.page.getByRole('table', { name: imports.totalsMoney }).locator('tbody tr');
  }

  batchRow(fileName: string): Locator {
    return this.page.getByRole('table', { name: imports.batches }).locator('tbody tr').filter({ hasText: fileName });
  }

  /** Opens the rows of the months that a batch touches. */
  async openRows(fileName: string): Promise<void> {
    await this.page.getByRole('button', { name: imports.openRowsOf.replace('{{name}}', fileName) }).first().click();
    await this.page.getByTestId('drill-sum').waitFor();
  }

  async undoBatch(fileName: string): Promise<void> {
    await this.page.getByRole('button', { name: imports.undoBatch.replace('{{name}}', fileName) }).first().click();
    await this.page.getByRole('dialog').getByRole('button', { name: imports.undoConfirm, exact: true }).click();
    await this.batchRow(fileName).filter({ hasText: imports.stateUndoneShort }).first().waitFor();
  }

  ownerRow(owner: string): Locator {
    return this.page.getByRole('table', { name: imports.owners }).locator('tbody tr').filter({ hasText: owner });
  }

  /** Decides who an owner is: a person's name, or 未分配. */
  async decideOwner(owner: string, person: string): Promise<void> {
    await this.page.getByLabel(imports.personFor.replace('{{owner}}', owner)).first().click();
    await this.page.getByRole('option', { name: person, exact: true }).click();
    await this.ownerRow(owner).getByText(imports.byDecision).waitFor();
  }

  private fieldSelect(header: string): Locator {
    return this.page.getByLabel(imports.fieldFor.replace('{{header}}', header)).first();
  }

  private commitButton(): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(${imports.commit.replace('{{count}}', '[\\d,]+')}|${imports.commitNothingNew})$`) });
  }

  /** The page itself presses the button in the turn in which the foot shows the stage: a click from here might come too late. */
  private async pressWhen(stage: string, button: string): Promise<void> {
    await this.page.evaluate(
      ([stage, button]) => {
        const press = () => {
          for (let place = document.querySelector(`[role="progressbar"][aria-label="${stage}"]`)?.parentElement; place; place = place.parentElement) {
            const found = [...place.querySelectorAll('button')].find((each) => each.textContent === button);
            if (found === undefined) continue;
            observer.disconnect();
            found.click();
            return;
          }
        };
        const observer = new MutationObserver(press);
        observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] });
      },
      [stage, button] as const,
    );
  }
}
