import { start } from '@shared/messages/zh-CN/start';
import type { Page } from 'playwright';

/** Answers a new workspace's first question: whose it is. */
export async function setUp(page: Page, organisation: string, actor: string): Promise<void> {
  await page.getByLabel(start.organisation).fill(organisation);
  await page.getByLabel(start.actor).fill(actor);
  await page.getByRole('button', { name: start.begin }).click();
}
