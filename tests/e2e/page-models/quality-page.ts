import type { Locator } from 'playwright';
import type { QualitySection } from '@renderer/features/data/quality-sections';
import type { ShellModel } from './shell';

/** The data quality tab and the question about departments, as a user meets them in the window's language. */
export class QualityPageModel {
  constructor(private readonly shell: ShellModel) {}

  private get page() {
    return this.shell.page;
  }

  /** By the tab, then the check. */
  async open(section: QualitySection): Promise<void> {
    await this.page.getByRole('radiogroup', { name: this.shell.t('imports.tabsLabel'), exact: true }).getByText(this.shell.t('quality.tab'), { exact: true }).click();
    await this.page.getByRole('navigation', { name: this.shell.t('quality.sections'), exact: true }).getByRole('button', { name: this.shell.t(`quality.section_${section}`) }).click();
    await this.page.getByRole('heading', { level: 2, name: this.shell.t(`quality.section_${section}`), exact: true }).waitFor();
  }

  /** How many a check found, as the list of checks says. */
  async found(section: QualitySection): Promise<number> {
    return Number((await this.page.getByTestId(`quality-${section}`).innerText()).replaceAll(',', ''));
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A decision, or the day of a move, in the panel about departments. */
  decisionOf(name: string): Locator {
    return this.page.getByRole('combobox', { name: this.shell.t('quality.decisionOf', { name }), exact: true });
  }

  moveDayOf(name: string): Locator {
    return this.page.getByLabel(this.shell.t('quality.moveDayOf', { name }), { exact: true });
  }
}
