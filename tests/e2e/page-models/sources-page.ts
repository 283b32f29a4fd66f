import type { ElectronApplication, Locator } from 'playwright';
import type { ShellModel } from './shell';

/** The sources tab of the data page as a user meets it, in the window's language. */
export class SourcesPageModel {
  constructor(
    private readonly app: ElectronApplication,
    private readonly shell: ShellModel,
  ) {}

  async open(): Promise<void> {
    await this.shell.goTo('data');
    await this.page.getByRole('radiogroup', { name: this.t('imports.tabsLabel'), exact: true }).getByText(this.t('sources.tab'), { exact: true }).click();
    await this.list().waitFor();
  }

  /** A source in the list: its name, what its preset is, what was imported. */
  row(name: string): Locator {
    return this.list().getByRole('button', { name: new RegExp(`^${name}`) });
  }

  async pick(name: string): Promise<void> {
    await this.row(name).click();
    await this.panel(name).waitFor();
  }

  /** The preset of the source in hand. */
  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async chooseObject(object: string): Promise<void> {
    await this.page.getByLabel(this.t('sources.object'), { exact: true }).first().click();
    await this.page.getByRole('option', { name: object, exact: true }).click();
  }

  header(name: string): Locator {
    return this.page.getByLabel(this.t('sources.headerName', { header: name }), { exact: true });
  }

  /** The next dialog that asks where to save answers with this path. */
  async saveTo(file: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
  }

  /** Takes a preset file as far as the question or the refusal. */
  async takeIn(file: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, file);
    await this.press(this.t('sources.takeIn'));
  }

  private list(): Locator {
    return this.page.getByRole('list', { name: this.t('sources.list'), exact: true });
  }

  private get page() {
    return this.shell.page;
  }

  private get t() {
    return this.shell.t;
  }
}
