import type { Locator, Page } from 'playwright';

/** No page has more stops than this. */
const MOST_STOPS = 300;

/** Goes to a control with the tabulator, as one without a mouse does; it need not be there yet. Throws if the tabulator never reaches it. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The tabulator never reaches the control');
}

export async function pressByKey(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}
