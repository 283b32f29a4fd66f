import type { Locator, Page } from 'playwright';
import type { Preferences } from '@shared/contracts/preferences';
import { type Translate, translatorFor } from '@renderer/i18n/i18n';

export type Noun = 'home' | 'targets' | 'reviews' | 'incentives' | 'analysis' | 'packs' | 'data' | 'copies' | 'audit' | 'workspaces';

/** The frame around every page as a user meets it: menu, period, scope, undo, settings. */
export class ShellModel {
  /** Words of the language that the window shows; `chooseLanguage` changes it. */
  t: Translate;

  constructor(
    readonly page: Page,
    public language: Preferences['language'] = 'zh-CN',
  ) {
    this.t = translatorFor(language);
  }

  /** Opens a page by its address, with a period and a scope in it. */
  async goTo(noun: Noun, place: { readonly period?: string; readonly scope?: string; readonly templates?: string } = {}): Promise<void> {
    const search = new URLSearchParams(place).toString();
    await this.page.evaluate((hash) => location.assign(hash), `#/${noun}${search === '' ? '' : `?${search}`}`);
    await this.heading(noun).waitFor();
    if (place.period !== undefined) await this.periodButton(place.period).waitFor();
  }

  /** Opens a page by the menu. */
  async follow(noun: Noun): Promise<void> {
    await this.entry(noun).click();
    await this.heading(noun).waitFor();
  }

  /** Its entry in the menu; home's goes on to say how much needs the user. */
  entry(noun: Noun): Locator {
    const name = this.t(`shell.${noun}`);
    return this.page.getByRole('navigation', { name: this.t('shell.railLabel') }).getByRole('link', noun === 'home' ? { name: new RegExp(`^${name}`) } : { name, exact: true });
  }

  heading(noun: Noun): Locator {
    const title = noun === 'data' ? this.t('imports.title') : this.t(`${noun}.title`);
    return this.page.getByRole('heading', { level: 1, name: title, exact: true });
  }

  /** The button that says which period everything is about; any period without a key. */
  periodButton(key?: string): Locator {
    const period = key === undefined ? '' : this.periodName(key);
    return this.page.getByRole('button', { name: this.t('months.pick', { period }) }).first();
  }

  /** `2026-10`, `2026Q4` or `2026` as the window writes it. */
  periodName(key: string): string {
    if (key.includes('Q')) return key.replace('Q', ' Q');
    const [year = '', month] = key.split('-');
    const date = new Date(Date.UTC(Number(year), month === undefined ? 0 : Number(month) - 1, 1));
    return new Intl.DateTimeFormat(this.language, { timeZone: 'UTC', year: 'numeric', ...(month === undefined ? {} : { month: 'short' }) }).format(date);
  }

  scopeButton(name: string): Locator {
    return this.page.getByRole('button', { name: this.t('shell.scopePick', { name }), exact: true });
  }

  async chooseScope(from: string, to: string): Promise<void> {
    await this.scopeButton(from).click();
    await this.page.getByRole('combobox', { name: this.t('shell.scopeSearch') }).fill(to);
    await this.page.getByRole('option', { name: to }).first().click();
    await this.scopeButton(to).waitFor();
  }

  async stepPeriod(direction: 'previous' | 'next'): Promise<void> {
    await this.page.getByRole('button', { name: this.t(`months.${direction}`), exact: true }).click();
  }

  /** The button that undoes; its name says what. */
  undo(label: string): Locator {
    return this.page.getByRole('button', { name: this.t('shell.undo', { label }), exact: true });
  }

  redo(label: string): Locator {
    return this.page.getByRole('button', { name: this.t('shell.redo', { label }), exact: true });
  }

  /** Everything written so far is in the journal on disk. */
  async saved(): Promise<void> {
    await this.page.getByText(new RegExp(this.t('shell.saved', { time: '\\d\\d:\\d\\d' }))).waitFor();
  }

  settingsButton(): Locator {
    return this.page.getByRole('button', { name: this.t('shell.settings'), exact: true });
  }

  async chooseLanguage(language: Preferences['language']): Promise<void> {
    if (language === this.language) return;
    await this.settingsButton().click();
    await this.page.getByRole('radiogroup', { name: this.t('shell.language') }).getByText(language === 'en' ? 'English' : '中文', { exact: true }).click();
    this.language = language;
    this.t = translatorFor(language);
    await this.closeSettings();
  }

  async chooseScheme(scheme: 'light' | 'dark'): Promise<void> {
    await this.settingsButton().click();
    await this.page.getByRole('radiogroup', { name: this.t('shell.scheme') }).getByText(this.t(scheme === 'light' ? 'shell.schemeLight' : 'shell.schemeDark'), { exact: true }).click();
    await this.page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' });
    await this.closeSettings();
  }

  private async closeSettings(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('radiogroup', { name: this.t('shell.scheme') }).waitFor({ state: 'detached' });
  }
}
