import { recovery } from '@shared/messages/zh-CN/recovery';
import type { Page } from 'playwright';
import type { LaunchedWorkbench } from '../launch/launch-workbench';
import { answerOf } from './bridge';

/** A window that does not open its workspace, and what can be done there. */
export class RecoveryScreen {
  constructor(private readonly desk: LaunchedWorkbench) {}

  /** Waits for it and answers the code of its reason, as its details give it. */
  async reason(): Promise<string> {
    await this.desk.page.getByRole('alert', { name: recovery.reasonLabel }).waitFor();
    const details = (await this.desk.page.locator('details pre').textContent()) ?? '';
    return /"trouble": "([^"]+)"/.exec(details)?.[1] ?? /"code": "([^"]+)"/.exec(details)?.[1] ?? details;
  }

  /** Takes the way that stands first and answers the window that shows what came of it. */
  takeRecommended(): Promise<Page> {
    return this.desk.nextPage(() => this.desk.page.getByRole('region', { name: recovery.recommended }).getByRole('button').first().click());
  }

  /** Rebuilds from a copy (null: from nothing) and answers the window that shows the result. Throws what main refuses. */
  rebuild(snapshot: string | null): Promise<Page> {
    return this.desk.nextPage(() => answerOf(this.desk.page, 'recovery.rebuild', { snapshot }));
  }
}
