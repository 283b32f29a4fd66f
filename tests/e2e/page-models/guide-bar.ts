import { firstSteps } from '@shared/messages/zh-CN/first-steps';
import type { FirstStep } from '@shared/domain/start/first-steps';
import type { Locator, Page } from 'playwright';

const DONE = firstSteps.stepDone.replace('{{name}}', '');

/** The bar of first steps over the pages, in Chinese. */
export class GuideBarModel {
  constructor(private readonly page: Page) {}

  bar(): Locator {
    return this.page.getByRole('region', { name: firstSteps.title, exact: true });
  }

  /** Waits until these steps are ticked and the next one is this (null = none). */
  async stands(done: readonly FirstStep[], next: FirstStep | null): Promise<void> {
    for (const step of done) await this.bar().getByRole('button', { name: `${firstSteps[step]}${DONE}`, exact: true }).waitFor();
    if (next === null) return;
    await this.bar().locator('[aria-current="step"]').getByText(firstSteps[next], { exact: true }).or(this.bar().locator('[aria-current="step"]', { hasText: firstSteps[next] })).first().waitFor();
  }

  async go(label: 'importGo' | 'peopleGo' | 'ownersGo' | 'figuresGo' | 'targetGo'): Promise<void> {
    await this.bar().getByRole('button', { name: firstSteps[label], exact: true }).click();
  }

  insight(): Locator {
    return this.page.getByTestId('first-insight');
  }

  async hide(): Promise<void> {
    await this.bar().getByRole('button', { name: firstSteps.hide, exact: true }).click();
    await this.bar().waitFor({ state: 'detached' });
  }
}
