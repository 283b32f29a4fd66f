import { shell } from '@shared/messages/zh-CN/shell';
import { start } from '@shared/messages/zh-CN/start';
import type { Page } from 'playwright';

/** The quickest edit a user can make: renames the organisation in the workspace's settings, and waits until it is saved. */
export async function renameOrganisation(page: Page, organisation: string): Promise<void> {
  await page.getByRole('button', { name: shell.settings, exact: true }).click();
  await page.getByRole('button', { name: start.settings, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: start.settings, exact: true });
  await dialog.getByLabel(start.organisation, { exact: true }).fill(organisation);
  await dialog.getByRole('button', { name: start.save, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^已保存/).waitFor();
}
