import type { Locator, Page } from 'playwright';
import { packs } from '@shared/messages/zh-CN/packs';

/** The reports page as a user meets it, in Chinese. */
export class PacksPageModel {
  constructor(private readonly page: Page) {}

  /** Says that so many people are not signed and 草稿 will be printed. */
  draft(open: number): Locator {
    return this.page.getByText(packs.draft.replace('{{open}}', String(open)), { exact: true });
  }

  /** Says that everybody is signed. */
  final(): Locator {
    return this.page.getByText(packs.final, { exact: true });
  }
}
